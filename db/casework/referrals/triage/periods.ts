import { z } from 'zod';
import { periodCode, type PeriodCode } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { period } from '#contract/casework/triage';
import { pick } from '../../../ground/kernel/pick.ts';
import { triagePeriod } from '../../../ground/schema/unit/triage.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import { periodInForce, type Defaults, type Period, type SetPeriod } from './rules.ts';
import given from './periods.v1.json' with { type: 'json' };

/** What holds until a supervisor sets another from a day on. */
export const defaultPeriods: Defaults = z.record(periodCode, period).parse(given);

export async function setPeriods(db: Pick<ReadDb, 'select'>): Promise<readonly SetPeriod[]> {
  const rows = await db.select().from(triagePeriod);
  return rows.map((row) => ({
    ...pick(row, 'code', 'setFor', 'validFrom', 'amount', 'measure'),
  }));
}

export async function findPeriod(
  db: Pick<ReadDb, 'select'>,
  wanted: { readonly code: PeriodCode; readonly unitId: string; readonly on: CivilDate },
): Promise<Period> {
  return periodInForce(await setPeriods(db), defaultPeriods, wanted);
}
