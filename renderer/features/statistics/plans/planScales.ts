/** The numbers of a plan that are typed: what the projection takes of each. */
export interface PlanScale {
  readonly min: number;
  readonly max: number;
  /** Of the buttons. */
  readonly step: number;
  readonly decimals: number;
}

/** Shares are typed in percent. Funded staff come and never leave by a line; base staff may. */
export const planScales = {
  overtime: { min: 0, max: 5000, step: 10, decimals: 1 },
  vacancies: { min: 0, max: 100, step: 5, decimals: 0 },
  step: { min: -50, max: 100, step: 5, decimals: 0 },
  fundedFte: { min: 0.25, max: 50, step: 0.25, decimals: 2 },
  baseFte: { min: -50, max: 50, step: 0.25, decimals: 2 },
  ramp: { min: 0, max: 24, step: 1, decimals: 0 },
  target: { min: 0, max: 1_000_000, step: 1, decimals: 0 },
} as const satisfies Readonly<Record<string, PlanScale>>;

export type PlanNumberName = keyof typeof planScales;

/** What a field says after a key: null where it is emptied, undefined where it is half typed ("12,") or out of range. */
export function typedNumber(typed: string | number, { min, max, decimals }: PlanScale): number | null | undefined {
  if (typed === '') return null;
  if (typeof typed !== 'number' || typed < min || typed > max) return undefined;
  return Number(typed.toFixed(decimals));
}
