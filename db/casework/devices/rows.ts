import type { DeviceFacts, DeviceRow } from '#contract/casework/devices';
import { pick } from '../../ground/kernel/pick.ts';
import type { device } from '../../ground/schema/unit/devices.ts';
import { deviceStateOf } from './rules.ts';

export type DeviceRecord = typeof device.$inferSelect;

export function toDeviceFacts(row: DeviceRecord): DeviceFacts {
  return {
    ...pick(row, 'kind', 'count', 'label', 'authorityId', 'seizedOn', 'queuedOn', 'lab', 'beganOn', 'examinedOn'),
    ...pick(row, 'endedOn', 'endReason', 'personId', 'place', 'locked', 'unlockedOn'),
  };
}

export function toDevice(row: DeviceRecord): DeviceRow {
  const facts = toDeviceFacts(row);
  return { ...facts, id: row.id, version: row.version, state: deviceStateOf(facts) };
}
