import type { DeviceLocks } from '#contract/casework/devices';
import { quarterMonths } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import shared from '../../../ui/Shared.module.css';
import { useQuarterColumns } from '../../../ui/useQuarterColumns.tsx';
import classes from './LockedDevices.module.css';

const counts = ['seized', 'locked', 'notKnown', 'opened', 'examined', 'stillLocked'] as const;

/** How many devices were locked and opened, beside those seized and examined; below the list and closed at first. */
export function LockedDevices({ unitId }: { readonly unitId: UnitId | null }) {
  const t = useText();
  const format = useFormat();
  const { units, unitCode } = useNames();
  const columns = useQuarterColumns<(typeof counts)[number], DeviceLocks>(
    counts,
    (key) => t(`fileWork:locks.${key}`),
    (row, key) => `/devices/${row.unitId}/${key}/${quarterMonths(row.quarter)[0]}`,
  );
  const [isOpen, setOpen] = useKeptState('devices.locks', false);
  const read = useRead('devices.locks', { filter: unitId === null ? {} : { unitId } }, { keepPrevious: true });
  if (read.error !== null) return <FailureAlert failure={read.error.failure} />;
  if (read.data === undefined)
    return (
      <div className={classes.locks}>
        <Loading />
      </div>
    );
  const { rows } = read.data;
  const title = t('fileWork:locks.title');
  const ofUnit = {
    key: 'unit',
    header: t('codes:heading.unit'),
    value: (row: (typeof rows)[number]) => unitCode(row.unitId),
    narrow: true,
  };
  return (
    <details
      className={classes.locks}
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{title}</summary>
      <p className={shared.noteBelow}>{t('fileWork:locks.text')}</p>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={(row) => `${row.unitId} ${format.quarter(row.quarter)}`}
        keepsOrder
        columns={[...(units.length > 1 ? [ofUnit] : []), ...columns]}
      />
    </details>
  );
}
