import { and, gte, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Period } from '#contract/ground/period';
import { agreementUnit } from '../../ground/schema/coordination/agreements.ts';

/** The rows of `agreementUnit` by which a unit is funded on any day of the period. */
export function fundedDuring({ firstDay, lastDay }: Pick<Period, 'firstDay' | 'lastDay'>): SQL | undefined {
  return and(lte(agreementUnit.from, lastDay), or(isNull(agreementUnit.to), gte(agreementUnit.to, firstDay)));
}
