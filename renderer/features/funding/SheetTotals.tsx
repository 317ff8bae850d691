import type { FundingColumn } from '#contract/fundingColumns';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { cellText } from './cellText.ts';
import { ComputedCell } from './ComputedCell.tsx';
import { readRow, type Sheet, type SheetRow } from './draft.ts';
import classes from './Funding.module.css';
import { columnTotal, computedColumns, totalMoney, type Period } from './views.ts';

interface SheetTotalsProps {
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly FundingColumn[];
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
  const totals = columns.map((column) => ({ column, total: columnTotal(column, cells) }));
  if (totals.every(({ total }) => total === null)) return null;
  const money = totalMoney(cells, period);
  return (
    <tfoot>
      <tr>
        {totals.map(({ column, total }, position) => (
          <td key={column.key} data-kind={column.kind} className={classes.total}>
            {position === 0 ? t('funding:grid.total') : cellText(column, total, format.locale, sheet.units)}
          </td>
        ))}
        {computedColumns(sheet.register, period).map((each) => (
          <ComputedCell key={each} what={each} money={money} />
        ))}
        <td />
      </tr>
    </tfoot>
  );
}
