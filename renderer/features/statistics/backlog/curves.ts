import type { SurvivalCurve } from '#contract/statistics/survival';

/** Fewer files than these say little: a curve is drawn while at least so many are followed. */
export const fewest = 10;

/** The last day of a curve to draw: while enough files are followed; of few files all along, to the end. */
export function endOf({ steps }: SurvivalCurve): number {
  // Of none, the index -1 is that of the last day.
  const last = steps.atRisk.findLastIndex((files) => files >= fewest);
  return steps.days.at(last) ?? 0;
}

/** The last day of the longest curve. */
export function horizonOf(curves: readonly SurvivalCurve[]): number {
  return Math.max(1, ...curves.map(endOf));
}

/** Round numbers of days, at most nine of them after the first. */
export function ticksOf(horizon: number): readonly number[] {
  const step = [1, 7, 30, 90, 180, 365].find((days) => horizon / days <= 9) ?? 730;
  return Array.from({ length: Math.floor(horizon / step) + 1 }, (_, index) => index * step);
}

/** How many are followed on a day, and the value of the curve at its end. */
export interface Standing {
  readonly atRisk: number;
  readonly survival: number;
  readonly low: number | null;
  readonly high: number | null;
}

const atReceipt = { survival: 1, low: null, high: null } as const;

function afterStep({ steps }: SurvivalCurve, index: number): Omit<Standing, 'atRisk'> {
  const survival = steps.survival[index];
  if (survival === undefined) return atReceipt;
  return { survival, low: steps.low[index] ?? null, high: steps.high[index] ?? null };
}

export function standingAt(curve: SurvivalCurve, day: number): Standing {
  const { days, atRisk } = curve.steps;
  // Those followed on a day are those of the next day on which one left or was last seen.
  const next = days.findIndex((each) => each >= day);
  return {
    atRisk: atRisk[next] ?? 0,
    ...afterStep(
      curve,
      days.findLastIndex((each) => each <= day),
    ),
  };
}

export interface CurvePoint extends Omit<Standing, 'atRisk'> {
  readonly day: number;
}

/** The corners of a curve from the day of receipt to the last day drawn. */
export function pointsOfCurve(curve: SurvivalCurve): readonly CurvePoint[] {
  const { days, survival } = curve.steps;
  const end = endOf(curve);
  const corners = days.flatMap((day, index) =>
    day <= end && survival[index] !== survival[index - 1] ? [{ day, ...afterStep(curve, index) }] : [],
  );
  return [{ day: 0, ...atReceipt }, ...corners, { day: end, ...standingAt(curve, end) }];
}
