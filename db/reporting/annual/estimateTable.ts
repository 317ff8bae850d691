import type { Bilingual } from '#contract/ground/common';
import type { AnnualContent, AnnualEstimate } from '#contract/reporting/annual';
import { markup } from '../../documents/page/markup.ts';
import { heading, paragraph } from '../../documents/page/page.ts';
import type { ReportColumn } from '../../documents/report/column.ts';
import type { ReportPart } from '../../documents/report/report.ts';
import { sheetOf, type ReportTable } from '../../documents/report/table.ts';
import { backlogUnit } from '../indicators/measureUnits.ts';
import { estimateLines } from '../returns/summary/estimate.ts';
import { agreementColumn, measureColumn, yearColumn } from '../../documents/report/commonColumns.ts';
import { words } from './words.ts';

const numbers: readonly (readonly [string, Bilingual, (row: AnnualEstimate) => number | null])[] = [
  ['actual', words.actualBacklog, ({ actual }) => actual],
  ['without_p10', words.low80, ({ without }) => without.p10],
  ['without_p50', words.without, ({ without }) => without.p50],
  ['without_p90', words.high80, ({ without }) => without.p90],
  ['avoided_p10', words.low80, ({ avoided }) => avoided.p10],
  ['avoided', words.avoided, ({ point }) => point],
  ['avoided_p90', words.high80, ({ avoided }) => avoided.p90],
];

/** The estimate in numbers; without a row where there is none. */
export const estimateTable = ({ agreement, fiscalYear, estimate }: AnnualContent): ReportTable<AnnualEstimate> => ({
  title: words.estimate,
  columns: [
    agreementColumn(agreement.code),
    yearColumn(() => fiscalYear),
    { name: 'quarter', label: words.quarter, kind: 'text', value: ({ quarter }) => `Q${quarter}` },
    ...numbers.map(([name, label, value]): ReportColumn<AnnualEstimate> => ({ name, label, kind: 'number', value })),
    { name: 'grade', label: words.grade, kind: 'text', value: ({ grade }) => grade },
    { name: 'covered', label: words.unitsCovered, kind: 'tally', value: ({ covered }) => covered },
    { name: 'asked', label: words.unitsAsked, kind: 'tally', value: ({ asked }) => asked },
    measureColumn(() => backlogUnit),
  ],
  rows: estimate ? [estimate] : [],
});

/** A text in each language, next to each other. */
export const textColumns: readonly ReportColumn<{ readonly text: Bilingual }>[] = [
  { name: 'text_en', label: words.textInEnglish, kind: 'text', width: 70, value: ({ text }) => text.en },
  { name: 'text_fr', label: words.textInFrench, kind: 'text', width: 70, value: ({ text }) => text.fr },
];

/** The estimate of the fourth quarter's return, in its own sentences. */
export function estimatePart({ estimate }: AnnualContent): ReportPart {
  const lines = estimate ? estimateLines(estimate) : [words.noEstimate];
  const rows = lines.map((text) => ({ text }));
  return {
    page: (language) => {
      const { say } = language;
      const sentences = estimate
        ? markup`${paragraph(say(words.estimateText))}<ul>${lines.map((each) => markup`<li>${say(each)}</li>`)}</ul>`
        : paragraph(say(words.noEstimate));
      return markup`${heading(language, words.estimate)}${sentences}`;
    },
    sheets: [sheetOf({ title: words.estimate, columns: textColumns, rows }, { tab: 'Estimate - Estimation' })],
  };
}
