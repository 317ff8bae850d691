import fc from 'fast-check';
import type { CivilDate } from '#contract/ground/dates';

const day = fc
  .tuple(fc.integer({ min: 4, max: 9 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, on]) => `2026-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}` as CivilDate);
const arrest = fc.record({ arrestedOn: day, youth: fc.boolean() });
const charge = fc.record({
  laidOn: day,
  section: fc.constantFrom('163.1(4)', '172.1(1)'),
  counts: fc.integer({ min: 1, max: 4 }),
  stage: fc.constantFrom('recommended' as const, 'laid' as const),
  isAccused: fc.boolean(),
});
const support = fc.record({ referredOn: day, service: fc.constantFrom('school' as const, 'health' as const) });
const victim = fc.record({ identifiedOn: day, ageBand: fc.constantFrom('12_13' as const, '14_15' as const) });
const warrant = fc.record({ startedOn: day });
const seized = fc.record({ seizedOn: day, count: fc.integer({ min: 1, max: 4 }) });
export const emptyDevice = {
  ...{ kind: 'phone' as const, label: null, authorityId: null, queuedOn: null, lab: null, beganOn: null },
  ...{ examinedOn: null, endedOn: null, endReason: null },
};
const tip = fc.record({ receivedOn: day, source: fc.constantFrom('ncecc' as const, 'public' as const) });

const ofNovember = (on: number) => `2026-11-${String(on).padStart(2, '0')}` as CivilDate;

/** Of a file, or of a referral, on its way to another unit or outside: offered in November, answered within days. */
const sending = fc
  .record({
    ...{ on: fc.integer({ min: 1, max: 18 }), after: fc.integer({ min: 0, max: 6 }) },
    ...{ service: fc.constantFrom('North', 'South'), message: fc.constantFrom(null, 'Yours', 'For you') },
  })
  .map(({ on, after, ...rest }) => ({ proposedOn: ofNovember(on), decidedOn: ofNovember(on + after), ...rest }));

/** What is right, what was recorded before it, and whether it never was, or was taken out and put back. */
const history = <T>(fact: fc.Arbitrary<T>) =>
  fc.record({
    ...{ wrong: fc.array(fact, { maxLength: 2 }), right: fact },
    ...{ isError: fc.boolean(), isPutBack: fc.boolean() },
  });
export interface Fate {
  readonly isError: boolean;
  readonly isPutBack: boolean;
}
type History<T> = Fate & { readonly wrong: readonly T[]; readonly right: T };
const several = <T>(fact: fc.Arbitrary<T>) => fc.array(history(fact), { maxLength: 3 });
export const facts = fc.record({
  arrests: several(arrest),
  charges: several(charge),
  supports: several(support),
  authorities: several(warrant),
  devices: several(seized),
  victims: several(victim),
  tip: history(tip),
  sent: fc.option(fc.record({ isOutside: fc.boolean(), history: history(sending) })),
  passed: fc.option(fc.record({ isOutside: fc.boolean(), history: history(sending) })),
  opened: history(fc.integer({ min: 1, max: 28 }).map((on) => `2026-10-${String(on).padStart(2, '0')}` as CivilDate)),
});
export type Facts = typeof facts extends fc.Arbitrary<infer F> ? F : never;

/** The states that a record goes through: all of them, or just what is right. */
export const statesOf = <T>({ wrong, right }: History<T>, isRight: boolean): readonly T[] =>
  isRight ? [right] : [...wrong, right];
