import { useRef, type ReactNode } from 'react';
import type { FundingColumn } from '#contract/fundingColumns';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { cellText } from './cellText.ts';
import { ComputedCell } from './ComputedCell.tsx';
import { readRow, sheetRows, withRemoved, withText, type Draft, type Sheet, type SheetRow } from './draft.ts';
import classes from './Funding.module.css';
import type { Place } from './paste.ts';
import { isInside } from './range.ts';
import { RowActions } from './RowActions.tsx';
import { SheetTotals } from './SheetTotals.tsx';
import { useProblemText } from './useProblemText.ts';
import { useSheetKeys } from './useSheetKeys.ts';
import { computedColumns, moneyOf, type Period } from './views.ts';

interface SheetGridProps {
  readonly sheet: Sheet;
  readonly draft: Draft;
  readonly columns: readonly FundingColumn[];
  readonly period: Period;
  readonly onDraft: (draft: Draft) => void;
  readonly onPaste: (from: Place, block: readonly (readonly string[])[]) => void;
}

/** Rows down, columns across: every cell is an input that takes typing, keys and blocks as a spreadsheet's does. */
export function SheetGrid({ sheet, draft, columns, period, onDraft, onPaste }: SheetGridProps) {
  const t = useText();
  const format = useFormat();
  const rows = sheetRows(sheet, draft);
  const extra = computedColumns(sheet.register, period);
  const active = useRef<Place | null>(null);
  const textAt = ({ row, column }: Place): string => {
    const [of, at] = [rows[row], columns[column]];
    return of === undefined || at === undefined ? '' : shownText(of, at);
  };
  const shownText = (row: SheetRow, column: FundingColumn): string =>
    row.texts[column.key] ?? cellText(column, row.saved?.cells[column.key] ?? null, format.locale, sheet.units);
  const typed = (from: Draft, { row, column }: Place, text: string): Draft => {
    const [of, at] = [rows[row], columns[column]];
    return of === undefined || at === undefined ? from : withText(from, sheet, of.id, at, text);
  };
  const keys = useSheetKeys({
    rows: rows.length,
    columns: columns.length,
    textAt,
    restore: (place) => {
      const [of, at] = [rows[place.row], columns[place.column]];
      if (of === undefined || at === undefined) return;
      const saved = of.saved?.cells[at.key] ?? null;
      onDraft(typed(draft, place, cellText(at, saved, format.locale, sheet.units)));
    },
    empty: (places) => {
      onDraft(places.reduce((next, place) => typed(next, place, ''), draft));
    },
    paste: onPaste,
  });
  return (
    <div className={classes.scroll}>
      <table className={classes.grid}>
        <caption className="visually-hidden">
          {t('funding:grid.caption', { register: t(`funding:register.${sheet.register}`) })}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-kind={column.kind}>
                {format.bilingual(column.label)}
              </th>
            ))}
            {extra.map((each) => (
              <th key={each} scope="col" data-kind="money">
                {t(`funding:grid.computed.${each}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('funding:grid.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <GridRow
              key={row.id}
              sheet={sheet}
              row={row}
              columns={columns}
              textOf={(column) => shownText(row, column)}
              isSelected={(column) => keys.range !== null && isInside(keys.range, { row: index, column })}
              index={index}
              keys={keys}
              active={active}
              onType={(column, text) => {
                onDraft(typed(draft, { row: index, column }, text));
              }}
              end={
                <>
                  {extra.map((each) => (
                    <ComputedCell key={each} what={each} money={moneyOf(readRow(sheet, row).cells, period)} />
                  ))}
                  <td>
                    <RowActions
                      row={row}
                      name={rowName(row, textAt({ row: index, column: 0 }), index, t)}
                      onToggle={() => {
                        onDraft(withRemoved(draft, row));
                      }}
                    />
                  </td>
                </>
              }
            />
          ))}
        </tbody>
        <SheetTotals sheet={sheet} rows={rows} columns={columns} period={period} />
      </table>
    </div>
  );
}

function rowName(row: SheetRow, code: string, index: number, t: ReturnType<typeof useText>): string {
  if (code !== '') return code;
  return row.saved === null ? t('funding:grid.newRow') : t('funding:grid.row', { row: index + 1 });
}

interface GridRowProps {
  readonly sheet: Sheet;
  readonly row: SheetRow;
  readonly index: number;
  readonly columns: readonly FundingColumn[];
  readonly textOf: (column: FundingColumn) => string;
  readonly isSelected: (column: number) => boolean;
  readonly keys: ReturnType<typeof useSheetKeys>;
  readonly active: { current: Place | null };
  readonly onType: (column: number, text: string) => void;
  readonly end: ReactNode;
}

function GridRow({ sheet, row, index, columns, textOf, isSelected, keys, active, onType, end }: GridRowProps) {
  const t = useText();
  const format = useFormat();
  const problemText = useProblemText();
  const { problems } = readRow(sheet, row);
  const code = textOf(columns[0] ?? { key: 'code', kind: 'code', label: { en: '', fr: '' } });
  return (
    <tr data-removed={row.isRemoved || undefined}>
      {columns.map((column, position) => {
        const place = { row: index, column: position };
        const problem = problems[column.key];
        const why = problem === undefined ? undefined : problemText(problem, column);
        return (
          <td key={column.key} data-kind={column.kind} title={why}>
            <input
              className={classes.cell}
              data-cell={`${String(index)} ${String(position)}`}
              data-changed={row.texts[column.key] !== undefined || undefined}
              data-selected={isSelected(position) || undefined}
              aria-label={`${format.bilingual(column.label)}, ${rowName(row, code, index, t)}${why === undefined ? '' : `: ${why}`}`}
              aria-invalid={problem !== undefined || undefined}
              autoComplete="off"
              spellCheck={false}
              disabled={row.isRemoved}
              value={textOf(column)}
              onFocus={(event) => {
                active.current = place;
                event.currentTarget.select();
              }}
              onMouseDown={(event) => {
                keys.pressMouse(event, place, active.current);
              }}
              onChange={(event) => {
                onType(position, event.currentTarget.value);
              }}
              onKeyDown={(event) => {
                keys.press(event, place);
              }}
              onCopy={(event) => {
                keys.copy(event, place);
              }}
              onPaste={(event) => {
                keys.take(event, place);
              }}
            />
          </td>
        );
      })}
      {end}
    </tr>
  );
}
