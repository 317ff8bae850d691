import type { Sampling } from './grades.ts';
import { at, sum } from './numbers.ts';
import type { UnitPanel } from './panel.ts';

type Grade = 'A' | 'B' | 'C' | 'D';

/**
 * A unit of a total, funded; refused: the draws may not be trusted, its answer has no grade. Null: it has no answer at the month of the
 * total and is in none of its figures.
 */
export type GradedUnit = {
  readonly grade: Grade | 'refused' | null;
  /** Files avoided, the mean of its draws; not looked at where there is no answer. */
  readonly avoided: number;
  /** Backlog at the month of the total; null where it is not known. */
  readonly backlog: number | null;
};

/**
 * What decided the grade: the units that bear it, the same less a letter for what is left out, a unit that is a large part of it, or too much
 * left out.
 */
export type TotalReason = 'borne' | 'borne_left_out' | 'largest_part' | 'left_out' | Exclude<Sampling, 'converged'>;

export type TotalEvidence = {
  /** Null: units without an answer hold too much of the backlog for the total to be graded, or the draws may not be trusted. */
  readonly grade: Grade | null;
  readonly reason: TotalReason;
  /** Share of the files avoided that comes from units of the best grade borne, or better; before a letter is taken off. */
  readonly borneShare: number;
  readonly borneGrade: Grade;
  /** Share of the backlog of the funded units that units without an answer hold. */
  readonly leftOutShare: number;
};

const letters = ['A', 'B', 'C', 'D'] as const;

/** The limits are those of a unit's months short of work: a tenth costs a letter, three tenths the answer. */
const leftOutCosts = 0.1;
const leftOutRefuses = 0.3;
const borneLeast = 1 - leftOutRefuses;
const largePart = leftOutCosts;

/** Share of the backlog in units without an answer. Where a backlog is not known it is taken for the mean of those that are. */
function leftOut(units: readonly GradedUnit[]): number {
  const known = units.flatMap(({ backlog }) => backlog ?? []);
  const typical = sum(known) > 0 ? sum(known) / known.length : 1;
  const held = (each: GradedUnit): number => (sum(known) > 0 ? (each.backlog ?? typical) : typical);
  return sum(units.filter(({ grade }) => grade === null).map(held)) / sum(units.map(held));
}

type Part = { readonly grade: Grade; readonly share: number };

/** The units with an answer, by their share of the files avoided. Gains and losses weigh alike; where nothing was avoided, so do units. */
function partsOf(units: readonly GradedUnit[]): readonly Part[] {
  const answered = units.flatMap(({ grade, avoided }) =>
    grade === null ? [] : [{ grade: grade === 'refused' ? ('D' as const) : grade, size: Math.abs(avoided) }],
  );
  const whole = sum(answered.map(({ size }) => size));
  return answered.map(({ grade, size }) => ({ grade, share: whole > 0 ? size / whole : 1 / answered.length }));
}

/** The best grade that units with seven tenths of the files avoided have, or do better than. */
function borne(parts: readonly Part[]): Pick<TotalEvidence, 'borneGrade' | 'borneShare'> {
  const shareOf = (last: Grade): number => sum(parts.filter(({ grade }) => grade <= last).map(({ share }) => share));
  // The shares of all grades together may fall short of 1 by a rounding error.
  const borneGrade = letters.find((letter) => letter === 'D' || shareOf(letter) >= borneLeast) ?? 'D';
  return { borneGrade, borneShare: Math.min(1, shareOf(borneGrade)) };
}

/** The best grade that the largest parts allow, as a place in the letters: one above the worst of them. */
function allowed(parts: readonly Part[]): number {
  const large = parts.filter(({ share }) => share >= largePart);
  return Math.max(0, ...large.map(({ grade }) => letters.indexOf(grade) - 1));
}

/**
 * Grade of a total. It bears the best grade that units with at least 70 % of its files avoided (in absolute value) have or do better than:
 * what is worse then carries at most 30 %. It is at most one letter better than any unit with a tenth of them. Units without an answer cost a
 * letter above 10 % of the backlog of the funded units, and above 30 % the total has no grade. Never-funded units have nothing to be avoided
 * and do not count.
 * Source: Vigie method note, evidence of a total; decisions, evidence grades.
 * @param units the funded units asked for; at least one with a grade, RangeError otherwise
 */
export function gradeTotal(units: readonly GradedUnit[], sampling: Sampling = 'converged'): TotalEvidence {
  if (units.every(({ grade }) => grade === null)) throw new RangeError('A total without any answer has no evidence.');
  const leftOutShare = leftOut(units);
  const parts = partsOf(units);
  const found = { ...borne(parts), leftOutShare };
  if (sampling !== 'converged') return { ...found, grade: null, reason: sampling };
  if (leftOutShare > leftOutRefuses) return { ...found, grade: null, reason: 'left_out' };
  const own = letters.indexOf(found.borneGrade);
  const lowered = leftOutShare > leftOutCosts ? Math.min(own + 1, letters.indexOf('D')) : own;
  const most = allowed(parts);
  if (most > lowered) return { ...found, grade: at(letters, most), reason: 'largest_part' };
  return { ...found, grade: at(letters, lowered), reason: lowered > own ? 'borne_left_out' : 'borne' };
}

/** A unit that was ever funded, with its own answer; null where it has none. Its grade is null where its draws may not be trusted. */
export type UnitOfTotal = {
  readonly unitId: string;
  readonly answer: { readonly asOf: string; readonly grade: Grade | null; readonly avoided: number } | null;
};

/**
 * Grade of the total of some units at a month, by `gradeTotal`: a unit whose answer is of another month is in none of its figures.
 * @param month 'YYYY-MM'; @returns null where no unit has an answer for it
 */
export function gradeTotalAt(
  month: string,
  units: readonly UnitOfTotal[],
  panels: readonly UnitPanel[],
  sampling: Sampling,
): TotalEvidence | null {
  const graded = units.map(({ unitId, answer }): GradedUnit => {
    const panel = panels.find((each) => each.unitId === unitId);
    const backlog = panel?.backlog[panel.months.indexOf(month)] ?? null;
    return answer?.asOf === month
      ? { grade: answer.grade ?? 'refused', avoided: answer.avoided, backlog }
      : { grade: null, avoided: 0, backlog };
  });
  return graded.some(({ grade }) => grade !== null) ? gradeTotal(graded, sampling) : null;
}
