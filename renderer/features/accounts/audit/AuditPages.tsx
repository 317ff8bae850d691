import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AuditRow } from '#contract/accounts/audit';
import { useText } from '../../../i18n/text.ts';
import classes from './Audit.module.css';

/** The entry before which each page begins, from the latest page to the one shown. */
interface AuditPlace {
  readonly befores: readonly number[];
  readonly move: (befores: readonly number[]) => void;
  /** What the read is asked: nothing on the latest page. */
  readonly page: { readonly size: number; readonly before?: number };
}

export function useAuditPlace(size: number): AuditPlace {
  const [befores, move] = useState<readonly number[]>([]);
  const before = befores.at(-1);
  return { befores, move, page: before === undefined ? { size } : { size, before } };
}

interface AuditPagesProps {
  readonly place: AuditPlace;
  readonly rows: readonly AuditRow[];
}

/** Newer and older entries, where there are more than a page holds. */
export function AuditPages({ place: { befores, move, page }, rows }: AuditPagesProps) {
  const t = useText();
  const last = rows.at(-1);
  const isFull = rows.length === page.size;
  if (befores.length === 0 && !isFull) return null;
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        disabled={befores.length === 0}
        onClick={() => {
          move(befores.slice(0, -1));
        }}
      >
        {t('admin:audit.later')}
      </Button>
      <Button
        variant="default"
        disabled={!isFull}
        onClick={() => {
          if (last !== undefined) move([...befores, last.sequence]);
        }}
      >
        {t('admin:audit.earlier')}
      </Button>
    </div>
  );
}
