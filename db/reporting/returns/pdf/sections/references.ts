import { monthsBetween, type Month } from '#contract/ground/dates';
import { unbroken } from '#contract/ground/period';
import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { notes } from '../../workbook/notes.ts';
import { concerns } from '../../workbook/textTables.ts';
import type { Language } from '../../../../documents/page/language.ts';
import { markup, type Markup } from '../../../../documents/page/markup.ts';
import { paperTable, textColumn, wideColumn } from '../../../../documents/page/table.ts';
import { words } from '../../printedWords.ts';

/** The first and the last of months that follow each other; a line that is not broken in the middle of a month. */
function monthsText(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return '';
  const isSpan = months.length > 1 && monthsBetween(first, last).length === months.length;
  const named = isSpan ? [first, last] : months;
  return named.map(unbroken).join(isSpan ? '\u00a0–\u2060\u00a0' : ', ');
}

export function qualityTable(content: ReturnContent, language: Language): Markup {
  const { say, locale } = language;
  if (content.checks.length === 0) return markup`<p>${say(words.noCheck)}</p>`;
  return paperTable(language, {
    caption: say(words.quality),
    isHeaded: true,
    columns: [textColumn(words.unit), wideColumn(words.finding), textColumn(words.months), wideColumn(words.concerns)],
    rows: content.checks.map((check) => [
      check.unitCode ?? say(words.agreement),
      say(codeWords.check[check.code]),
      monthsText(check.months),
      concerns(content, check, locale),
    ]),
  });
}

export function ruleTable({ rules }: ReturnContent, language: Language): Markup {
  const { say } = language;
  if (rules.length === 0) return markup`<p>${say(words.noRule)}</p>`;
  return paperTable(language, {
    caption: say(words.rules),
    isHeaded: true,
    columns: [textColumn(words.unit), textColumn(words.inForceFrom), wideColumn(words.statement)],
    rows: rules.map(({ unitCode, validFrom, statement }) => [unitCode, language.day(validFrom), say(statement)]),
  });
}

export function unitNameTable({ units, consolidated }: ReturnContent, language: Language): Markup {
  const { say } = language;
  return paperTable(language, {
    caption: say(consolidated ? words.allUnits : words.unitNames),
    isHeaded: true,
    columns: [textColumn(words.unit), wideColumn(words.name), wideColumn(words.service)],
    rows: units.map(({ code, name, service }) => [code, say(name), service]),
  });
}

/** What a reader needs beyond the definition printed with the figure. */
export function definitionTexts({ framework }: ReturnContent, language: Language): Markup {
  const { say, labelled } = language;
  return markup`${framework.indicators.map(
    (each) => markup`<div class="whole"><h3>${each.code} ${say(each.name)}</h3>
<p>${say(each.definition)}</p>
<p><strong>${say(words.method)}.</strong> ${say(each.method)}</p>
${each.outcome && markup`<p><strong>${say(words.outcome)}.</strong> ${say(each.outcome)}</p>`}
<p><strong>${say(words.limits)}.</strong> ${say(each.limits)}</p>
<p class="quiet">${labelled(words.unitOfMeasure, say(each.unitOfMeasure))}. ${say(codeWords.direction[each.direction])}. ${say(words.version)} ${each.version}.</p></div>`,
  )}`;
}

export function sourceTable({ packs }: ReturnContent, language: Language): Markup {
  return paperTable(language, {
    caption: language.say(words.packs),
    columns: [
      textColumn(words.sender),
      textColumn(words.receivedAs),
      wideColumn(words.packHash),
      wideColumn(words.fingerprint),
    ],
    rows: packs.map((pack) => [
      pack.workspaceName,
      language.say(codeWords.sourceKind[pack.kind]),
      markup`<code>${pack.sha256}</code>`,
      markup`<code>${pack.fingerprint}</code>`,
    ]),
  });
}

export function noteList(content: ReturnContent, { say }: Language): Markup {
  return markup`<ul>${notes(content).map((note) => markup`<li>${say(note)}</li>`)}</ul>`;
}
