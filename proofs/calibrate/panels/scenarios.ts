import { quarterCorrelation } from '../../../db/estimator/sampler/state.ts';
import type { Parameters } from './parameters.ts';

/** How a unit's log circumstances move: AR(1) in steps of some months. */
export type Circumstances = {
  readonly stepMonths: number;
  readonly correlation: number;
  /** Stationary standard deviation; null = the panel's own `deviation`. */
  readonly deviation: number | null;
};

/** Options given to the estimator with the panels; the ordinary one estimates the productivity and follows circumstances. */
export type ModelOptions = {
  /** Productivity of a funded FTE taken for granted instead of estimated; null = estimated. */
  readonly fixedProductivity: number | null;
  /** Whether the model has circumstances that last from quarter to quarter. */
  readonly circumstances: boolean;
  /** Whether the world without the funding draws its own monthly luck. */
  readonly independentLuck: boolean;
};

/** A world to be generated, and how the estimator looks at it. Source: Vigie method note, section 6. */
export type Scenario = {
  /** Parameters of every panel; null = drawn from the priors, panel by panel. */
  readonly parameters: Parameters | null;
  readonly circumstances: Circumstances;
  /** A common shock as in March to June 2020: factors on capacity and (March to May) on inflow; null = none. */
  readonly shock: { readonly capacity: number; readonly inflow: number } | null;
  /** How many of the never-funded units report; null = all. */
  readonly controls: number | null;
  /** Whether all funding begins in one month, but for one unit's. */
  readonly oneStart: boolean;
  /** What the reported base staff of the largest funded unit are multiplied by in some funded months; 1 = as they are. */
  readonly staffFactor: number;
  /** Whether from the seventh funded month on, and not for half a year alone. */
  readonly staffForGood: boolean;
  /** Month from which the never-funded units report no more; null = they go on. */
  readonly controlsUntil: number | null;
  /** Inflow per FTE is a share of the unit's own rate (true) or of 4 files (false). */
  readonly inflowFollowsRate: boolean;
  /** Share of 4 files a month that each investigator opens on their own initiative: of the unit's own staff, and funded. */
  readonly proactiveShare: { readonly base: number; readonly funded: number };
  /** Whether the panels tell proactive from referred files. */
  readonly recordSplit: boolean;
  /** Exponent of the effective FTE: below 1 returns diminish. */
  readonly exponent: number;
  /** Whether the worlds share a funded month's luck, or only its arrivals, common effect and circumstances. */
  readonly sharedLuck: boolean;
  /** Unreported months: left open, filled in with zeros as in a spreadsheet, or none at all. */
  readonly gaps: 'open' | 'zero' | 'none';
  /** Monthly chance, uniform between the two by unit, that an open file is closed administratively; null = none are. */
  readonly closures: { readonly low: number; readonly high: number } | null;
  readonly model: ModelOptions;
};

const prior: Scenario = {
  parameters: null,
  circumstances: { stepMonths: 3, correlation: quarterCorrelation, deviation: null },
  shock: null,
  controls: null,
  oneStart: false,
  staffFactor: 1,
  staffForGood: false,
  controlsUntil: null,
  inflowFollowsRate: false,
  proactiveShare: { base: 0, funded: 0 },
  recordSplit: true,
  exponent: 1,
  sharedLuck: true,
  gaps: 'open',
  closures: null,
  model: { fixedProductivity: null, circumstances: true, independentLuck: false },
};

const usual: Parameters = {
  rateMean: 4,
  rateShape: 20,
  inflowSlope: 0,
  size: 10,
  centre: 0.9,
  spread: 0.15,
  deviation: 0.1,
  rampMonths: 6,
  walkDeviation: 0,
  drift: 0,
};

/** One truth for all panels, so that a single departure from the model can be seen. */
const stress: Scenario = { ...prior, parameters: usual };
const drifting: Scenario = { ...prior, parameters: { ...usual, drift: 0.005 } };

/**
 * The worlds of the results table. `sbc` is the evidence of calibration: its truth comes from the priors (in `sbc-complete` every
 * month is reported, so that what gaps cost can be seen). The others have one truth each;
 * those after `usual` depart from the model in one way, and show the direction in which the estimate then errs.
 */
export const scenarios = {
  sbc: prior,
  'sbc-complete': { ...prior, gaps: 'none' },
  usual: stress,
  covid: { ...stress, shock: { capacity: 0.6, inflow: 1.36 } },
  null: { ...stress, parameters: { ...usual, centre: 0, spread: 0 } },
  'ar1-monthly': { ...stress, circumstances: { stepMonths: 1, correlation: 0.95, deviation: 0.2 } },
  'ar1-monthly-ignored': {
    ...stress,
    circumstances: { stepMonths: 1, correlation: 0.95, deviation: 0.2 },
    model: { ...stress.model, circumstances: false },
  },
  'shared-drift': drifting,
  'few-controls': { ...stress, controls: 3 },
  'shared-drift-few-controls': { ...drifting, controls: 3 },
  'two-controls': { ...stress, controls: 2 },
  'no-controls': { ...stress, controls: 0 },
  'one-start': { ...stress, controls: 0, oneStart: true },
  'staff-zero': { ...stress, staffFactor: 0 },
  'staff-hundredfold': { ...stress, staffFactor: 100 },
  'staff-faded': { ...stress, staffFactor: 0.4, staffForGood: true },
  'silent-controls': { ...stress, controlsUntil: 34 },
  drift: { ...stress, circumstances: { stepMonths: 3, correlation: 0.97, deviation: 0.25 } },
  'inflow-tied': { ...stress, inflowFollowsRate: true },
  'induced-ignored': { ...stress, proactiveShare: { base: 0.15, funded: 0.15 }, recordSplit: false },
  'induced-split': { ...stress, proactiveShare: { base: 0.15, funded: 0.15 } },
  'induced-funded': { ...stress, proactiveShare: { base: 0, funded: 0.3 } },
  'delta-fixed': {
    ...stress,
    parameters: { ...usual, centre: 0.6 },
    model: { ...stress.model, fixedProductivity: 1 },
  },
  diminishing: { ...stress, exponent: 0.75 },
  'ramp-24': { ...stress, parameters: { ...usual, rampMonths: 24 } },
  'independent-luck': { ...stress, sharedLuck: false },
  'independent-luck-both': { ...stress, sharedLuck: false, model: { ...stress.model, independentLuck: true } },
  'gaps-as-zero': { ...stress, gaps: 'zero' },
  closures: { ...stress, closures: { low: 0.005, high: 0.03 } },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

/** First those of which something is asked (`judgeGrades`), in the order in which they are measured. */
export const measuredFirst: readonly ScenarioName[] = [
  'null',
  'usual',
  'covid',
  'few-controls',
  'shared-drift',
  'shared-drift-few-controls',
  'induced-ignored',
  'two-controls',
  'no-controls',
  'one-start',
  'staff-zero',
  'staff-hundredfold',
  'staff-faded',
  'silent-controls',
  'sbc',
];
