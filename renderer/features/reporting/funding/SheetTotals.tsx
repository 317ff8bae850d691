import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { cellText } from './cellText.ts';
import { ComputedCell } from './ComputedCell.tsx';
import type { RowReading, Sheet, SheetRow } from './draft.ts';
import { columnTotal, totalMoney, type GridColumn, type Period } from './views.ts';

interface SheetTotalsProps {
  readonly sheet: Sheet;
  readonly lines: readonly { readonly row: SheetRow; readonly reading: RowReading }[];
  readonly columns: readonly GridColumn[];
  readonly period: Period;
}

/** The sums of what is in the grid, saved or not; a column with nothing known has no sum. */
export function SheetTotals({ sheet, lines, columns, period }: SheetTotalsProps) {
  const t = useText();
  const format = useFormat();
  const cells = lines
    .filter(({ row }) => !row.isRemoved && (row.saved !== null || Object.keys(row.texts).length > 0))
    .map(({ reading }) => reading.cells);
  // Targets of different indicators have no sum.
  if (sheet.register === 'targets') return null;
  if (columns.every(({ column }) => column === null || columnTotal(column, cells) === null)) return null;
  const money = totalMoney(cells, period);
  return (
    <tr>
      {columns.map(({ key, column }, place) => (
        <td key={key} data-kind={column?.kind ?? 'computed'}>
          {column === null ? (
            <ComputedCell what={key} money={money} />
          ) : place === 0 ? (
            t('codes:heading.total')
          ) : (
            cellText(column, columnTotal(column, cells), format.locale, sheet.units)
          )}
        </td>
      ))}
      <td />
    </tr>
  );
}
