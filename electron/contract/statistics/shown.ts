import type { Estimate } from './estimate.ts';

/** What of an estimate is shown beside its range. */
export interface Shown {
  readonly figure: boolean;
  readonly probability: boolean;
}

type Graded = Pick<Estimate, 'grade'> & Partial<Pick<Estimate, 'gradeReasons'>>;

/**
 * The rule of grades, which every surface asks: A and B show a single figure, unless too few files leave a month; A, B and C a probability; D,
 * and what has no grade, a range alone. Null: a total whose reliability is not known.
 */
export function shownOf(graded: Graded | null): Shown {
  const { grade, gradeReasons = [] } = graded ?? { grade: null };
  return {
    figure: (grade === 'A' || grade === 'B') && !gradeReasons.includes('small_counts'),
    probability: grade !== null && grade !== 'D',
  };
}

/** The grade whose words say why there is a range alone; null where the grade does not forbid a single figure, or there is none. */
export function rangeOnly(graded: Pick<Estimate, 'grade'> | null): 'C' | 'D' | null {
  return graded?.grade === 'C' || graded?.grade === 'D' ? graded.grade : null;
}

const lowest = 0.05;
const highest = 0.95;

/** A probability as files carry it: draws prove nothing beyond 0.05 and 0.95. */
export function cappedProbability(probability: number): number {
  return Math.min(highest, Math.max(lowest, probability));
}

/**
 * How a probability at an end is said, null of one that is said in numbers: as over 95 % or under 5 %, and as over 99 % or under 1 % only where
 * each of the alternatives, those of the same question's table of sensitivity, says so too.
 */
export function probabilityEnd(
  probability: number,
  alternatives: readonly number[] = [],
): 'over_99' | 'over_95' | 'under_5' | 'under_1' | null {
  const all = [probability, ...alternatives];
  if (alternatives.length > 0 && all.every((each) => each > 0.99)) return 'over_99';
  if (alternatives.length > 0 && all.every((each) => each < 0.01)) return 'under_1';
  if (probability >= highest) return 'over_95';
  return probability <= lowest ? 'under_5' : null;
}
