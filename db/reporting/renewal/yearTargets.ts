import type { AnnualIndicator } from '#contract/reporting/annual';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { RenewalYear, YearTarget } from '#contract/reporting/renewal';
import { isAddedUp, type HeldTarget } from '../frameworks/targets.ts';
import { isReached } from '../returns/summary/summary.ts';

interface JudgedYear {
  /** What the agreement measures its indicators against in the year. */
  readonly held: readonly HeldTarget[];
  /** Of the year's locked returns, the latest first. */
  readonly definitions: readonly IndicatorDefinition[];
  readonly indicators: readonly AnnualIndicator[];
  readonly inProgress: boolean;
}

type Verdict = keyof RenewalYear['yearTargets'];

/** Targets of the sum of the year, with their numbers. */
function targetsOfYear({ held, definitions }: Pick<JudgedYear, 'held' | 'definitions'>): readonly HeldTarget[] {
  return held.filter(({ code, per, target }) => {
    const definition = definitions.find((each) => each.code === code);
    return per === 'year' && target !== null && (definition === undefined || isAddedUp(definition));
  });
}

/** Codes that are measured by the sum of the year: no quarter alone meets or misses their target. */
export const codesOfYear = (year: Pick<JudgedYear, 'held' | 'definitions'>): readonly string[] =>
  targetsOfYear(year).map(({ code }) => code);

function verdictOf({ code, value, target }: YearTarget, { definitions, indicators, inProgress }: JudgedYear): Verdict {
  if (inProgress || indicators.find((each) => each.code === code)?.status === 'partial') return 'partial';
  const direction = definitions.find((each) => each.code === code)?.direction ?? 'neither';
  const isMet = isReached(target, value, direction);
  if (isMet === null) return 'unknown';
  return isMet ? 'met' : 'missed';
}

/** The sum of the year against its target. A year that lacks a quarter, or a part of one, is not judged. */
export function yearTargetsOf(year: JudgedYear): RenewalYear['yearTargets'] {
  const judged = targetsOfYear(year).map(({ code, target }) => {
    const value = year.indicators.find((each) => each.code === code)?.value ?? null;
    const own: YearTarget = { code, value, target: (target ?? 0) / 100 };
    return { verdict: verdictOf(own, year), own };
  });
  const of = (wanted: Verdict) => judged.flatMap(({ verdict, own }) => (verdict === wanted ? [own] : []));
  return { met: of('met'), missed: of('missed'), partial: of('partial'), unknown: of('unknown') };
}
