import { clean } from '../../ground/kernel/clean.ts';
import { sum } from '../../estimator/numbers.ts';
import type { ToldBreakdown } from '#contract/reporting/breakdowns';
import type { ValueStatus } from '#contract/ground/codes';
import type { PackId, UnitId } from '#contract/ground/ids';
import type { IndicatorDefinition, Totalling } from '#contract/reporting/indicators';
import { coversTheSame, unlikeUnits } from '#contract/reporting/comparison';
import type { IndicatorValue } from '#contract/reporting/returns';
import { enteredCategories, enteredFigureParts, type Entered } from '../frameworks/entered.ts';
import type { Figure } from '../indicators/figure.ts';
import { computedCode } from '../indicators/framework.ts';
import type { MonthLine } from '../indicators/ledgerChain.ts';
import { percentOf } from '../indicators/stockFigures.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { must } from '../../ground/kernel/assert.ts';
import type { UnitCells } from '../../ledger/unitMonths/panel.ts';
import { brokenDownBy, partsOfTotal, type PartsOfTotal } from './partTotals.ts';
import { medianOfOne, pooledMedian, tellsDurations, type PooledMedian } from './pooledMedian.ts';

/** One unit of the agreement, with what its packs say of this quarter and of the one before. */
export interface ReturnUnit {
  readonly id: UnitId;
  readonly code: string;
  readonly cells: UnitCells;
  readonly lines: readonly MonthLine[];
  /** By the codes of the return's framework. */
  readonly figures: readonly Figure[];
  readonly previous: readonly Figure[];
  /** The breakdowns of the quarter, from its pack. */
  readonly told: readonly ToldBreakdown[];
}

export function figureOf(figures: readonly Figure[], code: string): Figure | undefined {
  return figures.find((each) => each.code === code);
}

const nothingEntered = { value: null, numerator: null, denominator: null, status: 'not_available' } as const;

/** The parts of what is entered by category, and whether it is; none of what the framework does not ask for so. */
function enteredBreakdown(definition: IndicatorDefinition, entered: Entered | undefined) {
  if (enteredCategories(definition).length === 0) return { parts: [] };
  const parts = enteredFigureParts(definition, entered?.said.value ?? null, entered?.parts ?? {});
  return { parts: parts ?? [], breakdowns: [{ by: 'barrier' as const, unitsCovered: parts ? 1 : 0 }] };
}

function enteredFigure(definition: IndicatorDefinition, entered: Entered | undefined): Figure {
  return {
    code: definition.code,
    ...pick(entered?.said ?? nothingEntered, 'value', 'numerator', 'denominator', 'status'),
    ...enteredBreakdown(definition, entered),
    calculation: 'entered',
    packIds: [],
  };
}

/**
 * The figures of a unit under a framework, by its codes: those that Vigie computes, and those that are entered. Where both are asked for
 * the computed one is reported with the entered one; without a computed one the entered one is reported.
 */
export function figuresUnder(
  definitions: readonly IndicatorDefinition[],
  computed: readonly Figure[],
  entered: ReadonlyMap<string, Entered> = new Map(),
): readonly Figure[] {
  return definitions.flatMap((definition) => {
    const { code, collection } = definition;
    const own = computedCode(definition);
    if (own === null) return [enteredFigure(definition, entered.get(code))];
    const found = figureOf(computed, own);
    if (!found) return [];
    const figure = brokenDownBy(found, definition.disaggregations);
    const beside = collection === 'both' ? entered.get(code) : undefined;
    if (!beside) return [{ ...figure, code }];
    if (figure.value === null && beside.said.value !== null) return [enteredFigure(definition, beside)];
    return [{ ...figure, code, entered: beside.said }];
  });
}

/** Zero is confirmed only where every unit confirmed it; what covers some of the units only is partial. */
export function totalStatus(statuses: readonly ValueStatus[], asked: number): ValueStatus {
  if (statuses.length === 0) return 'not_available';
  if (statuses.length < asked || statuses.includes('partial')) return 'partial';
  return statuses.every((each) => each === 'zero_confirmed') ? 'zero_confirmed' : 'complete';
}

type Total = Omit<Figure, 'code' | 'calculation' | 'entered' | 'breakdowns' | 'medians'> &
  PartsOfTotal & { readonly unitsCovered: number };
type Known = Figure & { readonly value: number };

/** Added up only where every unit that has a figure has the part. */
function partOf(known: readonly Known[], pick: (figure: Figure) => number | null): number | null {
  const parts = known.flatMap((each) => pick(each) ?? []);
  return known.length > 0 && parts.length === known.length ? clean(sum(parts)) : null;
}

function valueOfTotal(known: readonly Known[], total: Totalling, asked: number): number | null {
  const [first, ...others] = known;
  if (!first) return null;
  // The total of one unit is the unit's own figure; a rate, a median or an age of one unit of several is not the agreement's.
  if (asked === 1) return first.value;
  if (total === 'sum') return clean(sum(known.map((each) => each.value)));
  if (others.length === 0 || total === 'none') return null;
  if (total === 'largest') return Math.max(...known.map((each) => each.value));
  const [numerator, denominator] = [partOf(known, (each) => each.numerator), partOf(known, (each) => each.denominator)];
  return numerator === null || denominator === null ? null : percentOf(numerator, denominator);
}

const packIdsOf = (figures: readonly Figure[]): readonly string[] =>
  [...new Set(figures.flatMap((each) => each.packIds))].sort();

/** Complete where it covers every unit; without a value where half of the files have not come that far. */
function totalOfFiles({ days, files, parts, figures }: PooledMedian, asked: number): Total {
  return {
    value: days,
    numerator: null,
    denominator: files,
    status: days === null ? 'not_available' : figures.length < asked ? 'partial' : 'complete',
    parts,
    breakdowns: [],
    packIds: packIdsOf(figures),
    unitsCovered: figures.length,
  };
}

/** The units' figures as one. It says how many units it covers: a unit without a figure adds nothing, not zero. */
export function totalOf(figures: readonly (Figure | undefined)[], total: Totalling = 'sum'): Total {
  const pool = figures.length > 1 ? pooledMedian : ([only]: readonly (Figure | undefined)[]) => medianOfOne(only);
  const pooled = total === 'none' ? pool(figures) : null;
  return pooled ? totalOfFiles(pooled, figures.length) : totalOfFigures(figures, total);
}

function totalOfFigures(figures: readonly (Figure | undefined)[], total: Totalling): Total {
  const known = figures.flatMap((each) => (each?.value == null ? [] : [{ ...each, value: each.value }]));
  const value = valueOfTotal(known, total, figures.length);
  const statuses = known.map((each) => each.status);
  const hasParts = total === 'sum' || (total === 'ratio' && known.length > 1) || figures.length === 1;
  return {
    value,
    numerator: hasParts ? partOf(known, (each) => each.numerator) : null,
    denominator: hasParts ? partOf(known, (each) => each.denominator) : null,
    status: value === null ? 'not_available' : totalStatus(statuses, figures.length),
    ...partsOfTotal(known, total, figures.length),
    packIds: packIdsOf(known),
    unitsCovered: known.length,
  };
}

function unitValue(
  { code, version }: IndicatorDefinition,
  unitCode: string,
  figure: Figure,
  previous: number | null,
): IndicatorValue {
  return {
    code,
    unitCode,
    ...pick(figure, 'value', 'numerator', 'denominator', 'status'),
    parts: [...figure.parts],
    breakdowns: [...(figure.breakdowns ?? [])],
    entered: figure.entered ?? null,
    unitsCovered: figure.value === null ? 0 : 1,
    unitsAsked: 1,
    agreements: null,
    definitionVersion: version,
    packIds: [...figure.packIds] as PackId[],
    calculation: figure.calculation,
    previous,
  };
}

type FigurePair = readonly [before: Figure | undefined, now: Figure | undefined];

const valuesAreAlike = (pairs: readonly FigurePair[]): boolean =>
  coversTheSame(pairs.map(([before, now]) => ({ value: now?.value ?? null, previous: before?.value ?? null })));

/** Whether totals of the two quarters cover the same: the same units have the figure, and tell the files that a median rests on. */
export function totalsAreAlike(pairs: readonly FigurePair[]): boolean {
  // A unit whose own median is not reached is in that of all.
  return valuesAreAlike(pairs) && pairs.every(([before, now]) => tellsDurations(before) === tellsDurations(now));
}

/** The total of the quarter before, or the units of both where those that tell their files differ and those that have a value do not. */
function comparedTotal(
  pairs: readonly FigurePair[],
  totalling: Totalling,
): Pick<IndicatorValue, 'previous' | 'unlike'> {
  const before = pairs.map(([figure]) => figure);
  if (totalsAreAlike(pairs)) return { previous: totalOf(before, totalling).value };
  const isCovered = (figure: Figure | undefined): boolean => (figure?.value ?? null) !== null || tellsDurations(figure);
  const unlike = unlikeUnits(pairs.map((pair) => ({ before: isCovered(pair[0]), now: isCovered(pair[1]) })));
  return { previous: null, ...(unlike && valuesAreAlike(pairs) && { unlike }) };
}

/** The values of one indicator that units have: each unit's, then the agreement's. */
export function countedValues(definition: IndicatorDefinition, units: readonly ReturnUnit[]): IndicatorValue[] {
  const { code, version, total: totalling } = definition;
  const before = units.map((unit) => figureOf(unit.previous, code));
  const now = units.map((unit) => must(figureOf(unit.figures, code), 'every counted indicator has its figure'));
  const { packIds, parts, breakdowns, ...total } = totalOf(now, totalling);
  return [
    ...units.flatMap((unit, index) => {
      const figure = now[index];
      return figure ? unitValue(definition, unit.code, figure, before[index]?.value ?? null) : [];
    }),
    {
      code,
      unitCode: null,
      ...total,
      parts: [...parts],
      breakdowns: [...breakdowns],
      entered: null,
      unitsAsked: units.length,
      agreements: null,
      definitionVersion: version,
      packIds: [...packIds] as PackId[],
      calculation: totalling === 'sum' ? 'sum' : 'units',
      ...comparedTotal(
        now.map((figure, index) => [before[index], figure]),
        totalling,
      ),
    },
  ];
}
