import { Button } from '@mantine/core';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';
import classes from './Pager.module.css';

interface PagerProps {
  readonly offset: number;
  readonly size: number;
  readonly total: number;
  readonly onMove: (offset: number) => void;
}

export function Pager({ offset, size, total, onMove }: PagerProps) {
  const t = useText();
  const format = useFormat();
  return (
    <nav className={classes.pager} aria-label={t('common:behind.pages')}>
      <Button
        variant="default"
        size="compact-sm"
        disabled={offset === 0}
        onClick={() => {
          onMove(offset - size);
        }}
      >
        {t('common:behind.previous')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        disabled={offset + size >= total}
        onClick={() => {
          onMove(offset + size);
        }}
      >
        {t('common:behind.next')}
      </Button>
      <span>
        {t('common:behind.shown', {
          first: format.number(offset + 1),
          last: format.number(Math.min(offset + size, total)),
          total: format.number(total),
        })}
      </span>
    </nav>
  );
}
