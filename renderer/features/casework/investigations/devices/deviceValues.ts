import type { DeviceFacts } from '#contract/casework/devices';

/** Values of the form: text until it is sent, '' where nothing is given. */
export type DeviceValues = Readonly<Record<Exclude<keyof DeviceFacts, 'count'>, string>> & { readonly count: number };

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
    personId: '',
    place: '',
  };
}
