import type { ReturnContent } from '#contract/reporting/returns';
import { statusLabels } from '../labels.ts';
import { reconciliationLabels } from '../reconciliationLabels.ts';
import { rowFormat } from './figureTables.ts';
import { both, formats, label, type SheetTable } from '../../../documents/workbook/table.ts';

/** The figures that are both computed and entered, side by side; no sheet where the framework asks for none. */
export function reconciliationSheets({ reconciliation, framework }: ReturnContent): readonly SheetTable[] {
  if (reconciliation.length === 0) return [];
  return [
    {
      tab: 'Reconciliation - Rapprochement',
      title: { en: 'Computed and entered figures', fr: 'Chiffres calculés et saisis' },
      columns: [
        label('Unit', 'Unité', 9),
        label('Code', 'Code', 8),
        label('Indicator', 'Indicator', 30),
        label('Indicateur', 'Indicateur', 30),
        label('Computed', 'Calculé', 12, formats.number),
        label('Entered', 'Saisi', 12, formats.number),
        label('Difference', 'Différence', 12, formats.number),
        label('Status computed', 'État, calculé', 26),
        label('Status entered', 'État, saisi', 26),
        label('Reconciliation', 'Rapprochement', 34),
        label('Reason for the difference', 'Reason for the difference', 46),
        label('Motif de la différence', 'Motif de la différence', 46),
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
          both(statusLabels[computed.status]),
          both(statusLabels[entered.status]),
          both(reconciliationLabels[state]),
          why.en,
          why.fr,
        ];
      }),
      rowFormats: reconciliation.map(rowFormat),
    },
  ];
}
