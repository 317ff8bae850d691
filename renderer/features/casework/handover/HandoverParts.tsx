import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Handover.module.css';
import type { Chosen } from './useChosen.ts';

interface PartProps {
  readonly title: string;
  readonly isEmpty: boolean;
  /** On the line of the heading. */
  readonly act?: ReactNode;
  readonly children: ReactNode;
}

/** A kind of open work, or that there is none. */
export function Part({ title, isEmpty, act, children }: PartProps) {
  const t = useText();
  return (
    <section aria-label={title}>
      <div className={classes.head}>
        <h2 className={classes.heading}>{title}</h2>
        {!isEmpty && act}
      </div>
      {isEmpty ? <p className={shared.none}>{t('fileWork:handover.none')}</p> : children}
    </section>
  );
}

interface ChosableProps<T> {
  readonly title: string;
  readonly rows: readonly T[];
  readonly chosen: Chosen;
  readonly nameOf: (row: T) => string;
  readonly columns: readonly Column<T>[];
}

/** A table whose rows can be left out of what is given on. */
export function Chosable<T extends { readonly id: string }>({
  title,
  rows,
  chosen,
  nameOf,
  columns,
}: ChosableProps<T>) {
  const t = useText();
  const ids = rows.map(({ id }) => id);
  const all = ids.every(chosen.has);
  const choose: Column<T> = {
    key: 'choose',
    header: t('fileWork:handover.given'),
    hidesHeader: true,
    narrow: true,
    cell: (row) => (
      <Checkbox
        size="xs"
        aria-label={t('fileWork:handover.give', { name: nameOf(row) })}
        checked={chosen.has(row.id)}
        onChange={(event) => {
          chosen.set([row.id], event.currentTarget.checked);
        }}
      />
    ),
  };
  return (
    <Part
      title={title}
      isEmpty={rows.length === 0}
      act={
        <Checkbox
          size="xs"
          label={t('fileWork:handover.giveAll')}
          aria-label={t('fileWork:actionIn', { action: t('fileWork:handover.giveAll'), section: title })}
          checked={all}
          indeterminate={!all && ids.some(chosen.has)}
          onChange={(event) => {
            chosen.set(ids, event.currentTarget.checked);
          }}
        />
      }
    >
      <DataTable caption={title} rows={rows} rowKey={(row) => row.id} columns={[choose, ...columns]} />
    </Part>
  );
}
