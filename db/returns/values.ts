import type { ValueStatus } from '#contract/codes';
import type { PackId } from '#contract/ids';
import type { IndicatorValue } from '#contract/returns';
import type { Figure } from '../indicators/figures.ts';
import type { MonthLine } from '../indicators/ledgerChain.ts';
import { must } from '../kernel/assert.ts';
import type { UnitCells } from '../indicators/unitCells.ts';

/** One unit of the agreement, with what its packs say of this quarter and of the one before. */
export interface ReturnUnit {
  readonly id: string;
  readonly code: string;
  readonly cells: UnitCells;
  readonly lines: readonly MonthLine[];
  readonly figures: readonly Figure[];
  readonly previous: readonly Figure[];
}

export function figureOf(figures: readonly Figure[], code: string): Figure | undefined {
  return figures.find((each) => each.code === code);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Zero is confirmed only where every unit confirmed it; what covers some of the units only is partial. */
export function totalStatus(statuses: readonly ValueStatus[], asked: number): ValueStatus {
  if (statuses.length === 0) return 'not_available';
  if (statuses.length < asked || statuses.includes('partial')) return 'partial';
  return statuses.every((each) => each === 'zero_confirmed') ? 'zero_confirmed' : 'complete';
}

/** The units' figures added up. It says how many units it covers: a unit without a figure adds nothing, not zero. */
export function totalOf(figures: readonly (Figure | undefined)[]): Omit<Figure, 'code' | 'calculation'> & {
  readonly unitsCovered: number;
} {
  const known = figures.flatMap((each) => (each?.value == null ? [] : [{ ...each, value: each.value }]));
  const part = (pick: (figure: Figure) => number | null): number | null => {
    const parts = known.flatMap((each) => pick(each) ?? []);
    return known.length > 0 && parts.length === known.length ? sum(parts) : null;
  };
  return {
    value: known.length === 0 ? null : sum(known.map((each) => each.value)),
    numerator: part((each) => each.numerator),
    denominator: part((each) => each.denominator),
    status: totalStatus(
      known.map((each) => each.status),
      figures.length,
    ),
    packIds: [...new Set(known.flatMap((each) => each.packIds))].sort(),
    unitsCovered: known.length,
  };
}

function unitValue(
  code: string,
  definitionVersion: string,
  unitCode: string,
  figure: Figure,
  previous: number | null,
): IndicatorValue {
  return {
    code,
    unitCode,
    value: figure.value,
    numerator: figure.numerator,
    denominator: figure.denominator,
    status: figure.status,
    unitsCovered: figure.value === null ? 0 : 1,
    unitsAsked: 1,
    agreements: null,
    definitionVersion,
    packIds: [...figure.packIds] as PackId[],
    calculation: figure.calculation,
    previous,
  };
}

/** The values of one counted indicator: each unit's, then the agreement's. */
export function countedValues(code: string, definitionVersion: string, units: readonly ReturnUnit[]): IndicatorValue[] {
  const before = units.map((unit) => figureOf(unit.previous, code));
  const now = units.map((unit) => must(figureOf(unit.figures, code), 'every counted indicator has its figure'));
  const { packIds, ...total } = totalOf(now);
  return [
    ...units.flatMap((unit, index) => {
      const figure = now[index];
      return figure ? unitValue(code, definitionVersion, unit.code, figure, before[index]?.value ?? null) : [];
    }),
    {
      code,
      unitCode: null,
      ...total,
      unitsAsked: units.length,
      agreements: null,
      definitionVersion,
      packIds: [...packIds] as PackId[],
      calculation: 'sum',
      previous: totalOf(before).value,
    },
  ];
}
