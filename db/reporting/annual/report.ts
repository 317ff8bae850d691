import { fiscalYearName, unbroken } from '#contract/ground/period';
import type { PrintedPage } from '#contract/ground/printedPage';
import { amendmentsOf } from '#contract/reporting/amendments';
import { isInProgress, type AnnualContent } from '#contract/reporting/annual';
import type { CsvSeparator } from '../../documents/files/csv.ts';
import type { DescribedTable } from '../../documents/files/dataPackage.ts';
import { languagesOf } from '../../documents/page/language.ts';
import { markup } from '../../documents/page/markup.ts';
import { heading, paragraph } from '../../documents/page/page.ts';
import { inEach, type Report, type ReportPart } from '../../documents/report/report.ts';
import { column } from '../../documents/report/column.ts';
import { csvOf, sheetOf, type ReportTable } from '../../documents/report/table.ts';
import { amendedAmounts } from '../funding/amendmentTable.ts';
import { pillarTable } from '../funding/pillarTable.ts';
import { columnNotes } from '../returns/dictionaryLabels.ts';
import { agreementPages } from './agreementPages.ts';
import { estimatePart, estimateTable, textColumns } from './estimateTable.ts';
import { fundingPart } from './fundingPart.ts';
import { gbaPart, gbaTable } from './gbaTable.ts';
import { figureTable, indicatorPart } from './indicatorTable.ts';
import type { AnnualPaper } from './locked.ts';
import { quarterPart } from './quarterTable.ts';
import { sourcePart, sourceTable } from './sourceTable.ts';
import { words } from './words.ts';

function moneyPart(content: AnnualContent): ReportPart {
  const { page, sheets = [] } = fundingPart([content], content);
  return {
    page: (language) => {
      const tables = page?.(language);
      return tables ? markup`${heading(language, words.funding)}${tables}` : null;
    },
    sheets,
  };
}

/** Lessons learned, then results that were not intended. */
function notePart({ notes }: AnnualContent): ReportPart {
  const columns = [
    column.words<AnnualContent['notes'][number]>('item', words.item, ({ kind }) => words[kind], {
      width: 36,
    }),
    ...textColumns,
  ];
  return {
    page: (language) =>
      markup`${(['lesson', 'unintended'] as const).map((kind) => {
        const written = notes.flatMap((each) => (each.kind === kind ? [each.text[language.locale]] : []));
        const lines = written.filter((each) => each !== '').map((each) => markup`<li>${each}</li>`);
        const title = heading(language, words[kind]);
        return lines.length === 0
          ? markup`${title}${paragraph(language.say(words.noText))}`
          : markup`${title}<ul>${lines}</ul>`;
      })}`,
    sheets: [sheetOf({ title: words.lesson, columns, rows: notes }, { tab: 'Lessons - Leçons', empty: words.noNotes })],
  };
}

/** Nothing in a draft. */
function proofPart({ locked, content: { supersedes } }: AnnualPaper): ReportPart {
  if (locked === null) return {};
  return {
    page: (language) => {
      const { say } = language;
      const earlier = supersedes && markup`<dt>${say(words.supersedes)}</dt><dd>${supersedes.sequence}</dd>`;
      return markup`${heading(language, words.proof)}<dl><dt>${say(words.version)}</dt><dd>${locked.sequence}</dd>${earlier}<dt>${say(words.contentHash)}</dt><dd><code>${locked.contentHash}</code></dd><dt>${say(words.auditHead)}</dt><dd><code>${locked.auditHead}</code></dd></dl>`;
    },
  };
}

/** `annual-report`, over a fiscal year. */
export function annualReport(paper: AnnualPaper): Report {
  const { content } = paper;
  const { agreement, marking, fiscalYear } = content;
  return {
    title: words.title,
    code: agreement.code,
    period: fiscalYearName(fiscalYear),
    marking,
    languages: languagesOf(agreement.languages),
    parts: [
      quarterPart(content),
      indicatorPart(content),
      estimatePart(content),
      gbaPart(content),
      sourcePart(content),
      moneyPart(content),
      notePart(content),
      proofPart(paper),
    ],
  };
}

/** `annual-report.pdf` before it is printed, from the locked snapshot or a draft alone. */
export function printedAnnual(paper: AnnualPaper): PrintedPage {
  const { content, locked } = paper;
  const report = annualReport(paper);
  const draft = [words.draft, ...(isInProgress(content) ? [words.inProgress] : [])];
  return agreementPages(report, content, {
    ...(locked === null && { notice: ({ say }) => draft.map(say).join(' · ') }),
    title: ({ say }) => `${say(words.title)} - ${unbroken(say(fiscalYearName(content.fiscalYear)))}`,
    foot:
      locked === null
        ? inEach(report, words.draft)
        : `${inEach(report, words.version)} ${locked.sequence} · ${locked.contentHash.slice(0, 16)}`,
    style: 'p.definition { margin: 2pt 0 6pt; max-width: none; }',
  });
}

/** The CSV tables of the year, each with what describes it to statistical software; `prefix` marks those of a draft. A table without a row is not written. */
export function annualTables(content: AnnualContent, separator: CsvSeparator, prefix = ''): readonly DescribedTable[] {
  const { agreement, amendments = [], pillars } = content;
  // The source of a finding is not that of a value.
  const notes = { ...columnNotes, source: undefined };
  const write = <Row>(name: string, table: ReportTable<Row>, facts: Parameters<typeof csvOf>[2] = { notes }) =>
    table.rows.length === 0 ? [] : [csvOf(table, `${prefix}${name}`, { separator, ...facts })];
  return [
    ...write('annual-indicators.csv', figureTable(content)),
    ...write('annual-gba.csv', gbaTable(content)),
    ...write('other-sources.csv', sourceTable(content)),
    ...write('annual-estimate.csv', estimateTable(content)),
    ...write('amendments.csv', amendedAmounts(amendmentsOf(amendments), agreement.code)),
    ...(pillars
      ? write('annual-spending-by-pillar.csv', pillarTable([pillars.year], pillars, agreement.code), { notes: {} })
      : []),
  ];
}
