import type { Board, UnitBacklog } from '#contract/statistics/backlog';
import { ledgerTerm } from '#contract/ground/codes';
import type { Unit } from '#contract/accounts/people';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import classes from './Backlog.module.css';
import { growthOf } from './headline.ts';

interface BoardTableProps {
  readonly board: Board;
  readonly units: readonly UnitBacklog[];
  readonly names: readonly Unit[];
}

/** The small drawings as figures: each unit's ledger over the months in view. */
export function BoardTable({ board, units, names }: BoardTableProps) {
  const t = useText();
  const format = useFormat();
  const figure = (key: string, header: string, pick: (unit: UnitBacklog) => number | null): Column<UnitBacklog> => ({
    key,
    header,
    as: key === 'growth' ? 'change' : 'number',
    value: pick,
    none: t('backlog:notReportedShort'),
  });
  const columns: Column<UnitBacklog>[] = [
    {
      key: 'unit',
      header: t('codes:heading.unit'),
      value: (unit) => {
        const name = names.find((each) => each.id === unit.unitId);
        return name === undefined ? unit.code : `${unit.code} · ${format.bilingual(name.name)}`;
      },
      href: (unit) => `/backlog/units/${unit.unitId}`,
      narrow: true,
    },
    figure('opening', t('codes:ledger.opening'), (unit) => unit.ledger.opening),
    ...ledgerTerm.options
      .filter((term) => units.some((unit) => unit.ledger.terms[term] !== 0))
      .map((term) => figure(term, t(`codes:ledgerTerm.${term}`), (unit) => unit.ledger.terms[term])),
    figure('closing', t('codes:ledger.closing'), (unit) => unit.ledger.closing),
    figure('growth', t('codes:heading.change'), growthOf),
    {
      key: 'movement',
      header: t('common:trend'),
      value: (unit) => t(`codes:movement.${unit.movement}`),
      narrow: true,
    },
  ];
  return (
    <div className={classes.dense}>
      <DataTable
        caption={t('backlog:units.text', { count: board.months.length })}
        rows={units}
        rowKey={(unit) => unit.unitId}
        columns={columns}
      />
    </div>
  );
}
