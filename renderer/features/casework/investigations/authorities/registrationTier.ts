import type { Offence } from '#contract/casework/offences';

/** The variants of an order to comply with the Sex Offender Information Registration Act, the shortest first. */
const tiers = ['ten_years', 'twenty_years', 'life'] as const;
type Tier = (typeof tiers)[number];

type Penalty = Offence['penalties'][number];

/** Criminal Code, s. 490.013(2): 10 years where the maximum is 2 or 5, 20 where it is 10 or 14, life where it is life. */
function tierOfMaximum(maximum: Penalty['indictable']): Tier | null {
  if (maximum === 'life') return 'life';
  if (maximum === 2 || maximum === 5) return 'ten_years';
  return maximum === 10 || maximum === 14 ? 'twenty_years' : null;
}

interface Committed {
  readonly offence: string;
  readonly lastOn: string;
}

/**
 * The period that the maxima of the offences, each of its day, would give by indictment: the longest of them, as a suggestion. Null where the
 * catalogue holds no maximum that the section names.
 */
export function registrationTier(committed: readonly Committed[], catalogue: readonly Offence[]): Tier | null {
  const found = committed.map(({ offence, lastOn }) => {
    const penalties = catalogue.find((each) => each.code === offence)?.penalties ?? [];
    const held = penalties.find(({ from, to }) => (from === null || from <= lastOn) && (to === null || lastOn <= to));
    return tierOfMaximum(held?.indictable ?? null);
  });
  return tiers.findLast((tier) => found.includes(tier)) ?? null;
}
