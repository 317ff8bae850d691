import { quarterNumbers } from '#contract/ground/dates';
import { amendmentsOf } from '#contract/reporting/amendments';
import { fiscalYearName, unbroken } from '#contract/ground/period';
import type { PrintedPage } from '#contract/ground/printedPage';
import {
  isInProgress,
  quartersAsked,
  type AnnualContent,
  type AnnualIndicator,
  type AnnualQuarter,
  yearRestsOnForm,
} from '#contract/reporting/annual';
import { notAvailable } from '../../documents/notAvailable.ts';
import { amendmentTable } from '../funding/amendmentTable.ts';
import { pillarPage } from '../funding/pillarTable.ts';
import { amount } from '../indicators/amount.ts';
import { languagesOf, type Language } from '../../documents/page/language.ts';
import { type Markup, markup } from '../../documents/page/markup.ts';
import { heading, paragraph } from '../../documents/page/page.ts';
import { inEach, printedReport, type Report } from '../../documents/report/report.ts';
import { numberColumn, paperTable, textColumn, wideColumn, type PaperCell } from '../../documents/page/table.ts';
import { estimatePages, gbaPart } from './gbaPages.ts';
import type { AnnualPaper } from './locked.ts';
import { annualSheets } from './sheets.ts';
import { unsignedLine } from './unsignedMark.ts';
import { basisWords, quartersOf, withoutReturn, words } from './words.ts';

function stateOf(quarter: AnnualQuarter, { say, day }: Language): string {
  const { locked } = quarter;
  if (locked === null) return say(withoutReturn(quarter));
  const on = day(new Date(locked.lockedAt).toISOString().slice(0, 10));
  const state = say(locked.sequence > 1 ? words.restated : words.locked);
  return locked.sequence > 1 ? `${state} (${say(words.version)} ${locked.sequence}), ${on}` : `${state}, ${on}`;
}

function quarterTable({ fiscalYear, quarters, agreement }: AnnualContent, language: Language): Markup {
  const { say, locale } = language;
  const inLanguage = (reason: AnnualQuarter['reason']): string => {
    const other = locale === 'en' ? reason?.fr : reason?.en;
    const own = reason?.[locale] ?? '';
    return own === '' && !agreement.languages.includes(locale) ? (other ?? '') : own;
  };
  return paperTable(language, {
    caption: say(words.quarters),
    isHeaded: true,
    columns: [
      textColumn(words.quarter),
      textColumn(words.state),
      numberColumn(words.unitsOf),
      textColumn(words.notReceived),
      wideColumn(words.reason),
    ],
    rows: quarters.map((each) => [
      language.quarter({ fiscalYear, quarter: each.quarter }),
      stateOf(each, language),
      each.locked === null ? null : each.units,
      each.notReceived.join(', '),
      inLanguage(each.reason),
    ]),
  });
}

/** The figure with its coverage under it: a sum of unequal quarters is read with what each covers. */
function cellOf(indicator: AnnualIndicator, quarter: number, language: Language): PaperCell {
  const cell = indicator.cells.find((each) => each.quarter === quarter);
  if (!cell) return notAvailable;
  const value = amount(indicator, cell.value, language);
  if (value === null) return cell.stead ? language.say(words[cell.stead]) : notAvailable;
  const mark = cell.status === 'partial' ? ' p' : '';
  return markup`${value}${mark}<br><span class="definition">${cell.covered}/${cell.asked}${unsignedLine(cell.unsigned, language)}</span>`;
}

function yearCell(indicator: AnnualIndicator, asked: number, language: Language): PaperCell {
  const value = amount(indicator, indicator.value, language);
  if (value === null) return notAvailable;
  const isOver = indicator.basis === 'sum' || indicator.basis === 'share';
  const of = isOver ? language.say(quartersOf(indicator.quarters, asked)) : language.say(basisWords[indicator.basis]);
  const mark = indicator.status === 'partial' ? ' p' : '';
  return markup`<strong>${value}${mark}</strong><br><span class="definition">${of}${unsignedLine(yearRestsOnForm(indicator), language)}</span>`;
}

function indicatorTable(content: AnnualContent, language: Language): Markup {
  const { say } = language;
  const asked = quartersAsked(content);
  if (content.indicators.length === 0) return paragraph(say(words.noReturn));
  return paperTable(language, {
    caption: say(words.figuresText),
    columns: [
      wideColumn(words.indicator),
      ...quarterNumbers.map((quarter) => numberColumn({ en: `Q${quarter}`, fr: `T${quarter}` })),
      numberColumn(words.year),
      textColumn(words.madeOf),
    ],
    rows: content.indicators.map((each) => [
      markup`${each.code} ${say(each.name)}<br><span class="definition">${say(each.unitOfMeasure)}</span>`,
      ...quarterNumbers.map((quarter) => cellOf(each, quarter, language)),
      yearCell(each, asked, language),
      `${say(basisWords[each.basis])}${each.definitionChanged ? `; ${say(words.changed)}` : ''}`,
    ]),
  });
}

function notesOf({ notes }: AnnualContent, kind: 'lesson' | 'unintended', language: Language): Markup {
  const own = notes.filter((each) => each.kind === kind).map(({ text }) => text[language.locale]);
  const title = heading(language, kind === 'lesson' ? words.lessons : words.unintended);
  const written = own.filter((each) => each !== '');
  if (written.length === 0) return markup`${title}${paragraph(language.say(words.noText))}`;
  return markup`${title}<ul>${written.map((each) => markup`<li>${each}</li>`)}</ul>`;
}

function proof({ locked, content }: AnnualPaper, language: Language): Markup | null {
  const { say } = language;
  if (locked === null) return null;
  const earlier = content.supersedes;
  return markup`${heading(language, words.proof)}<dl><dt>${say(words.version)}</dt><dd>${locked.sequence}</dd>${earlier ? markup`<dt>${say(words.supersedes)}</dt><dd>${earlier.sequence}</dd>` : null}<dt>${say(words.contentHash)}</dt><dd><code>${locked.contentHash}</code></dd><dt>${say(words.auditHead)}</dt><dd><code>${locked.auditHead}</code></dd></dl>`;
}

/** Above all else: invented data, and a draft for what it is. */
function notices({ content, locked }: AnnualPaper, { say }: Language): Markup {
  const { demonstration, marking } = content;
  const state = [words.draft, ...(isInProgress(content) ? [words.inProgress] : [])].map(say).join(' · ');
  return markup`<p class="marking">${marking}</p>${demonstration ? markup`<p class="fictitious">${say(words.fictitious)}</p>` : null}${locked === null ? markup`<p class="fictitious">${state}</p>` : null}`;
}

/** Nothing where the returns of the year say nothing of pillars or amendments. */
function fundingPart({ pillars, amendments }: AnnualContent, language: Language): Markup | null {
  const tables = [
    pillarPage(pillars ?? null, language),
    amendmentTable(amendmentsOf(amendments ?? []), language),
  ].filter((each) => each !== null);
  return tables.length === 0 ? null : markup`${heading(language, words.funding)}${tables}`;
}

function body(paper: AnnualPaper, language: Language): Markup {
  const { content } = paper;
  const { say } = language;
  return markup`${heading(language, words.quarters)}${paragraph(say(words.quartersText))}${quarterTable(content, language)}${heading(language, words.indicators)}${indicatorTable(content, language)}${estimatePages(content, language)}${gbaPart(content, quartersAsked(content), language)}${fundingPart(content, language)}${notesOf(content, 'lesson', language)}${notesOf(content, 'unintended', language)}${proof(paper, language)}`;
}

/** `annual-report`, over a fiscal year. */
export function annualReport(paper: AnnualPaper): Report {
  const { agreement, marking, fiscalYear } = paper.content;
  return {
    title: words.title,
    code: agreement.code,
    period: fiscalYearName(fiscalYear),
    marking,
    languages: languagesOf(agreement.languages),
    parts: [{ page: (language) => body(paper, language), sheets: annualSheets(paper.content) }],
  };
}

/** `annual-report.pdf` before it is printed, both languages whole, from the locked snapshot or a draft alone. */
export function printedAnnual(paper: AnnualPaper): PrintedPage {
  const { content, locked } = paper;
  const { agreement, fiscalYear } = content;
  const report = annualReport(paper);
  return printedReport(report, {
    around: (language, parts, isFirst) => {
      const { say, tag } = language;
      return markup`<section lang="${tag}" class="${isFirst ? 'first' : 'part'}">${notices(paper, language)}<h1>${say(words.title)} - ${unbroken(say(fiscalYearName(fiscalYear)))}</h1><p><strong>${agreement.code}</strong> - ${say(agreement.recipient)}<br>${say(agreement.programme)}</p>${parts}</section>`;
    },
    foot:
      locked === null
        ? inEach(report, words.draft)
        : `${inEach(report, words.version)} ${locked.sequence} · ${locked.contentHash.slice(0, 16)}`,
    style:
      '.definition { white-space: nowrap; } td.wide { width: auto; } p.definition { margin: 2pt 0 6pt; max-width: none; }',
  });
}
