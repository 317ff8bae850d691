import type { Disposition } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';

/** The kind of the catalogue that holds a youth's period of access. */
export const youthRecord = 'youth_record';

/**
 * The outcome of the Youth Criminal Justice Act, s. 119(2), that a disposition tells by itself, and with it the day on which
 * the period begins. Null where a person must say more: whether a sanction was agreed to and when, the end of the time for
 * appeal, which sentence followed a finding of guilt and when it was completed.
 */
export function accessOutcome(disposition: Disposition): string | null {
  switch (disposition) {
    case 'dismissed':
    case 'withdrawn':
      return 'dismissed';
    case 'stayed':
      return 'stayed';
    case 'guilty':
    case 'acquitted':
    case 'extrajudicial':
    case 'not_criminally_responsible':
    case 'other':
      return null;
  }
}

export interface EndedCharge {
  readonly investigationId: string;
  readonly number: string;
  readonly unitId: string;
  readonly disposition: Disposition;
  readonly disposedOn: CivilDate;
}

/** One line for each file: its last outcome, which is the one that a period would count from. */
export function latestOfEach<C extends EndedCharge>(charges: readonly C[]): C[] {
  const latest = new Map<string, C>();
  for (const each of charges) {
    const held = latest.get(each.investigationId);
    if (held === undefined || each.disposedOn > held.disposedOn) latest.set(each.investigationId, each);
  }
  return [...latest.values()];
}
