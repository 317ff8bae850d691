import { log } from '../elementary.ts';
import { real, whole } from '../typed.ts';
import type { FitData } from './data.ts';
import { censoredTerm, type Term } from './likelihood.ts';
import type { Places } from './places.ts';

/** What the parameters say of each observation. */
export type Implied = {
  /** Effective FTE, to the power of the assumed exponent. */
  readonly work: Float64Array;
  /** Mean capacity in files, and its log. */
  readonly mean: Float64Array;
  readonly logMean: Float64Array;
  /** Log-likelihood, without what depends on the size alone. */
  readonly term: Float64Array;
};

export function createImplied(observations: number): Implied {
  return {
    work: new Float64Array(observations),
    mean: new Float64Array(observations),
    logMean: new Float64Array(observations),
    term: new Float64Array(observations),
  };
}

/** Takes over what the parameters say of the observations from `first` to the one before `end`. */
export function adoptRange(current: Implied, { work, mean, logMean, term }: Implied, first: number, end: number): void {
  for (let o = first; o < end; o += 1) {
    current.work[o] = real(work, o);
    current.mean[o] = real(mean, o);
    current.logMean[o] = real(logMean, o);
    current.term[o] = real(term, o);
  }
}

const scratch: Term = { value: 0, slope: 0, curvature: 0 };

/** `findTerms` for observations of one kind. */
type TermsOfKind = (
  count: Float64Array,
  places: Int32Array,
  proposed: Implied,
  size: number,
  before: Float64Array,
) => number;

/** As `countTerm`, written out: this loop runs more often than any other, and a call in it would cost as much as what it computes. */
const countedTerms: TermsOfKind = (count, places, { mean, logMean, term }, size, before) => {
  let change = 0;
  for (let k = 0; k < places.length; k += 1) {
    const o = whole(places, k);
    const files = real(count, o);
    const own = files * real(logMean, o) - (files + size) * log(real(mean, o) + size);
    change += own - real(before, o);
    term[o] = own;
  }
  return change;
};

const censoredTerms: TermsOfKind = (count, places, { mean, term }, size, before) => {
  let change = 0;
  for (let k = 0; k < places.length; k += 1) {
    const o = whole(places, k);
    censoredTerm(real(count, o), real(mean, o), size, scratch);
    change += scratch.value - real(before, o);
    term[o] = scratch.value;
  }
  return change;
};

/**
 * Writes the log-likelihoods of observations at the means in `proposed` into its `term`.
 * @param before the log-likelihoods to compare with
 * @returns the sum of the new ones less the sum of those before
 */
export function findTerms(
  { count }: FitData,
  { counted, censored }: Places,
  proposed: Implied,
  size: number,
  before: Float64Array,
): number {
  return countedTerms(count, counted, proposed, size, before) + censoredTerms(count, censored, proposed, size, before);
}
