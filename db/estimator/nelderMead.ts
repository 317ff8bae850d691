import { at, mean } from './numbers.ts';

type Vertex = { readonly point: readonly number[]; readonly value: number };

export type SearchLimits = {
  /** Length of the first steps, along each coordinate. */
  readonly step: number;
  readonly evaluations: number;
  /** Ends when the values at the corners differ by less than this share of the best. */
  readonly tolerance: number;
};

/** The point from the centre of all corners but the last, `factor` times the way to the last one. */
function along(corners: readonly Vertex[], factor: number): number[] {
  const last = at(corners, corners.length - 1).point;
  return last.map((coordinate, i) => {
    const centre = mean(corners.slice(0, -1).map(({ point }) => at(point, i)));
    return centre + factor * (coordinate - centre);
  });
}

/** What takes the worst corner's place, or null when all corners are to be drawn towards the best. */
function replacement(corners: readonly Vertex[], evaluate: (point: readonly number[]) => Vertex): Vertex | null {
  const best = at(corners, 0);
  const worst = at(corners, corners.length - 1);
  const reflected = evaluate(along(corners, -1));
  if (reflected.value < best.value) {
    const expanded = evaluate(along(corners, -2));
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < at(corners, corners.length - 2).value) return reflected;
  const contracted = evaluate(along(corners, reflected.value < worst.value ? -0.5 : 0.5));
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : null;
}

/**
 * A local minimum of a function without derivatives, by the simplex search of Nelder and Mead (Computer Journal 7, 1965) with their coefficients:
 * reflection 1, expansion 2, contraction and shrinkage 1/2.
 * @param start coordinates, at least two
 */
export function searchSimplex(
  objective: (point: readonly number[]) => number,
  start: readonly number[],
  limits: SearchLimits,
): Vertex {
  let evaluations = 0;
  const evaluate = (point: readonly number[]): Vertex => {
    evaluations += 1;
    return { point, value: objective(point) };
  };
  let corners = [
    evaluate(start),
    ...start.map((_, i) => evaluate(start.map((value, k) => (k === i ? value + limits.step : value)))),
  ];
  for (;;) {
    corners.sort((one, other) => one.value - other.value);
    const best = at(corners, 0);
    const spread = at(corners, corners.length - 1).value - best.value;
    if (spread <= limits.tolerance * Math.abs(best.value) || evaluations >= limits.evaluations) return best;
    const better = replacement(corners, evaluate);
    if (better !== null) corners = [...corners.slice(0, -1), better];
    else {
      const halfway = (point: readonly number[]): number[] => point.map((value, i) => (value + at(best.point, i)) / 2);
      corners = [best, ...corners.slice(1).map(({ point }) => evaluate(halfway(point)))];
    }
  }
}
