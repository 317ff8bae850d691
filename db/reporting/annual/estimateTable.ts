import type { Bilingual } from '#contract/ground/common';
import type { AnnualContent, AnnualEstimate } from '#contract/reporting/annual';
import { markup } from '../../documents/page/markup.ts';
import { heading, paragraph } from '../../documents/page/page.ts';
import { column } from '../../documents/report/column.ts';
import type { ReportPart } from '../../documents/report/report.ts';
import { sheetOf, type ReportTable } from '../../documents/report/table.ts';
import { backlogUnit } from '../indicators/measureUnits.ts';
import { estimateLines } from '../returns/summary/estimate.ts';
import { agreementColumn, measureColumn, yearColumn } from '../../documents/report/commonColumns.ts';
import { words } from './words.ts';

/** The estimate in numbers; without a row where there is none. */
export const estimateTable = ({ agreement, fiscalYear, estimate }: AnnualContent): ReportTable<AnnualEstimate> => ({
  title: words.estimate,
  columns: [
    agreementColumn(agreement.code),
    yearColumn(() => fiscalYear),
    column.text<AnnualEstimate>('quarter', words.quarter, ({ quarter }) => `Q${quarter}`),
    column.number<AnnualEstimate>('actual', words.actualBacklog, ({ actual }) => actual),
    column.number<AnnualEstimate>('without_p10', words.low80, ({ without }) => without.p10),
    column.number<AnnualEstimate>('without_p50', words.without, ({ without }) => without.p50),
    column.number<AnnualEstimate>('without_p90', words.high80, ({ without }) => without.p90),
    column.number<AnnualEstimate>('avoided_p10', words.low80, ({ avoided }) => avoided.p10),
    column.number<AnnualEstimate>('avoided', words.avoided, ({ point }) => point),
    column.number<AnnualEstimate>('avoided_p90', words.high80, ({ avoided }) => avoided.p90),
    column.text<AnnualEstimate>('grade', words.grade, ({ grade }) => grade),
    column.tally<AnnualEstimate>('covered', words.unitsCovered, ({ covered }) => covered),
    column.tally<AnnualEstimate>('asked', words.unitsAsked, ({ asked }) => asked),
    measureColumn(() => backlogUnit),
  ],
  rows: estimate ? [estimate] : [],
});

/** A text in each language, next to each other. */
export const textColumns = [
  column.text<{ readonly text: Bilingual }>('text_en', words.textInEnglish, ({ text }) => text.en, { width: 70 }),
  column.text<{ readonly text: Bilingual }>('text_fr', words.textInFrench, ({ text }) => text.fr, { width: 70 }),
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
