import type { ReferralSource } from '#contract/ground/codes';
import type { State } from './kinds.ts';

/** What people of a unit write in its register. Patterns have {by} for initials, {to} for a service and {dm} for a day and month in digits. */
export interface Words {
  readonly sources: Readonly<Record<ReferralSource, readonly string[]>>;
  readonly undecidedSources: readonly string[];
  readonly sameSource: readonly string[];
  readonly services: readonly string[];
  readonly outcomes: Readonly<Record<State, readonly string[]>>;
  readonly undecidedOutcomes: readonly string[];
  readonly sameOutcome: readonly string[];
  /** In the column of the closing day of an open referral. */
  readonly openDays: readonly string[];
  readonly noNumber: readonly string[];
  readonly remarks: readonly string[];
}

const alternate = <T>(one: readonly T[], other: readonly T[]): readonly T[] =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, index) => [
    ...one.slice(index, index + 1),
    ...other.slice(index, index + 1),
  ]).flat();

const alternateEach = <K extends string>(one: Readonly<Record<K, readonly string[]>>, other: typeof one) =>
  Object.fromEntries(
    Object.keys(one).map((key) => [key, alternate(one[key as K], other[key as K])]),
  ) as unknown as Readonly<Record<K, readonly string[]>>;

/** Of people who write in two languages, from row to row. */
export function bothWords(one: Words, other: Words): Words {
  return {
    sources: alternateEach(one.sources, other.sources),
    undecidedSources: alternate(one.undecidedSources, other.undecidedSources),
    sameSource: alternate(one.sameSource, other.sameSource),
    services: alternate(one.services, other.services),
    outcomes: alternateEach(one.outcomes, other.outcomes),
    undecidedOutcomes: alternate(one.undecidedOutcomes, other.undecidedOutcomes),
    sameOutcome: alternate(one.sameOutcome, other.sameOutcome),
    openDays: alternate(one.openDays, other.openDays),
    noNumber: alternate(one.noNumber, other.noNumber),
    remarks: alternate(one.remarks, other.remarks),
  };
}
