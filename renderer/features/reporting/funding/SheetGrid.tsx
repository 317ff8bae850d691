import type { FundingColumn } from '#contract/reporting/fundingColumns';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { GridCell } from '../../../ui/grid/columns.ts';
import { EditableGrid } from '../../../ui/grid/EditableGrid.tsx';
import type { Place } from '../../../ui/grid/range.ts';
import classes from './Funding.module.css';
import { cellText } from './cellText.ts';
import { ComputedCell } from './ComputedCell.tsx';
import { readRow, sheetRows, withRemoved, withText, type Draft, type Sheet, type SheetRow } from './draft.ts';
import { RowActions } from './RowActions.tsx';
import { SheetTotals } from './SheetTotals.tsx';
import { useProblemText } from './useProblemText.ts';
import { gridColumns, moneyOf, type Period } from './views.ts';

interface SheetGridProps {
  readonly sheet: Sheet;
  readonly draft: Draft;
  /** Those that are typed into. */
  readonly columns: readonly FundingColumn[];
  readonly period: Period;
  readonly onDraft: (draft: Draft) => void;
  readonly onPaste: (from: Place, block: readonly (readonly string[])[]) => void;
}

/** The lines of a register, those that are new, and what is computed of them. */
export function SheetGrid({ sheet, draft, columns, period, onDraft, onPaste }: SheetGridProps) {
  const t = useText();
  const { locale, bilingual } = useFormat();
  const problemText = useProblemText();
  const layout = gridColumns(sheet.register, period, columns);
  const savedText = (row: SheetRow, column: FundingColumn): string =>
    cellText(column, row.saved?.cells[column.key] ?? null, locale, sheet.units);
  const rows = sheetRows(sheet, draft).map((row, index) => {
    const code = columns[0] === undefined ? '' : (row.texts[columns[0].key] ?? savedText(row, columns[0]));
    const unnamed = row.saved === null ? t('funding:grid.newRow') : t('funding:grid.row', { row: index + 1 });
    return { row, name: code === '' ? unnamed : code, reading: readRow(sheet, row) };
  });
  type Line = (typeof rows)[number];
  const cellOf = ({ row, name, reading }: Line, column: FundingColumn): GridCell => {
    const problem = reading.problems[column.key];
    const saved = savedText(row, column);
    const typed = row.texts[column.key];
    const day = reading.cells[column.key];
    return {
      label: `${bilingual(column.label)}, ${name}`,
      text: typed ?? saved,
      saved,
      isChanged: typed !== undefined,
      problem: problem === undefined ? undefined : problemText(problem, column),
      // What a date that was typed in another form is taken for.
      below: column.kind === 'date' && typed !== undefined && problem === undefined && day !== typed && (
        <span className={classes.read}>{day}</span>
      ),
    };
  };
  return (
    <EditableGrid
      caption={t('funding:grid.caption', { register: t(`codes:register.${sheet.register}`) })}
      rows={rows}
      rowKey={({ row }) => row.id}
      isRemoved={({ row }) => row.isRemoved}
      columns={[
        ...layout.map(({ key, column }) =>
          column === null
            ? {
                key,
                header: t(`funding:grid.computed.${key}`),
                kind: 'computed',
                computed: ({ reading }: Line) => <ComputedCell what={key} money={moneyOf(reading.cells, period)} />,
              }
            : {
                key,
                header: bilingual(column.label),
                kind: column.kind,
                cell: (line: Line) => cellOf(line, column),
              },
        ),
        {
          key: 'actions',
          header: <span className="visually-hidden">{t('common:actions')}</span>,
          kind: 'buttons',
          computed: ({ row, name }) => (
            <RowActions
              row={row}
              name={name}
              onToggle={() => {
                onDraft(withRemoved(draft, row));
              }}
            />
          ),
        },
      ]}
      footer={<SheetTotals sheet={sheet} lines={rows} columns={layout} period={period} />}
      onPaste={onPaste}
      onType={(texts) => {
        onDraft(
          texts.reduce((next, { row: { row }, column: key, text }) => {
            const column = columns.find((each) => each.key === key);
            return column === undefined ? next : withText(next, sheet, row.id, column, text);
          }, draft),
        );
      }}
    />
  );
}
