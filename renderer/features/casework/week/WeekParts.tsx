import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { Week, WeekRow } from '#contract/casework/week';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames, type Names } from '../../../lib/useNames.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LeftBadge } from '../../../ui/LeftBadge.tsx';
import shared from '../../../ui/Shared.module.css';
import { useOfficerOfLine } from './useOfficerOfLine.ts';
import classes from './Week.module.css';

const parts = ['danger', 'court', 'legal', 'other', 'unassigned', 'waiting'] as const;
type Part = (typeof parts)[number];
type Listed = Exclude<Part, 'unassigned'>;

/** The screen that lists the lines that are not shown, among others. */
const lists = {
  danger: ['referrals', '/referrals?due=danger'],
  court: ['due', '/due'],
  legal: ['due', '/due'],
  other: ['due', '/due'],
  waiting: ['investigations', '/investigations?openOnly=true'],
} as const;

const isShown = (week: Week, part: Part): boolean =>
  part === 'unassigned'
    ? week.unassigned !== null && Object.values(week.unassigned).some(({ oldest }) => oldest !== null)
    : week[part].rows.length > 0;

/** Each part where it has something. */
export function WeekParts({ week }: { readonly week: Week }) {
  const t = useText();
  const shown = parts.filter((part) => isShown(week, part));
  if (shown.length === 0) return <EmptyState title={t('due:week.emptyTitle')} text={t('due:week.emptyText')} />;
  return (
    <div className={classes.page}>
      {shown.map((part) => (
        <section key={part} aria-label={t(`codes:weekPart.${part}`)}>
          <h2 className={shared.headingAbove}>{t(`codes:weekPart.${part}`)}</h2>
          {part === 'unassigned' ? <Unassigned week={week} /> : <WeekTable part={part} week={week} />}
        </section>
      ))}
    </div>
  );
}

const pathOf = ({ investigationId, referralId }: WeekRow): string =>
  investigationId === null ? `/referrals/${referralId ?? ''}` : `/investigations/${investigationId}`;

function WeekTable({ part, week }: { readonly part: Listed; readonly week: Week }) {
  const t = useText();
  const names = useNames();
  const format = useFormat();
  const officerOf = useOfficerOfLine();
  const { rows, total } = week[part];
  const left = total.value - rows.length;
  const [screen, href] = lists[part];
  return (
    <>
      <DataTable
        caption={t(`codes:weekPart.${part}`)}
        rows={rows}
        rowKey={({ id }) => id}
        keepsOrder
        isMuted={({ outcome }) => outcome !== null}
        columns={columnsOf({ part, t, names, officerOf, bilingual: format.bilingual, weekday: format.weekday })}
      />
      {left > 0 && (
        <p className={classes.more}>
          {t('due:week.more', { count: left })}{' '}
          <Anchor component={Link} href={href}>
            {t(`${screen}:nav`)}
          </Anchor>
        </p>
      )}
    </>
  );
}

interface ColumnOptions {
  readonly part: Listed;
  readonly t: Translate;
  readonly names: Names;
  readonly officerOf: (row: WeekRow) => string;
  readonly bilingual: (text: WeekRow['name']) => string;
  readonly weekday: (day: string) => string;
}

function columnsOf({ part, t, names, officerOf, bilingual, weekday }: ColumnOptions): readonly Column<WeekRow>[] {
  const [isCourt, isDated] = [part === 'court', part !== 'court' && part !== 'waiting'];
  const dayOf = ({ on, time }: WeekRow) => [isCourt ? weekday(on) : on, time ?? ''].join(' ').trim();
  const standing: Column<WeekRow> = {
    key: 'standing',
    header: t('codes:field.state'),
    narrow: true,
    cell: ({ urgency, daysLeft, dueAt }) =>
      urgency !== null && <LeftBadge urgency={urgency} daysLeft={daysLeft} dueAt={dueAt} />,
  };
  const outcome: Column<WeekRow> = {
    key: 'outcome',
    header: t('codes:field.hearingOutcome'),
    value: (row) => row.outcome && t(`codes:hearingOutcome.${row.outcome}`),
  };
  return [
    {
      key: 'on',
      header: t(part === 'waiting' ? 'codes:field.since' : 'codes:heading.date'),
      narrow: true,
      value: dayOf,
    },
    { key: 'number', header: t('common:caseFile'), narrow: true, value: names.fileNumber, href: pathOf },
    { key: 'title', header: t('codes:heading.caseTitle'), value: ({ title }) => title },
    { key: 'name', header: t('codes:field.kind'), value: ({ name }) => bilingual(name) },
    {
      key: 'person',
      header: t(isCourt ? 'codes:field.attends' : 'codes:field.owner'),
      value: officerOf,
    },
    ...(isDated ? [standing] : []),
    ...(isCourt ? [outcome] : []),
  ];
}

/** How many nobody works on, with the way to them and to the oldest. */
function Unassigned({ week: { unassigned } }: { readonly week: Week }) {
  const t = useText();
  const names = useNames();
  const format = useFormat();
  if (unassigned === null) return null;
  const kinds = [
    { kind: 'referrals', href: '/referrals?openOnly=true&assignedTo=nobody' },
    { kind: 'investigations', href: '/investigations?openOnly=true&lead=nobody' },
  ] as const;
  const rows = kinds.flatMap(({ kind, href }) => {
    const { total, oldest } = unassigned[kind];
    return oldest === null ? [] : [{ kind, href, total, oldest }];
  });
  type Row = (typeof rows)[number];
  const columns: readonly Column<Row>[] = [
    { key: 'kind', header: t('codes:field.kind'), value: ({ kind }) => t(`${kind}:nav`) },
    {
      key: 'count',
      header: t('codes:field.count'),
      narrow: true,
      value: ({ total: { value, exact } }) =>
        exact ? format.number(value) : t('lists:atLeast', { value: format.number(value) }),
      href: ({ href }) => href,
    },
    {
      key: 'oldest',
      header: t('due:week.oldest'),
      narrow: true,
      value: ({ oldest }) => names.fileNumber(oldest),
      href: ({ oldest }) => pathOf(oldest),
    },
    { key: 'on', header: t('codes:field.since'), narrow: true, value: ({ oldest }) => oldest.on },
  ];
  return (
    <DataTable
      caption={t('codes:weekPart.unassigned')}
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={columns}
      keepsOrder
    />
  );
}
