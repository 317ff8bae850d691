import type { OperationId } from '#contract/ground/ids';
import { and, between, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { OperationCounts } from '#contract/casework/operations';
import { device } from '../../ground/schema/unit/devices.ts';
import { arrest, charge, investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { operationFile } from '../../ground/schema/unit/operations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

interface Period {
  readonly operationId: OperationId;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** What the operation's files had in a period, read from their rows each time: a file tagged later brings its past with it. */
export async function countOperation(db: ReadDb, { operationId, from, to }: Period): Promise<OperationCounts> {
  const files = db
    .select({ id: operationFile.investigationId })
    .from(operationFile)
    .where(eq(operationFile.operationId, operationId));
  const sum = async (
    table: typeof arrest | typeof charge | typeof device | typeof investigation,
    where: SQL | undefined,
    amount: SQL<number> = sql<number>`count(*)`,
  ): Promise<number> => {
    const [row] = await db.select({ amount }).from(table).where(where);
    return row?.amount ?? 0;
  };
  const [received] = await db
    .select({ amount: sql<number>`count(distinct ${referral.id})` })
    .from(referralInvestigation)
    .innerJoin(referral, eq(referral.id, referralInvestigation.referralId))
    .where(and(inArray(referralInvestigation.investigationId, files), between(referral.receivedOn, from, to)));
  const examined = sql<number>`coalesce(sum(${device.count}), 0)`;
  const ofDevices = and(
    inArray(device.investigationId, files),
    sql`coalesce(${device.endReason}, '') <> 'entered_in_error'`,
  );
  return {
    referrals: received?.amount ?? 0,
    filesOpened: await sum(
      investigation,
      and(inArray(investigation.id, files), between(investigation.openedOn, from, to)),
    ),
    filesConcluded: await sum(
      investigation,
      and(inArray(investigation.id, files), between(investigation.concludedOn, from, to)),
    ),
    arrests: await sum(arrest, and(inArray(arrest.investigationId, files), between(arrest.arrestedOn, from, to))),
    charges: await sum(
      charge,
      and(inArray(charge.investigationId, files), eq(charge.stage, 'laid'), between(charge.laidOn, from, to)),
      sql<number>`coalesce(sum(${charge.counts}), 0)`,
    ),
    devicesSeized: await sum(device, and(ofDevices, between(device.seizedOn, from, to)), examined),
    devicesExamined: await sum(device, and(ofDevices, between(device.examinedOn, from, to)), examined),
  };
}
