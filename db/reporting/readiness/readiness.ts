import type { Quarter } from '#contract/ground/dates';
import type { Across, AcrossIndicator } from '#contract/reporting/across';
import { noFigure } from '#contract/reporting/across';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { Readiness, ReadinessRow } from '#contract/reporting/readiness';
import type { ReturnContent } from '#contract/reporting/returns';
import { computedCode } from '../indicators/framework.ts';
import { aimedAt, isAddedUp, type HeldTarget } from '../frameworks/targets.ts';
import { meetsTarget } from '../returns/summary/summary.ts';

const isSaid = ({ en, fr }: { readonly en: string; readonly fr: string }): boolean =>
  en.trim() !== '' && fr.trim() !== '';

/** The part of the way from a baseline to a target. @returns null where one is not known, or where they are the same */
export function progressOf(
  baseline: { readonly value: number } | null,
  target: { readonly value: number } | null,
  value: number | null,
): number | null {
  if (baseline === null || target === null || value === null || baseline.value === target.value) return null;
  return (value - baseline.value) / (target.value - baseline.value);
}

/** Asked for by a check, or written already; otherwise no change of it demands one. */
function explanationOf({ checks, explanations }: ReturnContent, code: string): ReadinessRow['explanation'] {
  if (checks.some((each) => each.code === 'large_change' && each.measures.includes(code))) return 'missing';
  return explanations.some((each) => each.code === code) ? 'present' : 'not_needed';
}

function figureOf(seen: AcrossIndicator | undefined, per: ReadinessRow['per']): ReadinessRow['figure'] {
  const figure = per === 'year' ? seen?.year?.whole : seen?.cells.at(-1);
  return { ...(figure ?? noFigure), coverageOf: seen?.coverageOf ?? 'units' };
}

const perOf = (definition: IndicatorDefinition, own: HeldTarget | undefined): ReadinessRow['per'] =>
  own?.per === 'year' && isAddedUp(definition) ? 'year' : 'quarter';
const sourceOf = (en: string | null = null, fr: string | null = null) => ({ en: en ?? '', fr: fr ?? '' });

function rowOf(
  definition: IndicatorDefinition,
  own: HeldTarget | undefined,
  across: Across,
  content: ReturnContent,
): ReadinessRow {
  const { code, name, unitOfMeasure, method } = definition;
  const { baseline, target, direction } = aimedAt(definition, own, content.quarter);
  const per = perOf(definition, own);
  const isJudged = per === 'quarter' || content.quarter.quarter === 4;
  const figure = figureOf(
    across.indicators.find((each) => each.code === code),
    per,
  );
  return {
    code,
    name,
    unitOfMeasure,
    hasMethod: isSaid(method),
    baseline: baseline && { ...baseline, source: sourceOf(own?.baselineSourceEn, own?.baselineSourceFr) },
    target: target && { ...target, source: sourceOf(own?.targetSourceEn, own?.targetSourceFr) },
    per,
    figure,
    isEstimate: computedCode(definition) === 'K1',
    progress: progressOf(baseline, target, figure.value),
    isMet: isJudged ? meetsTarget({ target, direction }, figure.value) : null,
    explanation: explanationOf(content, code),
  };
}

export interface ReadinessInputs {
  readonly quarter: Quarter;
  /** Of the framework in force, as far as the agreement reports them. */
  readonly definitions: readonly IndicatorDefinition[];
  readonly targets: readonly HeldTarget[];
  readonly across: Across;
  /** The return of the quarter as it is now, for its checks and explanations. */
  readonly content: ReturnContent;
}

/** What each indicator has of method, baseline, target, data and explanation. Pure. */
export function readinessOf({ definitions, targets, across, content }: ReadinessInputs): Readiness {
  const known = new Set(definitions.map(({ code }) => code));
  return {
    rows: definitions.map((each) =>
      rowOf(
        each,
        targets.find(({ code }) => code === each.code),
        across,
        content,
      ),
    ),
    unknownCodes: targets.flatMap(({ code }) => (known.has(code) ? [] : [code])),
  };
}
