import type { ExchangeState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { FieldProblem } from '#contract/ground/errors';
import type { SharedReason } from '#contract/casework/identifiers';
import type { Sought } from '../../casework/identifiers/matches.ts';
import { sharedReasonOf } from '../../casework/identifiers/rules.ts';
import { daysBetween } from '../../ground/kernel/days.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import type { ExchangeEntry } from './format.ts';
import type { Hashed } from './hashes.ts';

/** A quarter: a longer exchange needs a new key. */
const longestDays = 92;

interface Standing {
  readonly endedOn: string | null;
  readonly expiresOn: string;
  readonly peerFingerprint: string | null;
}

export function stateOfExchange({ endedOn, expiresOn, peerFingerprint }: Standing, today: CivilDate): ExchangeState {
  if (endedOn !== null) return 'ended';
  if (isExpired(expiresOn, today)) return 'expired';
  return peerFingerprint === null ? 'awaiting_key' : 'open';
}

/** The last day counts. */
export const isExpired = (expiresOn: string, today: CivilDate): boolean => today > expiresOn;

export function expiryProblems(expiresOn: CivilDate, today: CivilDate): FieldProblem[] {
  const isWithin = !isExpired(expiresOn, today) && daysBetween(today, expiresOn) <= longestDays;
  return isWithin ? [] : [{ path: 'expiresOn', code: 'not_within_quarter' }];
}

/** Each reference with the own identifiers that match it, and why. `Own` is matched as it would be within the store. */
export function matchEntries<Own extends Sought>(
  own: readonly Own[],
  hash: (identifier: Own) => Hashed,
  entries: readonly ExchangeEntry[],
  windowMs: number,
): { readonly reference: string; readonly own: Own; readonly reason: SharedReason }[] {
  const byHash = groupsBy(entries, (entry) => entry.hash);
  return own.flatMap((each) => {
    const hashed = hash(each);
    return (byHash.get(hashed.hash) ?? []).flatMap((entry) => {
      const reason = sharedReasonOf(each.kind, hashed, entry, windowMs);
      return reason === null ? [] : [{ reference: entry.reference, own: each, reason }];
    });
  });
}
