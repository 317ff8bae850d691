import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { cellText } from './cellText.ts';
import { ComputedCell } from './ComputedCell.tsx';
import { readRow, type Sheet, type SheetRow } from './draft.ts';
import classes from './Funding.module.css';
import { columnTotal, totalMoney, type GridColumn, type Period } from './views.ts';

interface SheetTotalsProps {
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly GridColumn[];
  readonly period: Period;
}

/** The sums of what stands in the grid, saved or not; a column with nothing known has no sum. */
export function SheetTotals({ sheet, rows, columns, period }: SheetTotalsProps) {
  const t = useText();
  const format = useFormat();
  const lines = rows.filter((row) => !row.isRemoved).map((row) => ({ row, cells: readRow(sheet, row).cells }));
  const cells = lines
    .filter(({ row }) => row.saved !== null || Object.keys(row.texts).length > 0)
    .map((each) => each.cells);
  const isAdded = columns.some(({ column }) => column !== null && columnTotal(column, cells) !== null);
  if (!isAdded) return null;
  const money = totalMoney(cells, period);
  return (
    <tfoot>
      <tr>
        {columns.map(({ key, column }, place) =>
          column === null ? (
            <ComputedCell key={key} what={key} money={money} />
          ) : (
            <td key={key} data-kind={column.kind} className={classes.total}>
              {place === 0
                ? t('funding:grid.total')
                : cellText(column, columnTotal(column, cells), format.locale, sheet.units)}
            </td>
          ),
        )}
        <td />
      </tr>
    </tfoot>
  );
}
