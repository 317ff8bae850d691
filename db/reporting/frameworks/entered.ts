import type { UnitId } from '#contract/ground/ids';
import { and, inArray } from 'drizzle-orm';
import type { Quarter } from '#contract/ground/dates';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { EnteredBeside } from '#contract/reporting/reconciliation';
import type { ValueStatus } from '#contract/ground/codes';
import { percentOf } from '../indicators/stockFigures.ts';
import { enteredValue } from '../../ground/schema/coordination/frameworks.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { isOfQuarter } from '../../ground/kernel/ofQuarter.ts';

export interface Entered {
  readonly said: EnteredBeside;
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
  for (const { unitId, code, value, numerator, denominator, status, whyEn, whyFr, version } of rows) {
    const own = byUnit.get(unitId) ?? new Map<string, Entered>();
    const why = { en: whyEn, fr: whyFr };
    own.set(code, { said: { value, numerator, denominator, status, why }, version });
    byUnit.set(unitId, own);
  }
  return byUnit;
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
