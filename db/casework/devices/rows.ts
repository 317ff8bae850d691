import type { DeviceEnd, DeviceKind } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { DeviceFacts, DeviceRow } from '#contract/casework/devices';
import type { AuthorityId, DeviceId } from '#contract/ground/ids';
import type { device } from '../../ground/schema/unit/devices.ts';
import { deviceStateOf } from './rules.ts';

export type DeviceRecord = typeof device.$inferSelect;

export function toDeviceFacts(row: DeviceRecord): DeviceFacts {
  return {
    kind: row.kind as DeviceKind,
    count: row.count,
    label: row.label,
    authorityId: row.authorityId as AuthorityId | null,
    seizedOn: row.seizedOn as CivilDate,
    queuedOn: row.queuedOn as CivilDate | null,
    lab: row.lab,
    beganOn: row.beganOn as CivilDate | null,
    examinedOn: row.examinedOn as CivilDate | null,
    endedOn: row.endedOn as CivilDate | null,
    endReason: row.endReason as DeviceEnd | null,
  };
}

export function toDevice(row: DeviceRecord): DeviceRow {
  const facts = toDeviceFacts(row);
  return { ...facts, id: row.id as DeviceId, version: row.version, state: deviceStateOf(facts) };
}
