import { useRef } from 'react';
import type { FundingColumn } from '#contract/reporting/fundingColumns';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { cellText } from './cellText.ts';
import { readRow, sheetRows, withRemoved, withText, type Draft, type Sheet, type SheetRow } from './draft.ts';
import classes from './Funding.module.css';
import { GridRow } from './GridRow.tsx';
import type { Place } from './paste.ts';
import { isInside } from './range.ts';
import { SheetTotals } from './SheetTotals.tsx';
import { useSheetKeys } from './useSheetKeys.ts';
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

/** Rows down, columns across: every cell is an input that takes typing, keys and blocks as a spreadsheet's does. */
export function SheetGrid({ sheet, draft, columns, period, onDraft, onPaste }: SheetGridProps) {
  const t = useText();
  const { locale, bilingual } = useFormat();
  const rows = sheetRows(sheet, draft);
  const active = useRef<Place | null>(null);
  const layout = gridColumns(sheet.register, period, columns);
  const savedText = (row: SheetRow, column: FundingColumn): string =>
    cellText(column, row.saved?.cells[column.key] ?? null, locale, sheet.units);
  const textOf = (row: SheetRow, column: FundingColumn): string => row.texts[column.key] ?? savedText(row, column);
  const at = ({ row, column }: Place): readonly [SheetRow, FundingColumn] | null => {
    const [ofRow, ofColumn] = [rows[row], columns[column]];
    return ofRow === undefined || ofColumn === undefined ? null : [ofRow, ofColumn];
  };
  const typed = (from: Draft, place: Place, text: string): Draft => {
    const found = at(place);
    return found === null ? from : withText(from, sheet, found[0].id, found[1], text);
  };
  const keys = useSheetKeys({
    rows: rows.length,
    columns: columns.length,
    textAt: (place) => {
      const found = at(place);
      return found === null ? '' : textOf(...found);
    },
    restore: (place) => {
      const found = at(place);
      if (found !== null) onDraft(typed(draft, place, savedText(...found)));
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
            {layout.map(({ key, column }) => (
              <th key={key} scope="col" data-kind={column?.kind ?? 'money'}>
                {column === null ? t(`funding:grid.computed.${key}`) : bilingual(column.label)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('funding:grid.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const reading = readRow(sheet, row);
            return (
              <GridRow
                key={row.id}
                row={row}
                index={index}
                name={rowName(row, columns[0] === undefined ? '' : textOf(row, columns[0]), index, t)}
                layout={layout}
                problems={reading.problems}
                money={moneyOf(reading.cells, period)}
                textOf={(column) => textOf(row, column)}
                isChosen={(column) => keys.range !== null && isInside(keys.range, { row: index, column })}
                keys={keys}
                active={active}
                onType={(column, text) => {
                  onDraft(typed(draft, { row: index, column }, text));
                }}
                onToggle={() => {
                  onDraft(withRemoved(draft, row));
                }}
              />
            );
          })}
        </tbody>
        <SheetTotals sheet={sheet} rows={rows} columns={layout} period={period} />
      </table>
    </div>
  );
}

function rowName(row: SheetRow, code: string, index: number, t: Translate): string {
  if (code !== '') return code;
  return row.saved === null ? t('funding:grid.newRow') : t('funding:grid.row', { row: index + 1 });
}
