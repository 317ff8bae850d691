import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import type { GridCell, GridColumn } from './columns.ts';
import classes from './EditableGrid.module.css';
import type { Place } from './range.ts';
import type { useGridKeys } from './useGridKeys.ts';

interface GridRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly head: ReactNode;
  readonly columns: readonly GridColumn<Row>[];
  readonly isRemoved: boolean;
  readonly keys: ReturnType<typeof useGridKeys>;
  readonly onType: (place: Place, text: string) => void;
}

export function GridRow<Row>({ row, index, head, columns, isRemoved, keys, onType }: GridRowProps<Row>) {
  const typed = columns.filter((column) => column.cell !== undefined);
  return (
    <tr data-removed={isRemoved || undefined}>
      {head !== undefined && <th scope="row">{head}</th>}
      {columns.map((column) => {
        const { key, kind } = column;
        if (column.cell === undefined)
          return (
            <td key={key} data-kind={kind}>
              {column.computed(row)}
            </td>
          );
        const cell = column.cell(row);
        const place = { row: index, column: typed.indexOf(column) };
        return (
          <td key={key} data-kind={kind} title={cell?.problem}>
            {cell !== null && (
              <CellInput cell={cell} place={place} kind={kind} isDisabled={isRemoved} keys={keys} onType={onType} />
            )}
            {cell?.below}
          </td>
        );
      })}
    </tr>
  );
}

interface CellInputProps extends Pick<GridRowProps<never>, 'keys' | 'onType'> {
  readonly cell: GridCell;
  readonly place: Place;
  readonly kind: string;
  readonly isDisabled: boolean;
}

function CellInput({ cell, place, kind, isDisabled, keys, onType }: CellInputProps) {
  const t = useText();
  const { label, text, problem } = cell;
  return (
    <input
      className={classes.cell}
      data-cell={`${String(place.row)} ${String(place.column)}`}
      data-changed={cell.isChanged || undefined}
      data-chosen={keys.isChosen(place) || undefined}
      data-missing={cell.isMissing === true || undefined}
      aria-label={problem === undefined ? label : t('common:grid.labelled', { label, text: problem })}
      aria-invalid={problem !== undefined || undefined}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      autoComplete="off"
      spellCheck={false}
      disabled={isDisabled}
      value={text}
      onChange={(event) => {
        onType(place, event.currentTarget.value);
      }}
      {...keys.ofCell(place)}
    />
  );
}
