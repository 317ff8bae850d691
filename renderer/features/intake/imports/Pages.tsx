import { Button } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './Imports.module.css';

interface PagesProps {
  readonly offset: number;
  readonly size: number;
  readonly total: number;
  readonly onMove: (offset: number) => void;
}

/** Moves through rows that are shown a page at a time. */
export function Pages({ offset, size, total, onMove }: PagesProps) {
  const t = useText();
  const format = useFormat();
  if (total <= size) return null;
  return (
    <div className={classes.pages}>
      <Button
        size="compact-sm"
        variant="default"
        disabled={offset === 0}
        onClick={() => {
          onMove(offset - size);
        }}
      >
        {t('lists:previousPage')}
      </Button>
      <span className="tabular" role="status">
        {t('imports:rows.page', {
          first: format.number(offset + 1),
          last: format.number(Math.min(offset + size, total)),
          total: format.number(total),
        })}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={offset + size >= total}
        onClick={() => {
          onMove(offset + size);
        }}
      >
        {t('lists:nextPage')}
      </Button>
    </div>
  );
}
