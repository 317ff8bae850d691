import type { DeviceState } from '#contract/ground/codes';
import { monthOf, type CivilDate, type Month } from '#contract/ground/dates';
import type { DeviceFacts } from '#contract/casework/devices';
import type { FieldProblem } from '#contract/ground/errors';
import { daysBetween } from '../../ground/kernel/days.ts';

/** Its state follows from the last of its dates. */
export function deviceStateOf({ queuedOn, beganOn, examinedOn, endedOn }: DeviceFacts): DeviceState {
  if (endedOn !== null) return 'ended';
  if (examinedOn !== null) return 'examined';
  if (beganOn !== null) return 'examining';
  return queuedOn === null ? 'held' : 'queued';
}

const order = ['seizedOn', 'queuedOn', 'beganOn', 'examinedOn'] as const;

/** Days out of order or still to come, and an end without its date. */
export function deviceProblems(facts: DeviceFacts, today: CivilDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  let last = facts.seizedOn;
  for (const field of order) {
    const on = facts[field];
    if (on === null) continue;
    if (on < last) problems.push({ path: field, code: 'date_before_previous' });
    if (on > today) problems.push({ path: field, code: 'date_in_future' });
    last = on;
  }
  return [...problems, ...lockProblems(facts, today), ...endProblems(facts, today)];
}

/** Only what was locked is opened, from its seizure on. */
function lockProblems({ seizedOn, locked, unlockedOn }: DeviceFacts, today: CivilDate): FieldProblem[] {
  if (unlockedOn === null) return [];
  if (locked !== true) return [{ path: 'locked', code: 'invalid_type' }];
  if (unlockedOn > today) return [{ path: 'unlockedOn', code: 'date_in_future' }];
  return unlockedOn < seizedOn ? [{ path: 'unlockedOn', code: 'date_before_previous' }] : [];
}

function endProblems({ seizedOn, endedOn, endReason }: DeviceFacts, today: CivilDate): FieldProblem[] {
  if ((endedOn === null) !== (endReason === null))
    return [{ path: endedOn === null ? 'endedOn' : 'endReason', code: 'invalid_type' }];
  if (endedOn === null) return [];
  if (endedOn > today) return [{ path: 'endedOn', code: 'date_in_future' }];
  return endedOn < seizedOn ? [{ path: 'endedOn', code: 'date_before_previous' }] : [];
}

export interface DeviceCount {
  readonly measure: 'devices_seized' | 'devices_examined';
  readonly month: Month;
  readonly amount: number;
}

type Counted = Pick<DeviceFacts, 'count' | 'seizedOn' | 'examinedOn' | 'endReason'>;

/** What a row adds to its unit's months. */
export function deviceCounts({ count, seizedOn, examinedOn, endReason }: Counted): readonly DeviceCount[] {
  if (endReason === 'entered_in_error') return [];
  const seized = { measure: 'devices_seized', month: monthOf(seizedOn), amount: count } as const;
  if (examinedOn === null) return [seized];
  return [seized, { measure: 'devices_examined', month: monthOf(examinedOn), amount: count }];
}

type Examined = Pick<DeviceFacts, 'count' | 'seizedOn' | 'queuedOn' | 'examinedOn' | 'endReason'>;

/** Days from the queue to the examination; from the seizure where no queue was recorded. Null while it was not examined. */
function daysInQueue({ seizedOn, queuedOn, examinedOn, endReason }: Examined): number | null {
  return examinedOn === null || endReason === 'entered_in_error' ? null : daysBetween(queuedOn ?? seizedOn, examinedOn);
}

/** The median of the days in queue of every device examined, each counted once; null where there was none. */
export function medianDaysInQueue(devices: readonly Examined[]): { readonly days: number | null; readonly n: number } {
  const waits = devices
    .flatMap((each) => {
      const days = daysInQueue(each);
      return days === null ? [] : Array.from({ length: each.count }, () => days);
    })
    .sort((a, b) => a - b);
  const middle = Math.floor(waits.length / 2);
  const upper = waits[middle];
  if (upper === undefined) return { days: null, n: 0 };
  const lower = waits.length % 2 === 0 ? (waits[middle - 1] ?? upper) : upper;
  return { days: (lower + upper) / 2, n: waits.length };
}
