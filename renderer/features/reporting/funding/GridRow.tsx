import type { FundingColumn } from '#contract/reporting/fundingColumns';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { ComputedCell } from './ComputedCell.tsx';
import type { RowReading, SheetRow } from './draft.ts';
import classes from './Funding.module.css';
import type { Place } from './paste.ts';
import { RowActions } from './RowActions.tsx';
import { useProblemText } from './useProblemText.ts';
import type { useSheetKeys } from './useSheetKeys.ts';
import type { GridColumn, Money } from './views.ts';

interface GridRowProps {
  readonly row: SheetRow;
  readonly index: number;
  /** What a screen reader calls the row. */
  readonly name: string;
  readonly layout: readonly GridColumn[];
  readonly problems: RowReading['problems'];
  readonly money: Money;
  readonly textOf: (column: FundingColumn) => string;
  readonly isChosen: (column: number) => boolean;
  readonly keys: ReturnType<typeof useSheetKeys>;
  readonly active: { current: Place | null };
  readonly onType: (column: number, text: string) => void;
  readonly onToggle: () => void;
}

export function GridRow({ row, index, name, layout, problems, money, onToggle, ...rest }: GridRowProps) {
  const { textOf, isChosen, keys, active, onType } = rest;
  const t = useText();
  const format = useFormat();
  const problemText = useProblemText();
  return (
    <tr data-removed={row.isRemoved || undefined}>
      {layout.map((each) => {
        if (each.column === null) return <ComputedCell key={each.key} what={each.key} money={money} />;
        const { key, column, position } = each;
        const place = { row: index, column: position };
        const problem = problems[key];
        const why = problem === undefined ? undefined : problemText(problem, column);
        const label = `${format.bilingual(column.label)}, ${name}`;
        return (
          <td key={key} data-kind={column.kind} title={why}>
            <input
              className={classes.cell}
              data-cell={`${String(index)} ${String(position)}`}
              data-changed={row.texts[key] !== undefined || undefined}
              data-chosen={isChosen(position) || undefined}
              aria-label={why === undefined ? label : t('funding:labelled', { label, text: why })}
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
      <td>
        <RowActions row={row} name={name} onToggle={onToggle} />
      </td>
    </tr>
  );
}
