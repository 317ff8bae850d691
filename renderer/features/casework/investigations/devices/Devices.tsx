import type { DeviceRow } from '#contract/casework/devices';
import type { InvestigationId } from '#contract/ground/ids';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import type { FilePartProps } from '../fileParts.ts';
import { FileSection } from '../FileSection.tsx';
import classes from '../Investigations.module.css';
import { usePersonNames } from '../people/usePersonNames.ts';
import { latest } from '../../../../lib/latest.ts';
import { DeviceDialog } from './DeviceDialog.tsx';

/** The devices of the file, from their seizure through the queue to their return. */
export function Devices({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const read = useRead('devices.list', { investigationId: investigation.id });
  const devices = read.data?.devices ?? [];
  return (
    <FileSection
      title={t('codes:paperSection.devices')}
      words={t('investigations:add.words.devices')}
      action={t('fileWork:devices.add')}
      keys="D"
      read={read}
      isEmpty={devices.length === 0}
      dialog={(close, row: DeviceRow | null) => (
        <DeviceDialog file={investigation} device={latest(devices, row)} onClose={close} />
      )}
    >
      {(open) => <DeviceTable investigationId={investigation.id} devices={devices} onOpen={open} />}
    </FileSection>
  );
}

interface DeviceTableProps {
  readonly investigationId: InvestigationId;
  readonly devices: readonly DeviceRow[];
  readonly onOpen: (device: DeviceRow) => void;
}

function DeviceTable({ investigationId, devices, onOpen }: DeviceTableProps) {
  const t = useText();
  const { nameOf } = usePersonNames(investigationId);
  const ofWhom = ({ personId, place }: DeviceRow) =>
    [nameOf(personId), place].filter((part) => part !== null).join(' · ');
  const lockOf = ({ locked, unlockedOn }: DeviceRow) =>
    locked === true && unlockedOn === null ? t('fileWork:devices.stillLocked') : '';
  const stateOfDevice = (row: DeviceRow) =>
    row.endReason === null
      ? [t(`codes:deviceState.${row.state}`), lockOf(row)].filter((part) => part !== '').join(' · ')
      : `${t(`codes:deviceEnd.${row.endReason}`)} ${row.endedOn ?? ''}`;
  const named = ({ kind, count, label }: DeviceRow) =>
    [t('fileWork:devices.named', { kind: t(`codes:deviceKind.${kind}`), count }), label ?? ''].join(' ').trim();
  return (
    <DataTable
      caption={t('codes:paperSection.devices')}
      rows={devices}
      isWide
      rowKey={(row) => row.id}
      isMuted={(row) => row.endedOn !== null}
      columns={[
        {
          key: 'kind',
          header: t('codes:term.device'),
          value: named,
          cell: (row) => (
            <>
              <div className={classes.named}>{named(row)}</div>
              <span className={classes.also}>{ofWhom(row)}</span>
            </>
          ),
        },
        {
          key: 'dates',
          header: t('codes:heading.date'),
          narrow: true,
          value: (row) => row.seizedOn,
          cell: (row) => <Dates device={row} />,
        },
        {
          key: 'state',
          header: t('codes:field.state'),
          value: stateOfDevice,
          cell: (row) => (
            <>
              {stateOfDevice(row)}
              {row.endReason === null && <span className={classes.also}>{row.lab}</span>}
            </>
          ),
        },
        actionColumn({
          label: t('common:change'),
          name: (row) => t('common:changeFor', { name: named(row) }),
          run: onOpen,
        }),
      ]}
    />
  );
}

/** The days of a device that came, one below the other. */
function Dates({ device: { seizedOn, queuedOn, examinedOn } }: { readonly device: DeviceRow }) {
  const t = useText();
  const days = { seizedOn, queuedOn, examinedOn };
  return (['seizedOn', 'queuedOn', 'examinedOn'] as const).map((field) =>
    days[field] === null ? null : (
      <span key={field} className={classes.stage}>
        {t(`codes:field.${field}`)} {days[field]}
      </span>
    ),
  );
}
