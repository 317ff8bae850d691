import { changeOf } from '#contract/ground/change';
import { previousQuarter, type FiscalYear, type Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { Bilingual } from '#contract/ground/common';
import type { Across, AcrossGroup, AcrossIndicator, CoveredFigure, SpentInYear } from '#contract/reporting/across';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import { steadOf } from '#contract/reporting/stead';
import { clean } from '../../ground/kernel/clean.ts';
import { sum } from '../../estimator/numbers.ts';
import { must } from '../../ground/kernel/assert.ts';
import type { Movement } from '../../statistics/backlog/stock.ts';
import type { FundingFigure } from '../funding/figures.ts';
import type { Figure } from '../indicators/figure.ts';
import { isAddedUp } from '../frameworks/targets.ts';
import { computedCode } from '../indicators/framework.ts';
import { figureOf, totalOf } from '../returns/values.ts';

/** A figure, and whether any of it comes from a form that nothing signs. */
export type AcrossFigure = Figure & { readonly unsigned?: true };

/** A unit with its figures of every quarter that is asked for, by the quarter's id. */
export interface AcrossUnit {
  readonly id: string;
  readonly figures: ReadonlyMap<string, readonly AcrossFigure[]>;
  /** From the beginning of the fiscal year to the end of the quarter. */
  readonly movement: Movement;
  /** Some month of the fiscal year comes from a form that nothing signs. */
  readonly unsigned: boolean;
}

/** An agreement kept here, with the figures that its registers give. */
export interface AcrossAgreement {
  readonly id: string;
  readonly code: string;
  readonly name: Bilingual;
  /** Of the units that it funds on any day of the quarter. */
  readonly unitIds: ReadonlySet<string>;
  readonly figures: ReadonlyMap<string, Readonly<Record<string, FundingFigure>>>;
  /** Spent by fiscal year; a year of which nothing is entered is not in it. */
  readonly spent: ReadonlyMap<number, SpentInYear>;
}

export interface AcrossInputs {
  readonly quarter: Quarter;
  readonly definitions: readonly IndicatorDefinition[];
  readonly units: readonly AcrossUnit[];
  readonly agreements: readonly AcrossAgreement[];
  /** That of today: it has not ended. */
  readonly currentYear: FiscalYear;
}

const shown = 8;
/** The quarters up to one, that one last. */
export function quartersTo(last: Quarter, count = shown): readonly Quarter[] {
  const found = [last];
  while (found.length < count) found.unshift(previousQuarter(must(found[0], 'there is one')));
  return found;
}

/** Those of the fiscal year up to the quarter, and the same ones a year before. */
export function yearQuarters(quarter: Quarter): readonly (readonly [now: Quarter, before: Quarter])[] {
  return quartersTo(quarter, quarter.quarter).map((now) => [now, must(quartersTo(now, 5)[0], 'five quarters')]);
}

type Known = number | null;
/** One figure by quarter: of a unit, or of an agreement. */
type ByQuarter = (quarter: Quarter) => AcrossFigure | undefined;

/** Only where it is so. */
const flagged = <K extends string>(key: K, isSo: boolean): Partial<Record<K, true>> =>
  (isSo ? { [key]: true } : {}) as Partial<Record<K, true>>;

function covered(figures: readonly (AcrossFigure | undefined)[], definition: IndicatorDefinition): CoveredFigure {
  const total = totalOf(figures, definition.total);
  const { value, unitsCovered: covered } = total;
  return {
    ...{ value, covered, asked: figures.length, stead: steadOf({ code: definition.code, ...total }) },
    ...flagged(
      'unsigned',
      figures.some((each) => each?.unsigned === true),
    ),
  };
}

interface YearSum {
  readonly value: number;
  readonly unsigned: boolean;
}

/** Null where a quarter of it is not known. */
function wholeYear(at: ByQuarter, quarters: readonly Quarter[]): YearSum | null {
  const figures = quarters.map(at);
  const values = figures.flatMap((each) => each?.value ?? []);
  if (values.length < quarters.length) return null;
  return { value: clean(sum(values)), unsigned: figures.some((each) => each?.unsigned === true) };
}

function yearOf(sources: readonly ByQuarter[], quarter: Quarter): AcrossIndicator['year'] {
  const pairs = yearQuarters(quarter);
  const [now, before] = [pairs.map(([each]) => each), pairs.map(([, each]) => each)];
  const all = sources.map((at) => ({ now: wholeYear(at, now), before: wholeYear(at, before) }));
  const known = all.flatMap((each) => each.now ?? []);
  const isUnsigned = (sums: readonly YearSum[]): boolean => sums.some(({ unsigned }) => unsigned);
  // A part that is known in one year alone would make a change of its own.
  const both = all.flatMap((each) =>
    each.now === null || each.before === null ? [] : [{ now: each.now, before: each.before }],
  );
  const total = (sums: readonly YearSum[]): Known =>
    sums.length === 0 ? null : clean(sum(sums.map(({ value }) => value)));
  const [sumsBefore, sumsNow] = [both.map((each) => each.before), both.map((each) => each.now)];
  const [was, is] = [total(sumsBefore), total(sumsNow)];
  return {
    whole: {
      value: total(known),
      covered: known.length,
      asked: sources.length,
      stead: null,
      ...flagged('unsigned', isUnsigned(known)),
    },
    before: was,
    now: is,
    ...flagged('beforeUnsigned', isUnsigned(sumsBefore)),
    ...flagged('nowUnsigned', isUnsigned(sumsNow)),
    share: changeOf(was, is)?.share ?? null,
    compared: both.length,
  };
}

const plain = { parts: [], calculation: 'funding', packIds: [] } as const;

/** Where an indicator's figures come from: agreements, for what only their registers give; units otherwise. */
function sourcesOf(
  { code, ...definition }: IndicatorDefinition,
  units: readonly AcrossUnit[],
  agreements: readonly AcrossAgreement[],
): { readonly of: AcrossIndicator['coverageOf']; readonly sources: readonly ByQuarter[] } {
  const own = computedCode({ code, ...definition }) ?? code;
  const isOfAgreements = agreements.some((each) => [...each.figures.values()].some((figures) => own in figures));
  if (!isOfAgreements)
    return {
      of: 'units',
      sources: units.map((unit) => (quarter) => figureOf(unit.figures.get(periodOf(quarter).id) ?? [], code)),
    };
  return {
    of: 'agreements',
    sources: agreements.map(({ figures }) => (quarter) => {
      const figure = figures.get(periodOf(quarter).id)?.[own];
      return figure && { code, ...figure, ...plain };
    }),
  };
}

function indicatorOf(definition: IndicatorDefinition, inputs: AcrossInputs): AcrossIndicator {
  const { quarter, units, agreements } = inputs;
  const { of, sources } = sourcesOf(definition, units, agreements);
  const { code, name, unitOfMeasure } = definition;
  return {
    code,
    name,
    unitOfMeasure,
    coverageOf: of,
    cells: quartersTo(quarter).map((each) =>
      covered(
        sources.map((at) => at(each)),
        definition,
      ),
    ),
    year: isAddedUp(definition) ? yearOf(sources, quarter) : null,
  };
}

function groupOf(
  { quarter, definitions }: AcrossInputs,
  units: readonly AcrossUnit[],
  agreements: readonly AcrossAgreement[],
  facts: Pick<AcrossGroup, 'code' | 'name'>,
): AcrossGroup {
  return {
    ...facts,
    units: units.length,
    figures: definitions.map((definition) => {
      const { of, sources } = sourcesOf(definition, units, agreements);
      return {
        code: definition.code,
        coverageOf: of,
        ...covered(
          sources.map((at) => at(quarter)),
          definition,
        ),
      };
    }),
  };
}

function activitiesOf({ quarter, agreements }: AcrossInputs): Across['activities'] {
  const found = agreements.flatMap(({ figures }) => {
    const figure = figures.get(periodOf(quarter).id)?.['P1'];
    return figure?.value == null || figure.denominator === null ? [] : [figure];
  });
  const coverage = { covered: found.length, asked: agreements.length };
  if (found.length === 0) return { done: null, all: null, ...coverage };
  return {
    done: sum(found.map(({ value }) => value ?? 0)),
    all: sum(found.map(({ denominator }) => denominator ?? 0)),
    ...coverage,
  };
}

/** Eight quarters side by side, the year to date, who is funded and who is not, and what was spent year by year. Pure. */
export function acrossView(inputs: AcrossInputs): Across {
  const { definitions, quarter, units, agreements, currentYear } = inputs;
  const isFunded = ({ id }: AcrossUnit): boolean => agreements.some(({ unitIds }) => unitIds.has(id));
  const movements = units.map(({ movement }) => movement);
  const count = (wanted: (typeof movements)[number]): number => movements.filter((each) => each === wanted).length;
  const years = [...new Set(agreements.flatMap(({ spent }) => [...spent.keys()]))].sort((a, b) => a - b);
  const counted = { ...inputs, definitions: definitions.filter((each) => computedCode(each) !== 'K1') };
  const ofUnits = {
    ...counted,
    definitions: counted.definitions.filter((each) => sourcesOf(each, units, agreements).of === 'units'),
  };
  return {
    quarters: [...quartersTo(quarter)],
    indicators: counted.definitions.map((each) => indicatorOf(each, inputs)),
    backlog: { fell: count('fell'), held: count('held'), grew: count('grew'), unknown: count('unknown') },
    ...flagged(
      'backlogUnsigned',
      units.some((each, index) => each.unsigned && movements[index] !== 'unknown'),
    ),
    activities: activitiesOf(inputs),
    years: years as FiscalYear[],
    yearsInProgress: (years as FiscalYear[]).filter((year) => year >= currentYear),
    contributions: agreements.map(({ code, spent }) => ({
      agreementCode: code,
      spent: years.map((year) => spent.get(year) ?? null),
    })),
    funded: groupOf(ofUnits, units.filter(isFunded), [], { code: null, name: null }),
    unfunded: groupOf(
      ofUnits,
      units.filter((each) => !isFunded(each)),
      [],
      { code: null, name: null },
    ),
    agreements: agreements.map((each) =>
      groupOf(
        counted,
        units.filter(({ id }) => each.unitIds.has(id)),
        [each],
        { code: each.code, name: each.name },
      ),
    ),
  };
}
