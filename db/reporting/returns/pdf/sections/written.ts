import { attestationRole, narrativeSection, type CellContent } from '#contract/reporting/returnTexts';
import { comparisonNotes, comparisonOf } from '#contract/reporting/comparison';
import type { ReturnContent } from '#contract/reporting/returns';
import { unsignedMarks } from '#contract/reporting/unsigned';
import { codeWords } from '#contract/words/codes';
import { cellName } from '../../cellName.ts';
import type { Language } from '../../../../documents/page/language.ts';
import { markup, type Markup } from '../../../../documents/page/markup.ts';
import { numberColumn, paperTable, textColumn, wideColumn } from '../../../../documents/page/table.ts';
import { words } from '../../printedWords.ts';
import { minorLine } from './parts.ts';

/** What was typed, with its own line breaks as paragraphs. */
function paragraphs(text: string, { say }: Language): Markup {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  return markup`${(lines.length > 0 ? lines : [say(words.nothing)]).map((line) => markup`<p>${line}</p>`)}`;
}

export function narrativeText({ narrative }: ReturnContent, language: Language): Markup {
  return markup`${narrativeSection.options.map(
    (section) =>
      markup`<h3>${language.say(codeWords.part[section])}</h3>${paragraphs(language.say(narrative[section]), language)}`,
  )}`;
}

const unitName = (unitCode: string | null, { say }: Language): string => unitCode ?? say(words.agreement);

export function explanationTable(content: ReturnContent, language: Language): Markup {
  const { say } = language;
  if (content.explanations.length === 0) return markup`<p>${say(words.noExplanation)}</p>`;
  return paperTable(language, {
    caption: say(words.explanations),
    isHeaded: true,
    columns: [
      textColumn(words.unit),
      textColumn(words.indicator),
      numberColumn(words.before),
      numberColumn(words.value),
      wideColumn(words.explanation),
    ],
    rows: content.explanations.map(({ code, unitCode, text }) => {
      const figure = content.values.find((each) => each.code === code && each.unitCode === unitCode);
      const name = say(cellName(content, { what: 'value', unitCode, code, month: null }));
      const comparison = figure && comparisonOf(content, figure);
      const marks = figure ? unsignedMarks(content, figure).map((mark) => words[mark]) : [];
      const notes = figure && comparison ? comparisonNotes(content, figure, comparison) : [];
      return [
        unitName(unitCode, language),
        markup`${code} ${name}${[...marks, ...notes].map((each) => minorLine(say(each)))}`,
        comparison?.previous ?? null,
        figure?.value ?? null,
        say(text),
      ];
    }),
  });
}

/** Every role has its row: one who has not attested is seen. */
export function attestationTable({ attestations, actualsStatus }: ReturnContent, language: Language): Markup {
  const { say } = language;
  const status = `${language.labelled(words.actuals, say(codeWords.actuals[actualsStatus]))}.`;
  return markup`<p>${say(words.attestationsText)} ${status}</p>${paperTable(language, {
    caption: say(words.attestations),
    isHeaded: true,
    columns: [
      wideColumn(words.attestation),
      textColumn(words.name),
      textColumn(words.jobTitle),
      textColumn(words.date),
    ],
    rows: attestationRole.options.map((role) => {
      const given = attestations.find((each) => each.role === role);
      return [
        say(codeWords.part[role]),
        given?.name ?? say(words.notAttested),
        given?.title ?? '...',
        given ? language.day(given.on) : '...',
      ];
    }),
  })}`;
}

function statusText(content: CellContent, { say }: Language): string {
  return content?.status ? say(codeWords.valueStatus[content.status]) : '...';
}

/** Every figure that this version changes of the one before it: what it was, what it is and why. */
export function restatementTable(content: ReturnContent, language: Language): Markup {
  const { say } = language;
  return paperTable(language, {
    caption: say(words.restated),
    isHeaded: true,
    columns: [
      textColumn(words.unit),
      wideColumn(words.restatedFigure),
      textColumn(words.month),
      numberColumn(words.lockedBefore),
      numberColumn(words.now),
      textColumn(words.status),
      wideColumn(words.reason),
    ],
    rows: (content.restatement?.changes ?? []).map((change) => [
      unitName(change.unitCode, language),
      language.labelled(codeWords.cell[change.what], `${change.code} ${say(cellName(content, change))}`),
      change.month?.replace('-', '\u2011') ?? '...',
      change.before?.value ?? null,
      change.after?.value ?? null,
      `${statusText(change.before, language)} \u2192 ${statusText(change.after, language)}`,
      say(change.why),
    ]),
  });
}
