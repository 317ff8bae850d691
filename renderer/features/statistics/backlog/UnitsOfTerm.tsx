import { Link } from 'wouter';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Backlog.module.css';
import type { Counted } from './counted.ts';

/** A sum of packs has no files here: each unit's share, and the pack that brought it. */
export function UnitsOfTerm({ term, from, to, unitIds }: Counted) {
  const t = useText();
  const format = useFormat();
  const board = useRead('backlog.board', { from, to, ...(unitIds === null ? {} : { unitIds: [...unitIds] }) });
  const names = useRead('units.list', {}).data?.units ?? [];
  if (board.error !== null) return <FailureAlert failure={board.error.failure} />;
  if (board.data === undefined) return null;
  const total = board.data.total.terms[term];
  return (
    <div className={classes.sums}>
      <p className={shared.noteBelow}>{t('backlog:list.packsText')}</p>
      <DataTable
        caption={t(`codes:ledgerTerm.${term}`)}
        rows={board.data.units}
        rowKey={(unit) => unit.unitId}
        columns={[
          {
            key: 'unit',
            header: t('codes:heading.unit'),
            value: (unit) => {
              const name = names.find((each) => each.id === unit.unitId);
              return name === undefined ? unit.code : `${unit.code} · ${format.bilingual(name.name)}`;
            },
            href: (unit) => `/backlog/units/${unit.unitId}`,
          },
          {
            key: 'value',
            header: t('common:files'),
            as: 'number',
            value: (unit) => unit.ledger.terms[term],
            none: t('backlog:notReportedShort'),
          },
          {
            key: 'pack',
            header: t('backlog:list.packColumn'),
            align: 'end',
            narrow: true,
            cell: (unit) =>
              unit.packId === null ? null : <Link href={`/packs/${unit.packId}`}>{t('backlog:list.pack')}</Link>,
          },
        ]}
        footer={
          <tr>
            <td>{t('backlog:list.sum', { count: board.data.unitsCovered })}</td>
            <td data-align="end">{total === null ? '' : format.number(total)}</td>
            <td />
          </tr>
        }
      />
    </div>
  );
}
