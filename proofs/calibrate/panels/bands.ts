import { at } from '../../../db/estimator/numbers.ts';
import type { GradeSummary, Held } from './gradeSummary.ts';
import type { ScenarioName } from './scenarios.ts';
import { levels, type RankedQuantity } from './score.ts';
import type { Summary } from './summary.ts';

/** A range in which a calibrated estimator's figure falls but for about three standard errors. */
type Band = { readonly low: number; readonly high: number };

type Bands = {
  /** Fewest panels for which the ranges are meant. */
  readonly panels: number;
  /** One for each of `levels`; null = not judged. */
  readonly unitCoverage: readonly Band[];
  readonly totalCoverage: readonly Band[] | null;
  /** Largest absolute bias as a share of the mean true gap. */
  readonly bias: number | null;
  /** Smallest p-value of uniform ranks. */
  readonly uniformity: number | null;
};

/** Largest first. 50 % intervals hold more than half because many gaps tie at zero. Source: Vigie method note, section 6. */
const bandsByPanels: readonly Bands[] = [
  {
    panels: 100,
    unitCoverage: [
      { low: 0.45, high: 0.6 },
      { low: 0.75, high: 0.86 },
      { low: 0.915, high: 0.985 },
    ],
    totalCoverage: [
      { low: 0.35, high: 0.65 },
      { low: 0.68, high: 0.9 },
      { low: 0.88, high: 1 },
    ],
    bias: 0.06,
    uniformity: 0.005,
  },
  {
    panels: 20,
    unitCoverage: [
      { low: 0.4, high: 0.65 },
      { low: 0.7, high: 0.91 },
      { low: 0.89, high: 1 },
    ],
    totalCoverage: null,
    bias: null,
    uniformity: null,
  },
];

export type Verdict = {
  readonly measure: 'unitCoverage' | 'totalCoverage' | 'bias' | 'uniformity';
  /** Month index of a coverage or bias; quantity of a rank. */
  readonly of: number | RankedQuantity;
  /** Level of a coverage; null for the others. */
  readonly level: number | null;
  readonly value: number;
  readonly band: Band;
  readonly passes: boolean;
};

function judgeHorizons(summary: Summary, bands: Bands): Omit<Verdict, 'passes'>[] {
  return summary.horizons.flatMap((horizon) => {
    const coverage = (measure: 'unitCoverage' | 'totalCoverage'): Omit<Verdict, 'passes'>[] =>
      (bands[measure] ?? []).map((band, i) => {
        return { measure, of: horizon.month, level: at(levels, i), value: at(horizon[measure], i).value, band };
      });
    const judged = [...coverage('unitCoverage'), ...coverage('totalCoverage')];
    if (bands.bias === null) return judged;
    const band = { low: -bands.bias, high: bands.bias };
    const value = horizon.bias.value / horizon.gap;
    return [...judged, { measure: 'bias' as const, of: horizon.month, level: null, value, band }];
  });
}

function judgeRanks(summary: Summary, least: number): Omit<Verdict, 'passes'>[] {
  return summary.uniformity.map(({ of, p }) => {
    return { measure: 'uniformity' as const, of, level: null, value: p, band: { low: least, high: 1 } };
  });
}

/**
 * Every figure of a run whose truth was drawn from the priors against its band.
 * @returns null with fewer than 20 panels: chance alone would decide
 */
export function judge(summary: Summary): readonly Verdict[] | null {
  const bands = bandsByPanels.find(({ panels }) => summary.panels >= panels);
  if (bands === undefined) return null;
  const judged = judgeHorizons(summary, bands);
  if (bands.uniformity !== null) judged.push(...judgeRanks(summary, bands.uniformity));
  return judged.map((each) => {
    return { ...each, passes: each.value >= each.band.low && each.value <= each.band.high };
  });
}

/** Panels from which on a cover is judged: its standard error is then under two points. */
export const panelsJudged = 500;
/** Panels graded A from which on their cover is judged, in addition to that of all. */
const gradedJudged = 100;

/**
 * What is asked of 80 % intervals of totals. `no_effect`: most hold a truth of none, and not all misses are on one side. `if_a`: where an A is
 * given all hold as often as they say, and those graded A no less often. `never_a`: no total, or no unit whose staff are falsified, is graded A.
 */
export type Asked = 'no_effect' | 'if_a' | 'never_a' | 'falsified_never_a';

const askedOf: Readonly<Partial<Record<ScenarioName, Asked>>> = {
  null: 'no_effect',
  'few-controls': 'never_a',
  'shared-drift-few-controls': 'never_a',
  'two-controls': 'never_a',
  'no-controls': 'never_a',
  'one-start': 'never_a',
  'induced-ignored': 'never_a',
  'staff-zero': 'falsified_never_a',
  'staff-hundredfold': 'falsified_never_a',
  'staff-faded': 'falsified_never_a',
  'silent-controls': 'never_a',
};

export const whatIsAsked = (name: ScenarioName): Asked => askedOf[name] ?? 'if_a';

/** So many panels generated, of which so many have data that would let an A be given where none is to be, whatever the draws. */
export type Allowed = { readonly panels: number; readonly A: number };

export type GradeVerdict = {
  readonly asked: Asked;
  /** Cover of the totals, or how many are graded A; null where there are none. */
  readonly value: number | null;
  /** Cover of those graded A; absent where nothing is asked of it, null where there are none. */
  readonly ofA?: number | null;
  readonly band: Band;
  /** Null: too few panels, so that chance would decide. */
  readonly passes: boolean | null;
};

const shareInside = ({ all, inside }: Held): number | null => (all === 0 ? null : inside / all);

function judgeCover(totals: Held, band: Band, isEnough: boolean): Pick<GradeVerdict, 'value' | 'band' | 'passes'> {
  const value = shareInside(totals);
  const passes = value === null || !isEnough ? null : value >= band.low && value <= band.high;
  return { value, band, passes };
}

const both = (one: boolean | null, other: boolean | null): boolean | null =>
  one === false || other === false ? false : one && other;

/** One is too many, however few the panels; none is shown by many panels alone, or by many whose data forbid it. */
function judgeNone(value: number, isEnough: boolean, allowed: Allowed | null): Omit<GradeVerdict, 'asked'> {
  const isForbidden = allowed !== null && allowed.panels >= panelsJudged && allowed.A === 0;
  return { value, band: { low: 0, high: 0 }, passes: value > 0 ? false : isEnough || isForbidden ? true : null };
}

/**
 * The grades of a scenario, and what they promise, against what is asked of it. Source: decisions, evidence grades.
 * @param allowed by the data alone; null where it was not looked at
 */
export function judgeGrades(name: ScenarioName, summary: GradeSummary, allowed: Allowed | null): GradeVerdict {
  const { panels, totals, totalsByGrade, falsifiedByGrade } = summary;
  const wanted = whatIsAsked(name);
  const isEnough = panels >= panelsJudged;
  if (wanted === 'if_a') {
    const band = { low: 0.76, high: 0.84 };
    const all = judgeCover(totals, band, isEnough);
    const graded = totalsByGrade.A;
    const ofA = judgeCover(graded, { ...band, high: 1 }, isEnough && graded.all >= gradedJudged);
    return { asked: wanted, ...all, ofA: ofA.value, passes: both(all.passes, ofA.passes) };
  }
  if (wanted === 'no_effect') {
    const found = judgeCover(totals, { low: 0.76, high: 1 }, isEnough);
    return { asked: wanted, ...found, passes: found.passes && totals.above > 0 && totals.below > 0 };
  }
  const value = wanted === 'never_a' ? totalsByGrade.A.all : falsifiedByGrade.A;
  return { asked: wanted, ...judgeNone(value, isEnough, allowed) };
}
