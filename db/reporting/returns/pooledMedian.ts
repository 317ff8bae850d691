import type { FigurePart, StageMedian } from '#contract/reporting/indicators';
import { sum } from '../../estimator/numbers.ts';
import { kaplanMeier, medianOf } from '../../estimator/survival/kaplanMeier.ts';
import { pooledTable } from '../../estimator/survival/lifeTable.ts';
import type { Figure } from '../indicators/figure.ts';

interface Pooled {
  /** Days; null where fewer than half of the files have come that far. */
  readonly days: number | null;
  readonly files: number;
}

export interface PooledMedian extends Pooled {
  readonly parts: readonly FigurePart[];
  /** The figures of the units that it covers. */
  readonly figures: readonly Figure[];
}

/** What a unit reports of a stage; null where it reports nothing of its files, or has none. */
function toldOf({ medians = [] }: Figure, stage: string): StageMedian | null {
  return medians.find((each) => each.stage === stage && each.files > 0) ?? null;
}

/** Whether the pack of a unit tells what its median rests on, also where it is not reached. */
export function tellsDurations(figure: Figure | undefined): boolean {
  return figure !== undefined && toldOf(figure, 'whole')?.durations !== undefined;
}

function pool(told: readonly StageMedian[]): Pooled | null {
  const tables = told.flatMap(({ durations }) => durations ?? []);
  const files = sum(told.map((each) => each.files));
  if (tables.length < told.length || files === 0) return null;
  return { days: medianOf(kaplanMeier(pooledTable(tables))).value, files };
}

/** What the only unit of an agreement says is the agreement's, also where its median is not reached. Null where it says nothing. */
export function medianOfOne(figure: Figure | undefined): PooledMedian | null {
  const told = figure && toldOf(figure, 'whole');
  return told ? { days: told.days, files: told.files, parts: figure.parts, figures: [figure] } : null;
}

/**
 * The median of all files of several units, by Kaplan and Meier's estimate over their files together. Null where a unit tells its median
 * without the files that it rests on, or where one unit alone tells anything: what one unit says is not the agreement's.
 */
export function pooledMedian(figures: readonly (Figure | undefined)[]): PooledMedian | null {
  const saying = figures.flatMap((each) => (each && (each.value !== null || toldOf(each, 'whole')) ? [each] : []));
  const told = saying.flatMap((each) => toldOf(each, 'whole') ?? []);
  const whole = saying.length > 1 && told.length === saying.length ? pool(told) : null;
  if (!whole) return null;
  const stages = [...new Set(saying.flatMap(({ parts }) => parts.map(({ category }) => category)))];
  const parts = stages.flatMap((stage): FigurePart[] => {
    const pooled = pool(saying.flatMap((each) => toldOf(each, stage) ?? []));
    return pooled
      ? [{ by: 'stage', category: stage, value: pooled.days, numerator: null, denominator: pooled.files }]
      : [];
  });
  return { ...whole, parts, figures: saying };
}
