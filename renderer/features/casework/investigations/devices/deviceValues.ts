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
    locked: '',
    unlockedOn: '',
  };
}

/** As the form has it: '' where it is not known. */
export const lockWord = (locked: boolean | null): string => (locked === null ? '' : locked ? 'locked' : 'notLocked');
export const lockOf = (word: string): boolean | null => (word === '' ? null : word === 'locked');
