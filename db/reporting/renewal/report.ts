import { fiscalYearName } from '#contract/ground/period';
import type { PrintedPage } from '#contract/ground/printedPage';
import type { RenewalContent, RenewalPlan } from '#contract/reporting/renewal';
import { languagesOf } from '../../documents/page/language.ts';
import { markup } from '../../documents/page/markup.ts';
import { heading, paragraph } from '../../documents/page/page.ts';
import { column } from '../../documents/report/column.ts';
import { inEach, type Report, type ReportPart } from '../../documents/report/report.ts';
import { pageOf, sheetOf } from '../../documents/report/table.ts';
import { agreementPages } from '../annual/agreementPages.ts';
import { fundingPart } from '../annual/fundingPart.ts';
import { quarterColumn, type OfQuarter } from '../annual/quarterTable.ts';
import { estimateLines } from '../returns/summary/estimate.ts';
import { planPart } from './planTable.ts';
import { resultPart } from './resultTable.ts';
import { words } from './words.ts';
import { yearNameOnPage, yearSheet, yearTables } from './yearTable.ts';

/** What the files are made from. */
export interface RenewalPaper {
  readonly content: RenewalContent;
  readonly plan: RenewalPlan | null;
  /** Civil day on which it is made. */
  readonly today: string;
}

const moneyPart = (content: RenewalContent): ReportPart => ({
  page: (language) =>
    markup`${paragraph(language.say(words.basis))}${heading(language, words.money)}${yearTables.money(content, language)}`,
  sheets: [yearSheet(content)],
});

const stockPart = (content: RenewalContent): ReportPart => ({
  page: (language) => {
    const { say } = language;
    const lines = content.years
      .filter(({ sources }) => sources.length > 0)
      .map((year) => {
        const { estimate, fiscalYear } = year;
        const name = estimate
          ? language.quarter({ fiscalYear, quarter: estimate.quarter })
          : yearNameOnPage(year, language);
        const text = estimate ? estimateLines(estimate).map(say).join(' ') : say(words.noEstimate);
        return markup`<li><strong>${name}</strong><br>${text}</li>`;
      });
    return markup`${heading(language, words.stock)}${yearTables.stock(content, language)}${heading(language, words.accumulated)}${paragraph(say(words.accumulatedText))}<ul>${lines}</ul>`;
  },
});

/** Targets of a whole year only where the agreement has one. */
const targetPart = (content: RenewalContent): ReportPart => ({
  page: (language) => {
    const isOfYear = content.years.some((year) => Object.values(year.yearTargets).some((each) => each.length > 0));
    return markup`${heading(language, words.targets)}${yearTables.targets(content, language)}${isOfYear ? yearTables.yearTargets(content, language) : null}${heading(language, words.posts)}${yearTables.posts(content, language)}`;
  },
});

type Source = OfQuarter & RenewalContent['years'][number]['sources'][number];
function sourcePart({ years }: RenewalContent): ReportPart {
  const table = {
    title: words.lockedReturns,
    columns: [
      column.words<Source>('fiscal_year', words.fiscalYear, (row) => fiscalYearName(row.fiscalYear), { on: ['sheet'] }),
      quarterColumn,
      column.tally<Source>('version', words.version, ({ sequence }) => sequence),
      column.text<Source>('locked_at', words.lockedAt, ({ lockedAt }) => new Date(lockedAt).toISOString(), {
        width: 20,
        page: ({ lockedAt }, { day }) => day(new Date(lockedAt).toISOString().slice(0, 10)),
      }),
      column.text<Source>('content_hash', words.contentHash, ({ contentHash }) => contentHash, {
        width: 66,
        isWide: true,
        page: ({ contentHash }) => markup`<code>${contentHash}</code>`,
      }),
    ],
    rows: years.flatMap(({ fiscalYear, sources }) => sources.map((each) => ({ ...each, fiscalYear }))),
  };
  return {
    page: (language) =>
      markup`${heading(language, words.sources)}${table.rows.length === 0 ? paragraph(language.say(words.noReturn)) : pageOf(table, language)}`,
    sheets: [sheetOf(table, { tab: 'Sources', empty: words.noReturn })],
  };
}

/** `renewal-annex`, over the whole agreement. */
export function renewalReport({ content, plan }: RenewalPaper): Report {
  const { agreement, marking } = content;
  return {
    title: words.title,
    code: agreement.code,
    marking,
    languages: languagesOf(agreement.languages),
    parts: [
      moneyPart(content),
      fundingPart(content.years, content),
      stockPart(content),
      targetPart(content),
      resultPart(content),
      ...(plan ? [planPart(plan)] : []),
      sourcePart(content),
    ],
  };
}

/** `renewal-annex.pdf` before it is printed. */
export function printedRenewal(paper: RenewalPaper): PrintedPage {
  const { content, today } = paper;
  const { startsOn, endsOn } = content.agreement;
  const report = renewalReport(paper);
  return agreementPages(report, content, {
    title: ({ say }) => say(words.title),
    dates: ({ day }) => `${day(startsOn)} – ${day(endsOn)}`,
    foot: `${inEach(report, words.made)} ${today}`,
    style: 'code { font-size: 6.5pt; } li { max-width: none; }',
  });
}
