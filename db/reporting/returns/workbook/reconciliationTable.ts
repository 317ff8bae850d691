import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { rowFormat } from './figureTables.ts';
import { both, formats, only, sheetColumn, type SheetTable } from '../../../documents/workbook/table.ts';

/** The figures that are both computed and entered, side by side; no sheet where the framework asks for none. */
export function reconciliationSheets(content: ReturnContent): readonly SheetTable[] {
  const { reconciliation, framework } = content;
  if (reconciliation.length === 0) return [];
  return [
    {
      tab: 'Reconciliation - Rapprochement',
      title: headings.reconciliation,
      columns: [
        sheetColumn(headings.unit, 9),
        sheetColumn(headings.code, 8),
        sheetColumn(only('en', headings.indicator), 30),
        sheetColumn(only('fr', headings.indicator), 30),
        sheetColumn(headings.computed, 12, formats.number),
        sheetColumn(headings.entered, 12, formats.number),
        sheetColumn(headings.difference, 12, formats.number),
        sheetColumn(headings.statusComputed, 26),
        sheetColumn(headings.statusEntered, 26),
        sheetColumn(headings.reconciled, 34),
        sheetColumn(only('en', headings.whyDifferent), 46),
        sheetColumn(only('fr', headings.whyDifferent), 46),
      ],
      rows: reconciliation.map(({ code, unitCode, computed, entered, difference, state, why }) => {
        const name = framework.indicators.find((each) => each.code === code)?.name;
        return [
          unitCode,
          code,
          name?.en ?? code,
          name?.fr ?? code,
          computed.value,
          entered.value,
          difference,
          both(codeWords.valueStatus[computed.status]),
          both(codeWords.valueStatus[entered.status]),
          both(codeWords.reconciliation[state]),
          why.en,
          why.fr,
        ];
      }),
      rowFormats: reconciliation.map((each) => rowFormat(content, each)),
    },
  ];
}
