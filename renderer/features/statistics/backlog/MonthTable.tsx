import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCircleDashed, IconCircleDotted } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { UnitBacklog } from '#contract/statistics/backlog';
import { caseMeasure, ledgerTerm, type LedgerTerm } from '#contract/ground/codes';
import { monthsBetween, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole, useSession } from '../../../bridge/session.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { currentMonth } from '../../../lib/currentMonth.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { ValueState } from '../../../ui/ValueState.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Backlog.module.css';
import { ConfirmMonth } from './ConfirmMonth.tsx';
import { NotKeptDialog } from './NotKeptDialog.tsx';
import { endOf } from './PeriodLedger.tsx';
import { countedMeasures, monthFigures, valueIn, type MonthFigures, type MonthState } from './monthState.ts';

interface MonthTableProps {
  readonly unitId: UnitId;
  readonly unit: UnitBacklog;
  readonly from: Month;
  readonly to: Month;
}

/** Each month's ledger, the status of its figures, and the supervisor's way to say so. */
export function MonthTable({ unitId, unit, from, to }: MonthTableProps) {
  const t = useText();
  const { workspace } = useSession();
  const mayConfirm = useHasRole('supervisor') && workspace.kind === 'unit';
  const [confirming, setConfirming] = useState<Month | null>(null);
  const [isDeclaring, declaring] = useDisclosure();
  const grid = useRead('unitMonths.grid', { unitId, from, to, measures: [...countedMeasures, ...caseMeasure.options] });
  const months = monthsBetween(from, to);
  const notKept = useRead('unitMonths.notKept', { unitId }, { enabled: mayConfirm });
  const declared = notKept.data?.measures ?? [];
  const rows = monthFigures(months, grid.data?.cells ?? [], declared);
  const columns = useColumns({ unit, unitId, months, rows, onConfirm: mayConfirm ? setConfirming : null });
  const chosen = rows.find((row) => row.month === confirming);
  return (
    <section aria-labelledby="months-title" className={classes.section}>
      <h2 id="months-title" className={shared.title}>
        {t('backlog:months.title')}
      </h2>
      <p className={shared.noteBelow}>{t(`backlog:months.${mayConfirm ? 'confirmText' : 'text'}`)}</p>
      <div className={classes.dense}>
        <DataTable caption={t('backlog:months.title')} rows={rows} rowKey={(row) => row.month} columns={columns} />
      </div>
      {mayConfirm && (
        <div>
          <Button variant="default" size="compact-sm" onClick={declaring.open}>
            {t('backlog:notKept.open', { count: declared.length })}
          </Button>
        </div>
      )}
      {isDeclaring && <NotKeptDialog unitId={unitId} months={months} declared={declared} onClose={declaring.close} />}
      {chosen !== undefined && (
        <ConfirmMonth
          unitId={unitId}
          figures={chosen}
          onClose={() => {
            setConfirming(null);
          }}
        />
      )}
    </section>
  );
}

/** A declared movement has no files, and neither has the balance after it. */
const isDeclared = ({ cells }: MonthFigures): boolean =>
  ledgerTerm.options.some((term) => cells.get(term)?.source === 'declared');

interface ColumnFacts extends Pick<MonthTableProps, 'unit' | 'unitId'> {
  readonly months: readonly Month[];
  readonly rows: readonly MonthFigures[];
  readonly onConfirm: ((month: Month) => void) | null;
}

function useColumns({ unit, unitId, months, rows, onConfirm }: ColumnFacts): Column<MonthFigures>[] {
  const t = useText();
  const format = useFormat();
  const hasLists = useSession().workspace.kind === 'unit';
  // A column in which nothing ever happened says nothing.
  const terms = ledgerTerm.options.filter((term) => rows.some((row) => (valueIn(row, term) ?? 0) !== 0));
  const closingOf = (month: Month) => unit.closing[months.indexOf(month)] ?? null;
  const termColumn = (term: LedgerTerm): Column<MonthFigures> => ({
    key: term,
    header: t(`codes:ledgerTerm.${term}`),
    align: 'end',
    narrow: true,
    value: (row) => valueIn(row, term),
    cell: (row) => {
      const value = valueIn(row, term);
      if (value === null) return <span className={shared.dimmed}>{t('common:none')}</span>;
      const isListed = hasLists && value !== 0 && row.cells.get(term)?.source === 'counted';
      const shown = format.number(value);
      return isListed ? (
        <Link href={`/backlog/units/${unitId}/list/${term}/${row.month}/${row.month}`}>{shown}</Link>
      ) : (
        shown
      );
    },
  });
  return [
    { key: 'month', header: t('codes:heading.month'), as: 'shortMonth', value: (row) => row.month },
    // Next to the month, where a narrow window still shows them.
    { key: 'state', header: t('backlog:months.state'), cell: (row) => <State state={row.state} />, narrow: true },
    ...(onConfirm === null ? [] : [confirmColumn(onConfirm, t, format.month)]),
    ...terms.map(termColumn),
    {
      key: 'closing',
      header: t('codes:ledger.closing'),
      align: 'end',
      narrow: true,
      value: (row) => closingOf(row.month),
      cell: (row) => {
        const closing = closingOf(row.month);
        if (closing === null) return t('backlog:notReportedShort');
        const shown = <strong>{format.number(closing)}</strong>;
        const isListed = hasLists && closing > 0 && !isDeclared(row);
        return isListed ? <Link href={`/backlog/units/${unitId}/ages/all/${endOf(row.month)}`}>{shown}</Link> : shown;
      },
    },
  ];
}

function confirmColumn(
  onConfirm: (month: Month) => void,
  t: Translate,
  nameOf: (month: Month) => string,
): Column<MonthFigures> {
  return {
    key: 'confirm',
    header: t('backlog:confirm.column'),
    narrow: true,
    // The month under way is not over: there is nothing to confirm yet.
    cell: ({ month }) =>
      month < currentMonth() && (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={t('backlog:confirm.title', { month: nameOf(month) })}
          onClick={() => {
            onConfirm(month);
          }}
        >
          {t('backlog:confirm.open')}
        </Button>
      ),
  };
}

function State({ state }: { readonly state: MonthState }) {
  const t = useText();
  if (state === 'none')
    return <StatusBadge tone="neutral" icon={IconCircleDotted} label={t('backlog:months.noRecord')} />;
  if (state === 'open')
    return <StatusBadge tone="dueSoon" icon={IconCircleDashed} label={t('backlog:months.toConfirm')} />;
  return <ValueState status={state} />;
}
