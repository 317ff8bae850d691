import type { Assumptions } from './assumptions.ts';
import { estimateCounterfactual, type EstimateOptions } from './counterfactual.ts';
import type { UnitPanel } from './panel.ts';
import type { Refusal } from './reasons.ts';

/** What is changed, one at a time, and to which values. Source: Vigie method note, section 2.4. */
const scenarios = {
  ramp_months: [3, 18],
  overtime_productivity: [0.5, 1.5],
  substitution_share: [0, 0.25, 0.5],
  induced_inflow_share: [0, 0.1, 0.2],
} as const;

type ScenarioCode = keyof typeof scenarios;

/** Backlog avoided at the last month under one changed assumption, in files. */
export type SensitivityRow = {
  readonly scenario: ScenarioCode;
  readonly value: number;
  readonly median: number;
  /** 80 % interval. */
  readonly low: number;
  readonly high: number;
};

export type SensitivityResult =
  | {
      readonly status: 'estimated';
      readonly asOf: string;
      readonly base: Omit<SensitivityRow, 'scenario' | 'value'>;
      readonly rows: readonly SensitivityRow[];
      /** Scenarios that cannot change this unit: no overtime recorded, or proactive inflow recorded. */
      readonly notApplicable: readonly ScenarioCode[];
    }
  | { readonly status: 'refused'; readonly reasons: readonly Refusal[] }
  | { readonly status: 'cancelled' };

function change(assumptions: Assumptions, scenario: ScenarioCode, value: number): Assumptions {
  switch (scenario) {
    case 'ramp_months':
      return { ...assumptions, rampMonths: [value] };
    case 'overtime_productivity':
      return { ...assumptions, overtimeProductivity: value };
    case 'substitution_share':
      return { ...assumptions, substitutionShare: value };
    case 'induced_inflow_share':
      return { ...assumptions, inducedInflowShare: value };
  }
}

function appliesTo(panel: UnitPanel, scenario: ScenarioCode, fundingStart: string): boolean {
  const from = panel.months.indexOf(fundingStart);
  if (scenario === 'overtime_productivity') {
    return panel.overtimeFunded.some((hours, t) => hours !== null && hours > 0 && panel.overtimeBase[t] !== null);
  }
  if (scenario === 'induced_inflow_share') return panel.inflowProactive.slice(from).every((files) => files === null);
  return true;
}

/**
 * How the backlog avoided at the last month moves when one assumption is changed and the others are kept. Every row uses the same seed, so
 * rows differ by the assumption more than by luck.
 * @throws RangeError as `estimateCounterfactual`
 */
export function estimateSensitivity(
  panel: UnitPanel,
  assumptions: Assumptions,
  options: EstimateOptions,
): SensitivityResult {
  const steps = Object.values(scenarios).flat().length + 1;
  let done = 0;
  const run = (changed: Assumptions): ReturnType<typeof estimateCounterfactual> => {
    const result = estimateCounterfactual(panel, changed, {
      ...options,
      keepMonths: [],
      onProgress: (share) => options.onProgress?.((done + share) / steps),
    });
    done += 1;
    return result;
  };
  const base = run(assumptions);
  if (base.status === 'cancelled') return base;
  if (base.status === 'refused') return { status: 'refused', reasons: base.reasons };
  const rows: SensitivityRow[] = [];
  const notApplicable: ScenarioCode[] = [];
  for (const scenario of Object.keys(scenarios) as ScenarioCode[]) {
    if (base.fundingStart === null || !appliesTo(panel, scenario, base.fundingStart)) {
      notApplicable.push(scenario);
      continue;
    }
    for (const value of scenarios[scenario]) {
      const result = run(change(assumptions, scenario, value));
      if (result.status !== 'estimated') return { status: 'cancelled' };
      const { p10, p50, p90 } = result.avoidedNow;
      rows.push({ scenario, value, median: p50, low: p10, high: p90 });
    }
  }
  options.onProgress?.(1);
  const { p10, p50, p90 } = base.avoidedNow;
  return { status: 'estimated', asOf: base.asOf, base: { median: p50, low: p10, high: p90 }, rows, notApplicable };
}
