import { z } from 'zod';
import { notAskedCategory, unknownCategory } from '#contract/reporting/breakdowns';
import type { UnitId } from '#contract/ground/ids';
import { and, inArray } from 'drizzle-orm';
import type { Quarter } from '#contract/ground/dates';
import type { FigurePart, IndicatorDefinition } from '#contract/reporting/indicators';
import { categories as words } from '#contract/words/measures';
import type { EnteredBeside } from '#contract/reporting/reconciliation';
import type { ValueStatus } from '#contract/ground/codes';
import { sum } from '../../estimator/numbers.ts';
import { countParts } from '../indicators/breakdowns.ts';
import { percentOf } from '../indicators/stockFigures.ts';
import { enteredValue } from '../../ground/schema/coordination/frameworks.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { isOfQuarter } from '../../ground/kernel/ofQuarter.ts';

type CategoryOfGrid = IndicatorDefinition['categories'][number];
const barrierNames = words.barrier;

export interface Entered {
  readonly said: EnteredBeside;
  /** By category; empty where the unit tells none. */
  readonly parts: Readonly<Record<string, number>>;
  readonly version: number;
}
/** By unit, then by the code of the indicator. */
export type EnteredByUnit = ReadonlyMap<string, ReadonlyMap<string, Entered>>;

export async function readEntered(
  db: Pick<ReadDb, 'select'>,
  unitIds: readonly UnitId[],
  quarter: Quarter,
): Promise<EnteredByUnit> {
  const rows = await db
    .select()
    .from(enteredValue)
    .where(and(inArray(enteredValue.unitId, [...unitIds]), isOfQuarter(enteredValue, quarter)));
  const byUnit = new Map<string, Map<string, Entered>>();
  for (const { unitId, code, value, numerator, denominator, status, parts, whyEn, whyFr, version } of rows) {
    const own = byUnit.get(unitId) ?? new Map<string, Entered>();
    const why = { en: whyEn, fr: whyFr };
    own.set(code, {
      said: { value, numerator, denominator, status, why },
      parts: enteredParts.parse(JSON.parse(parts)),
      version,
    });
    byUnit.set(unitId, own);
  }
  return byUnit;
}

const enteredParts = z.record(z.string(), z.number());

/** The codes by which a figure is entered with its count; none where the framework does not break it down so. */
export function enteredCategories({
  categories,
  disaggregations,
  total,
}: Pick<IndicatorDefinition, 'categories' | 'disaggregations' | 'total'>): readonly CategoryOfGrid[] {
  if (categories.length === 0 || total !== 'sum' || !disaggregations.includes('barrier')) return [];
  return [...categories, { code: notAskedCategory, name: barrierNames.not_asked }];
}

/** Parts of a count, which add up to it: what is entered under no category is unknown. Null where none is entered. */
export function enteredFigureParts(
  definition: IndicatorDefinition,
  value: number | null,
  parts: Readonly<Record<string, number>>,
): readonly FigurePart[] | null {
  const asked = enteredCategories(definition).map(({ code }) => code);
  const counts = new Map(asked.map((code) => [code, parts[code] ?? 0]));
  const rest = value === null ? -1 : value - sum([...counts.values()]);
  if (!asked.some((code) => parts[code] !== undefined) || rest < 0) return null;
  return countParts('barrier', counts.set(unknownCategory, rest));
}

type Amounts = Pick<EnteredBeside, 'value' | 'numerator' | 'denominator'>;

/** What was typed, as it is kept: a share is computed from its parts. A zero that somebody entered is a confirmed one. */
export function amountsOf(
  { value, numerator, denominator }: Amounts,
  { total }: Pick<IndicatorDefinition, 'total'>,
): Amounts & { readonly status: ValueStatus } {
  const share = numerator === null || denominator === null ? null : percentOf(numerator, denominator);
  const kept =
    total === 'ratio' ? { value: share, numerator, denominator } : { value, numerator: null, denominator: null };
  const status = kept.value === null ? 'not_available' : kept.value === 0 ? 'zero_confirmed' : 'complete';
  return { ...kept, status };
}
