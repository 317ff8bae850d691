import type { AnnualIndicator } from '#contract/reporting/annual';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { RenewalYear } from '#contract/reporting/renewal';
import { isAddedUp, type HeldTarget } from '../frameworks/targets.ts';
import { meetsTarget } from '../returns/summary/summary.ts';

interface JudgedYear {
  /** What the agreement measures its indicators against in the year. */
  readonly held: readonly HeldTarget[];
  /** Of the year's locked returns, the latest first. */
  readonly definitions: readonly IndicatorDefinition[];
  readonly indicators: readonly AnnualIndicator[];
  readonly inProgress: boolean;
}

type Verdict = keyof RenewalYear['yearTargets'];

/** Codes that are measured by the sum of the year: no quarter alone meets or misses their target. */
export function codesOfYear({ held, definitions }: Pick<JudgedYear, 'held' | 'definitions'>): readonly string[] {
  const isOfYear = ({ code, per, target }: HeldTarget): boolean => {
    const definition = definitions.find((each) => each.code === code);
    return per === 'year' && target !== null && (definition === undefined || isAddedUp(definition));
  };
  return held.filter(isOfYear).map(({ code }) => code);
}

function verdictOf(target: number, code: string, { definitions, indicators, inProgress }: JudgedYear): Verdict {
  const direction = definitions.find((each) => each.code === code)?.direction ?? 'neither';
  const found = indicators.find((each) => each.code === code);
  if (inProgress || found?.status === 'partial') return 'partial';
  const isMet = meetsTarget({ target: { value: target, on: '' as never }, direction }, found?.value ?? null);
  if (isMet === null) return 'unknown';
  return isMet ? 'met' : 'missed';
}

/** The sum of the year against its target. A year that lacks a quarter, or a part of one, is not judged. */
export function yearTargetsOf(year: JudgedYear): RenewalYear['yearTargets'] {
  const judged = codesOfYear(year).map((code) => {
    const target = (year.held.find((each) => each.code === code)?.target ?? 0) / 100;
    const value = year.indicators.find((each) => each.code === code)?.value ?? null;
    return { verdict: verdictOf(target, code, year), own: { code, value, target } };
  });
  const of = (wanted: Verdict) => judged.flatMap(({ verdict, own }) => (verdict === wanted ? [own] : []));
  return { met: of('met'), missed: of('missed'), partial: of('partial'), unknown: of('unknown') };
}
