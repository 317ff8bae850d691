import type { Assumptions } from './assumptions.ts';
import { streams, type Stream } from './closings/months.ts';
import { fitUnits, unitGaps, type EstimateOptions } from './estimate.ts';
import type { UnitPanel } from './panel.ts';
import type { UsableUnit } from './prepare.ts';
import type { CapacityFit } from './sampler/fit.ts';
import { sortUnits } from './usable.ts';

export type ScenarioCode =
  | 'ramp_months'
  | 'pooling'
  | 'capacity_exponent'
  | 'overtime_productivity'
  | 'substitution_share'
  | 'induced_inflow_share'
  | 'coupling'
  | 'administrative';

/** One assumption changed. Values of `pooling`, `coupling` and `administrative` are codes: see `scenarios`. */
export type Scenario = {
  readonly code: ScenarioCode;
  readonly value: number | 'none' | 'complete' | 'independent' | Stream;
  readonly change: Partial<Assumptions>;
  /** The posterior itself changes, not only what is made of it: the model is fitted again. */
  readonly refit: boolean;
};

const share = (code: ScenarioCode, value: number, change: Partial<Assumptions>): Scenario => ({
  code,
  value,
  change,
  refit: false,
});

/** What is changed, one at a time, and to which values. Source: Vigie method note, section 2.4. */
export const scenarios: readonly Scenario[] = [
  share('substitution_share', 0.25, { substitutionShare: 0.25 }),
  share('substitution_share', 0.5, { substitutionShare: 0.5 }),
  share('induced_inflow_share', 0.1, { inducedInflowShare: 0.1 }),
  share('induced_inflow_share', 0.2, { inducedInflowShare: 0.2 }),
  { code: 'coupling', value: 'independent', change: { coupling: 'independent' }, refit: false },
  ...streams.map((value): Scenario => ({
    code: 'administrative',
    value,
    change: { administrative: value },
    refit: false,
  })),
  ...[3, 18].map((value): Scenario => {
    return { code: 'ramp_months', value, change: { rampMonths: [value] }, refit: true };
  }),
  ...[0.85, 0.7].map((value): Scenario => {
    return { code: 'capacity_exponent', value, change: { capacityExponent: value }, refit: true };
  }),
  { code: 'pooling', value: 'none', change: { fixedSpread: 0.5 }, refit: true },
  { code: 'pooling', value: 'complete', change: { fixedSpread: 0.02 }, refit: true },
  ...[0.5, 1.5].map((value): Scenario => {
    return { code: 'overtime_productivity', value, change: { overtimeProductivity: value }, refit: true };
  }),
];

/** What may be taken to hold of closings without investigation instead of what was learned: each uses the draws of the estimate. */
export const closingScenarios: readonly Scenario[] = scenarios.filter(({ code }) => code === 'administrative');

/** Files avoided at each unit's last month under one scenario, by draw; null where the scenario cannot change the unit. */
export type ScenarioResult = Pick<Scenario, 'code' | 'value'> & {
  readonly units: readonly { readonly unitId: string; readonly draws: Int32Array | null }[];
};

/** A refit of the sensitivity needs an order of magnitude, not the third digit: a shorter chain does. */
const shortChain = { chains: 1, judged: false, sweeps: 900, burnIn: 400, thin: 1 } as const;

/** Few units say little of what is assumed: their posterior is wide, and a longer chain costs little. */
const longChain = { chains: 1, judged: false, sweeps: 3000, burnIn: 600, thin: 2 } as const;
const fewUnits = 8;

function appliesTo({ panel, window }: UsableUnit, code: ScenarioCode): boolean {
  const from = window.fundingStart;
  if (from === null) return false;
  if (code === 'overtime_productivity') {
    return panel.overtimeFunded.some((hours, t) => hours !== null && hours > 0 && panel.overtimeBase[t] !== null);
  }
  if (code === 'induced_inflow_share') return panel.inflowProactive.slice(from).every((files) => files === null);
  if (code === 'administrative') return panel.outflowAdministrative.slice(from).some((files) => (files ?? 0) > 0);
  return true;
}

function resultOf(fit: CapacityFit, scenario: Scenario, assumptions: Assumptions, seed: number): ScenarioResult {
  const units = fit.data.units.map((unit, index) => {
    const applies = appliesTo(unit, scenario.code);
    const gaps = applies ? unitGaps(fit, index, assumptions, seed) : [];
    return { unitId: unit.panel.unitId, draws: gaps.at(-1) ?? null };
  });
  return { code: scenario.code, value: scenario.value, units };
}

/**
 * How the backlog avoided at each unit's last month moves when one assumption is changed and the others are kept. Scenarios that only change
 * what is made of the posterior use the very draws of the estimate; the others fit the model again. A scenario that holds already is left out.
 */
export function estimateSensitivity(
  panels: readonly UnitPanel[],
  assumptions: Assumptions,
  options: EstimateOptions,
  asked = scenarios,
): readonly ScenarioResult[] {
  const { usable } = sortUnits(panels);
  const applicable = asked.filter(({ code, change }) => {
    const changed = { ...assumptions, ...change };
    return usable.some((unit) => appliesTo(unit, code)) && JSON.stringify(changed) !== JSON.stringify(assumptions);
  });
  const refits = applicable.filter((each) => each.refit).length;
  const steps = 2 + refits;
  let done = 0;
  const fitNow = (changed: Assumptions, weight: number, chain: Partial<EstimateOptions>): CapacityFit => {
    const onProgress = (share: number): void => options.onProgress?.((done + share * weight) / steps);
    const own = changed === assumptions ? { onProgress } : { ...chain, posterior: undefined, onProgress };
    const { fit } = fitUnits(usable, changed, { ...options, ...own });
    done += weight;
    return fit;
  };
  if (applicable.length === 0) return [];
  const base = fitNow(assumptions, 2, {});
  const chain = { ...(usable.length > fewUnits ? shortChain : longChain), closings: base.closings };
  return applicable.map((scenario) => {
    const changed = { ...assumptions, ...scenario.change };
    const fit = scenario.refit ? fitNow(changed, 1, chain) : base;
    return resultOf(fit, scenario, changed, options.seed);
  });
}
