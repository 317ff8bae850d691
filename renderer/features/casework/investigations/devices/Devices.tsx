import type { DeviceRow } from '#contract/casework/devices';
import type { InvestigationId } from '#contract/ground/ids';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import type { FilePartProps } from '../fileParts.ts';
import { FileSection } from '../FileSection.tsx';
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
      action={t('fileWork:devices.add')}
      keys="D"
      read={read}
      none={devices.length === 0 && t('fileWork:devices.none')}
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
  const isLinked = devices.some((row) => ofWhom(row) !== '');
  const lockOf = ({ locked, unlockedOn }: DeviceRow) =>
    locked === true && unlockedOn === null ? t('fileWork:devices.stillLocked') : '';
  const named = ({ kind, count, label }: DeviceRow) =>
    [t('fileWork:devices.named', { kind: t(`codes:deviceKind.${kind}`), count }), label ?? ''].join(' ').trim();
  return (
    <DataTable
      caption={t('codes:paperSection.devices')}
      isWide
      rows={devices}
      rowKey={(row) => row.id}
      isMuted={(row) => row.endedOn !== null}
      columns={[
        { key: 'kind', header: t('codes:term.device'), value: named },
        ...(isLinked ? [{ key: 'of', header: t('fileWork:devices.of'), value: ofWhom }] : []),
        { key: 'seized', header: t('codes:field.seizedOn'), narrow: true, value: (row) => row.seizedOn },
        { key: 'queued', header: t('codes:field.queuedOn'), narrow: true, value: (row) => row.queuedOn },
        { key: 'examined', header: t('codes:field.examinedOn'), narrow: true, value: (row) => row.examinedOn },
        {
          key: 'state',
          header: t('codes:field.state'),
          value: (row) =>
            row.endReason === null
              ? [t(`codes:deviceState.${row.state}`), row.lab ?? '', lockOf(row)]
                  .filter((part) => part !== '')
                  .join(' · ')
              : `${t(`codes:deviceEnd.${row.endReason}`)} ${row.endedOn ?? ''}`,
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
