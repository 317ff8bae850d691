import type { Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { AgreementId } from '#contract/ground/ids';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import { and, asc, eq } from 'drizzle-orm';
import { indicatorTarget } from '../../ground/schema/coordination/funding.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { computedCode } from '../indicators/framework.ts';
import { isBalance } from '../indicators/balances.ts';

export type HeldTarget = typeof indicatorTarget.$inferSelect;

/** What an agreement measures its indicators against in the fiscal year of a quarter. */
export function heldTargets(
  db: Pick<ReadDb, 'select'>,
  agreementId: AgreementId,
  { fiscalYear }: Pick<Quarter, 'fiscalYear'>,
): Promise<HeldTarget[]> {
  return db
    .select()
    .from(indicatorTarget)
    .where(and(eq(indicatorTarget.agreementId, agreementId), eq(indicatorTarget.fiscalYear, fiscalYear)))
    .orderBy(asc(indicatorTarget.code));
}

/** Whether figures of quarters are added up to that of a year. */
export function isAddedUp(definition: Pick<IndicatorDefinition, 'code' | 'source' | 'collection' | 'total'>): boolean {
  return definition.total === 'sum' && !isBalance(computedCode(definition) ?? definition.code);
}

/** A definition measured against what the agreement says, and otherwise against what the framework says. */
export function aimedAt(
  definition: IndicatorDefinition,
  own: HeldTarget | undefined,
  { fiscalYear }: Quarter,
): IndicatorDefinition {
  if (!own) return definition;
  const { baseline, baselinePeriod, target, targetOn } = own;
  const { lastDay } = periodOf({ fiscalYear, quarter: 4 } as Quarter);
  return {
    ...definition,
    baseline: baseline === null ? definition.baseline : { value: baseline / 100, period: baselinePeriod ?? '' },
    target: target === null ? definition.target : { value: target / 100, on: targetOn ?? lastDay },
  };
}

/** What a return reports of its quarter is measured so; a target of the year would be set against a part of it, and is left out. */
export function withTargets(
  definitions: readonly IndicatorDefinition[],
  targets: readonly HeldTarget[],
  quarter: Quarter,
): IndicatorDefinition[] {
  return definitions.map((each) => {
    const own = targets.find(({ code }) => code === each.code);
    return own?.per === 'year' && isAddedUp(each) ? each : aimedAt(each, own, quarter);
  });
}
