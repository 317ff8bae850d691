import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDotted,
  IconCircleHalf2,
  type Icon,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { Month } from '#contract/ground/dates';
import { useText } from '../../../i18n/text.ts';
import { moveFocus } from '../../../lib/moveFocus.ts';
import { readBlock } from '../../../lib/pastedBlock.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { Tone } from '../../../ui/Notice.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import {
  columns,
  currentValue,
  isChanged,
  keyOf,
  pasteBlock,
  rowState,
  withEdit,
  writeCell,
  type Edits,
  type RowState,
  type Saved,
} from './cells.ts';
import classes from './Staffing.module.css';
import { byFiscalYear } from '../../../lib/fiscal.ts';

interface StaffingGridProps {
  readonly months: readonly Month[];
  readonly saved: Saved;
  readonly edits: Edits;
  readonly onChange: (edits: Edits) => void;
}

/** Months down, figures across; every cell takes a number, "n/a", or a pasted block. */
export function StaffingGrid({ months, saved, edits, onChange }: StaffingGridProps) {
  const t = useText();
  const format = useFormat();
  const table = useRef<HTMLTableElement>(null);
  const [outside, setOutside] = useState(0);
  const years = byFiscalYear(months);

  useEffect(() => {
    // The months at hand are the last ones.
    const place = table.current?.parentElement;
    place?.scrollTo({ top: place.scrollHeight });
  }, [months.length]);

  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const block = readBlock(event.clipboardData.getData('text/plain'));
    if (block.length === 1 && block[0]?.length === 1) return;
    event.preventDefault();
    const pasted = pasteBlock(edits, saved, months, { row, column }, block);
    setOutside(pasted.outside);
    onChange(pasted.edits);
  };

  return (
    <div className={classes.scroll}>
      <table ref={table} className={classes.grid}>
        <caption className="visually-hidden">{t('staffing:gridHelp')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('staffing:month')}</th>
            {columns.map((measure) => (
              <th key={measure} scope="col" data-align="end">
                {t(`staffing:column.${measure}`)}
              </th>
            ))}
            <th scope="col">{t('staffing:state')}</th>
          </tr>
        </thead>
        {years.map(([year, own]) => (
          <tbody key={year}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 2} className={classes.year}>
                {format.fiscalYear(year)}
              </th>
            </tr>
            {own.map((month) => {
              const row = months.indexOf(month);
              return (
                <MonthRow
                  key={month}
                  month={month}
                  row={row}
                  saved={saved}
                  edits={edits}
                  onType={(column, text) => {
                    const measure = columns[column];
                    if (measure !== undefined) onChange(withEdit(edits, saved, keyOf(month, measure), text));
                  }}
                  onPaste={(event, column) => {
                    paste(event, row, column);
                  }}
                />
              );
            })}
          </tbody>
        ))}
      </table>
      {outside > 0 && (
        <p role="status" className={classes.outside}>
          {t('staffing:outside', { count: outside })}
        </p>
      )}
    </div>
  );
}

interface MonthRowProps {
  readonly month: Month;
  readonly row: number;
  readonly saved: Saved;
  readonly edits: Edits;
  readonly onType: (column: number, text: string) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>, column: number) => void;
}

function MonthRow({ month, row, saved, edits, onType, onPaste }: MonthRowProps) {
  const t = useText();
  const format = useFormat();
  const cells = columns.map((measure) => {
    const key = keyOf(month, measure);
    const held = saved.get(key) ?? null;
    const edit = edits.get(key);
    return { measure, held, edit, value: currentValue(held, edit) };
  });
  const hasChanges = cells.some(({ held, edit }) => isChanged(held, edit));
  const hasErrors = cells.some(({ value }) => value === undefined);
  const press = (event: KeyboardEvent<HTMLInputElement>, column: number) => {
    if (event.key === 'Escape') {
      onType(column, writeCell(cells[column]?.held ?? null, format.locale));
      return;
    }
    moveFocus(event, row, column);
  };
  return (
    <tr>
      <th scope="row">{format.month(month)}</th>
      {cells.map(({ measure, held, edit, value }, column) => (
        <td key={measure}>
          <input
            className={classes.cell}
            data-cell={`${String(row)} ${String(column)}`}
            data-changed={isChanged(held, edit) || undefined}
            data-missing={value === 'not_available' || undefined}
            aria-label={`${t(`staffing:column.${measure}`)}, ${format.month(month)}`}
            aria-invalid={value === undefined || undefined}
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            value={edit ?? writeCell(held, format.locale)}
            onFocus={(event) => {
              event.currentTarget.select();
            }}
            onChange={(event) => {
              onType(column, event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              press(event, column);
            }}
            onPaste={(event) => {
              onPaste(event, column);
            }}
          />
        </td>
      ))}
      <td>
        <RowStatus state={rowState(cells.map(({ value }) => value))} hasChanges={hasChanges} hasErrors={hasErrors} />
      </td>
    </tr>
  );
}

const looks: Record<RowState, { readonly tone: Tone; readonly icon: Icon }> = {
  complete: { tone: 'positive', icon: IconCircleCheck },
  with_gaps: { tone: 'neutral', icon: IconCircleDashed },
  partly: { tone: 'dueSoon', icon: IconCircleHalf2 },
  blank: { tone: 'neutral', icon: IconCircleDotted },
};

interface RowStatusProps {
  readonly state: RowState;
  readonly hasChanges: boolean;
  readonly hasErrors: boolean;
}

function RowStatus({ state, hasChanges, hasErrors }: RowStatusProps) {
  const t = useText();
  if (hasErrors) return <StatusBadge tone="overdue" icon={IconAlertTriangle} label={t('staffing:rowInvalid')} />;
  const label = t(`staffing:rowState.${state}`);
  return <StatusBadge {...looks[state]} label={hasChanges ? t('staffing:rowUnsaved', { state: label }) : label} />;
}
