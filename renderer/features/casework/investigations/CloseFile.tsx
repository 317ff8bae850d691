import type { OpenItem } from '#contract/casework/investigations';
import type { OwedItem } from '#contract/casework/triage';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { DangerDialog } from '../../../ui/DangerDialog.tsx';
import { NoticeDialog } from '../../../ui/NoticeDialog.tsx';
import { StillOpen } from '../../../ui/StillOpen.tsx';
import { ChangeAuthorityDialog } from './authorities/ChangeAuthorityDialog.tsx';
import { ClearanceDialog } from './offences/ClearanceDialog.tsx';
import { OffenceDialog } from './offences/OffenceDialog.tsx';
import { ConcludeDialog } from './ConcludeDialog.tsx';
import { DeviceDialog } from './devices/DeviceDialog.tsx';
import { DisposeDialog } from './charges/DisposeDialog.tsx';
import type { FileDialogProps } from './fileSteps.ts';
import { TaskDialog } from './tasks/TaskDialog.tsx';

/** Concluding a file: first what is still open, each one key away, and once nothing is, the conclusion itself. */
export function CloseFile(props: FileDialogProps) {
  const { file, onClose } = props;
  const t = useText();
  const { fileNumber } = useNames();
  const nameOf = useItemName(file.unitId);
  const read = useRead('investigations.openItems', { investigationId: file.id });
  const [settling, { close: back, opener }] = useOpened<OpenItem>();
  if (read.data === undefined) return read.error === null ? null : <FailureAlert failure={read.error.failure} />;
  if (settling !== null) return <Settle {...props} item={settling} onClose={back} />;
  if (read.data.items.length === 0) return <ConcludeDialog {...props} step="conclude" />;
  return (
    <StillOpen
      title={t('investigations:stillOpen.title', { number: fileNumber(file) })}
      text={t('investigations:stillOpen.text', { count: read.data.items.length })}
      points={read.data.items.map((item) => ({
        key: `${item.kind} ${item.id}`,
        name: nameOf(item),
        settle: opener(item),
      }))}
      onClose={onClose}
    />
  );
}

function useItemName(unitId: UnitId): (item: OpenItem) => string {
  const t = useText();
  const { fileNumber } = useNames();
  const format = useFormat();
  return (item) => {
    switch (item.kind) {
      case 'authority':
        return t('investigations:stillOpen.authority', { name: format.bilingual(item.name), on: item.on });
      case 'charge':
        return t('investigations:stillOpen.charge', { section: format.section(item.section), on: item.on });
      case 'offence':
        return t('investigations:stillOpen.offence', { section: format.section(item.section), on: item.on });
      case 'clearance':
        return t('investigations:stillOpen.clearance');
      case 'task':
        return t('investigations:stillOpen.task', { what: item.what });
      case 'device': {
        const name = t('fileWork:devices.named', { kind: t(`codes:deviceKind.${item.device}`), count: item.count });
        return t('investigations:stillOpen.device', { name, on: item.on });
      }
      case 'danger_decision':
      case 'protection_notice':
      case 'danger_end':
        return t(`triage:owed.${item.kind}`, { number: fileNumber({ unitId, number: item.number }) });
    }
  };
}

type SettleProps<K extends OpenItem['kind']> = FileDialogProps & {
  readonly item: Extract<OpenItem, { readonly kind: K }>;
};

/** The dialog that ends one point; closing it leads back to the list. */
function Settle({ item, ...props }: FileDialogProps & { readonly item: OpenItem }) {
  switch (item.kind) {
    case 'authority':
      return <SettleAuthority {...props} item={item} />;
    case 'charge':
      return <SettleCharge {...props} item={item} />;
    case 'offence':
      return <OffenceDialog {...props} />;
    case 'clearance':
      return <ClearanceDialog {...props} />;
    case 'task':
      return <SettleTask {...props} item={item} />;
    case 'device':
      return <SettleDevice {...props} item={item} />;
    case 'danger_decision':
    case 'danger_end':
      return <DangerDialog {...ofReferral(item, props)} />;
    case 'protection_notice':
      return <NoticeDialog {...ofReferral(item, props)} />;
  }
}

/** A referral that a file carries on is of the file's unit. */
const ofReferral = ({ id, number }: OwedItem, { file, onClose }: FileDialogProps) => ({
  referralId: id,
  unitId: file.unitId,
  number,
  onClose,
  onDone: onClose,
});

function SettleCharge({ file, item, onClose }: SettleProps<'charge'>) {
  const detail = useRead('investigations.get', { investigationId: file.id }).data;
  const charge = detail?.charges.find((each) => each.id === item.id);
  return charge === undefined ? null : <DisposeDialog file={file} charge={charge} onClose={onClose} />;
}

function SettleTask({ file, item, onClose }: SettleProps<'task'>) {
  const read = useRead('tasks.list', { investigationId: file.id });
  const task = read.data?.tasks.find((each) => each.id === item.id);
  return task === undefined ? null : <TaskDialog file={file} task={task} settles onClose={onClose} />;
}

function SettleDevice({ file, item, onClose }: SettleProps<'device'>) {
  const read = useRead('devices.list', { investigationId: file.id });
  const device = read.data?.devices.find((each) => each.id === item.id);
  return device === undefined ? null : <DeviceDialog file={file} device={device} onClose={onClose} />;
}

function SettleAuthority({ file, item, onClose }: SettleProps<'authority'>) {
  const authorities = useRead('authorities.list', { investigationId: file.id }).data?.authorities;
  const kinds = useRead('authorities.catalogue', {}, { frozen: true }).data?.kinds;
  const authority = authorities?.find((each) => each.id === item.id);
  const kind = kinds?.find((each) => each.code === authority?.kind);
  if (authority === undefined || kind === undefined) return null;
  return <ChangeAuthorityDialog investigationId={file.id} authority={authority} kind={kind} onClose={onClose} />;
}
