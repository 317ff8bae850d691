import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import type { ListTotal } from '../lib/useLongList.ts';
import { useFormat } from '../lib/useFormat.ts';
import classes from './ListBar.module.css';

interface ListBarProps {
  readonly label: string;
  /** The way to the saved views. */
  readonly view?: ReactNode;
  readonly children?: ReactNode;
  /** What can be done with the list as a whole. */
  readonly tools?: ReactNode;
  /** How many the filters leave, and of how many; null until known. */
  readonly total: ListTotal | null;
  readonly all: ListTotal | null;
}

/** Filters of a list on one line, and what they leave of it. */
export function ListBar({ label, view, children, tools, total, all }: ListBarProps) {
  const t = useText();
  const format = useFormat();
  const shown = ({ value, exact }: ListTotal) =>
    exact ? format.number(value) : t('lists:atLeast', { value: format.number(value) });
  return (
    <div className={classes.bar} role="search" aria-label={label}>
      {view}
      {children}
      <span className={classes.end}>
        <span className="tabular" role="status">
          {total !== null &&
            (all === null || (all.exact && all.value === total.value)
              ? t('lists:rows', { count: total.value, shown: shown(total) })
              : t('lists:of', { count: total.value, shown: shown(total), all: shown(all) }))}
        </span>
        {tools}
      </span>
    </div>
  );
}
