import type { DeviceFacts, DeviceRow } from '#contract/casework/devices';
import type { Input } from '#contract/index';

/** What stands in the form: text until it is sent, '' where nothing is given. */
export type DeviceValues = Readonly<Record<Exclude<keyof DeviceFacts, 'count'>, string>> & { readonly count: number };

const orNull = (value: string): string | null => (value.trim() === '' ? null : value);

export function deviceFactsOf(values: DeviceValues): Omit<Input<'devices.record'>, 'investigationId'> {
  return {
    kind: values.kind as DeviceFacts['kind'],
    count: values.count,
    label: orNull(values.label),
    authorityId: orNull(values.authorityId),
    seizedOn: values.seizedOn,
    queuedOn: orNull(values.queuedOn),
    lab: orNull(values.lab),
    beganOn: orNull(values.beganOn),
    examinedOn: orNull(values.examinedOn),
    endedOn: orNull(values.endedOn),
    endReason: orNull(values.endReason) as DeviceFacts['endReason'],
  };
}

export function deviceValuesOf(row: DeviceRow): DeviceValues {
  return {
    kind: row.kind,
    count: row.count,
    label: row.label ?? '',
    authorityId: row.authorityId ?? '',
    seizedOn: row.seizedOn,
    queuedOn: row.queuedOn ?? '',
    lab: row.lab ?? '',
    beganOn: row.beganOn ?? '',
    examinedOn: row.examinedOn ?? '',
    endedOn: row.endedOn ?? '',
    endReason: row.endReason ?? '',
  };
}

export function newDevice(seizedOn: string): DeviceValues {
  return {
    kind: 'phone',
    count: 1,
    label: '',
    authorityId: '',
    seizedOn,
    queuedOn: '',
    lab: '',
    beganOn: '',
    examinedOn: '',
    endedOn: '',
    endReason: '',
  };
}
