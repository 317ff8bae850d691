import { Anchor, Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { HandoverDetail } from '#contract/handover';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { DueBadge } from '../../ui/DueBadge.tsx';
import { HiddenText } from '../../ui/HiddenText.tsx';
import classes from './Handover.module.css';
import type { Chosen } from './useChosen.ts';

interface HandoverTablesProps {
  readonly detail: HandoverDetail;
  readonly chosen: Chosen;
}

/** What is open, kind by kind, each with what goes to the next officer. */
export function HandoverTables({ detail, chosen }: HandoverTablesProps) {
  const t = useText();
  return (
    <>
      <Files detail={detail} chosen={chosen} />
      <Dates detail={detail} />
      <Chosable
        title={t('fileWork:tasks.title')}
        rows={detail.tasks}
        chosen={chosen}
        nameOf={(row) => row.what}
        columns={[
          { key: 'what', header: t('fileWork:tasks.what'), cell: (row) => row.what },
          {
            key: 'file',
            header: t('investigations:column.number'),
            narrow: true,
            cell: (row) => <FileLink path={`/investigations/${row.investigationId}`} number={row.number} />,
          },
          { key: 'due', header: t('fileWork:tasks.dueOn'), narrow: true, cell: (row) => row.dueOn ?? '' },
        ]}
      />
      <Chosable
        title={t('fileWork:handover.referrals')}
        rows={detail.referrals}
        chosen={chosen}
        nameOf={(row) => row.number}
        columns={[
          {
            key: 'number',
            header: t('investigations:column.number'),
            cell: (row) => <FileLink path={`/referrals/${row.id}`} number={row.number} />,
          },
          {
            key: 'received',
            header: t('investigations:referrals.receivedOn'),
            narrow: true,
            cell: (row) => row.receivedOn,
          },
          {
            key: 'state',
            header: t('fileWork:handover.state'),
            cell: (row) => t(`codes:referralState.${row.state}`),
          },
        ]}
      />
    </>
  );
}

function FileLink({ path, number }: { readonly path: string; readonly number: string }) {
  return (
    <Anchor component={Link} href={path} size="sm">
      {number}
    </Anchor>
  );
}

function Files({ detail, chosen }: HandoverTablesProps) {
  const t = useText();
  return (
    <Chosable
      title={t('fileWork:handover.files')}
      rows={detail.investigations}
      chosen={chosen}
      nameOf={(row) => row.number}
      columns={[
        {
          key: 'number',
          header: t('investigations:column.number'),
          narrow: true,
          cell: (row) => <FileLink path={`/investigations/${row.id}`} number={row.number} />,
        },
        { key: 'opened', header: t('investigations:column.openedOn'), narrow: true, cell: (row) => row.openedOn },
        {
          key: 'waiting',
          header: t('investigations:column.waiting'),
          cell: (row) =>
            [t(`codes:waitingState.${row.waiting}`), row.waitingOn ?? ''].filter((part) => part !== '').join(' · '),
        },
        { key: 'since', header: t('investigations:column.since'), narrow: true, cell: (row) => row.waitingSince },
        {
          key: 'next',
          header: t('fileWork:nextStep.title'),
          cell: (row) =>
            row.nextStep === null ? t('fileWork:nextStep.none') : <HiddenText key={row.id} text={row.nextStep} />,
        },
      ]}
    />
  );
}

const pathOf = ({ investigationId, sourceId }: HandoverDetail['due'][number]) =>
  investigationId === null ? `/referrals/${sourceId}` : `/investigations/${investigationId}`;

function Dates({ detail }: { readonly detail: HandoverDetail }) {
  const t = useText();
  const format = useFormat();
  return (
    <Part title={t('due:title')} isEmpty={detail.due.length === 0}>
      <DataTable
        caption={t('due:title')}
        rows={detail.due}
        rowKey={(row) => row.id}
        columns={[
          { key: 'on', header: t('due:column.dueOn'), narrow: true, cell: (row) => row.dueOn },
          {
            key: 'number',
            header: t('due:column.number'),
            narrow: true,
            cell: (row) => <FileLink path={pathOf(row)} number={row.number} />,
          },
          { key: 'name', header: t('due:column.name'), cell: (row) => format.bilingual(row.name) },
          {
            key: 'standing',
            header: t('due:column.standing'),
            cell: (row) => <DueBadge urgency={row.urgency} daysLeft={row.daysLeft} />,
          },
        ]}
      />
    </Part>
  );
}

interface PartProps {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Part({ title, isEmpty, children }: PartProps) {
  const t = useText();
  return (
    <section aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      {isEmpty ? <p className={classes.none}>{t('fileWork:handover.none')}</p> : children}
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
function Chosable<T extends { readonly id: string }>({ title, rows, chosen, nameOf, columns }: ChosableProps<T>) {
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
    <Part title={title} isEmpty={rows.length === 0}>
      <Checkbox
        size="xs"
        mb={4}
        label={t('fileWork:handover.giveAll')}
        aria-label={t('fileWork:actionIn', { action: t('fileWork:handover.giveAll'), section: title })}
        checked={all}
        indeterminate={!all && ids.some(chosen.has)}
        onChange={(event) => {
          chosen.set(ids, event.currentTarget.checked);
        }}
      />
      <DataTable caption={title} rows={rows} rowKey={(row) => row.id} columns={[choose, ...columns]} />
    </Part>
  );
}
