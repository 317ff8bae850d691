import { eq, ne, sql } from 'drizzle-orm';
import { reasonsInForce } from '../../casework/clearance/reasons.ts';
import { investigation, investigationEvent } from '../../ground/schema/unit/investigations.ts';
import { clearance } from '../../ground/schema/unit/offences.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { isIn, type CategoryCount, type CategoryReader } from './counts.ts';
import { clearanceCategory } from './rules.ts';

/** Referrals received (R1); one that another unit of the workspace had received is counted there. */
export const received: CategoryReader = async (db, span) => {
  const rows = await db
    .select({
      unitId: referral.unitId,
      source: referral.source,
      band: referral.riskBand,
      count: sql<number>`count(*)`,
    })
    .from(referral)
    .where(isIn(span, referral.unitId, referral.receivedOn, eq(referral.transferredIn, false)))
    .groupBy(referral.unitId, referral.source, referral.riskBand);
  return rows.flatMap(({ unitId, source, band, count }): CategoryCount[] => [
    { unitId, code: 'R1', by: 'source', category: source, count },
    { unitId, code: 'R1', by: 'risk_band', category: band, count },
  ]);
};

/** Investigations opened (I1); what another unit opened is opened once. */
export const opened: CategoryReader = async (db, span) => {
  const rows = await db
    .select({ unitId: investigation.unitId, origin: investigation.origin, count: sql<number>`count(*)` })
    .from(investigation)
    .where(isIn(span, investigation.unitId, investigation.openedOn, ne(investigation.origin, 'transferred')))
    .groupBy(investigation.unitId, investigation.origin);
  return rows.map(({ unitId, origin, count }) => {
    const category = origin === 'proactive' ? 'proactive' : 'reactive';
    return { unitId, code: 'I1', by: 'origin', category, count };
  });
};

/** Investigations concluded (I2), by the clearance status of each today. */
export const concluded: CategoryReader = async (db, span) => {
  const reasons = await reasonsInForce(db);
  const rows = await db
    .select({
      unitId: investigationEvent.unitId,
      founded: clearance.founded,
      reason: clearance.reason,
      count: sql<number>`count(*)`,
    })
    .from(investigationEvent)
    .leftJoin(clearance, eq(clearance.investigationId, investigationEvent.investigationId))
    .where(isIn(span, investigationEvent.unitId, investigationEvent.on, eq(investigationEvent.kind, 'concluded')))
    .groupBy(investigationEvent.unitId, clearance.founded, clearance.reason);
  return rows.map(({ unitId, founded, reason, count }) => {
    const category = clearanceCategory(founded, reason, reasons);
    return { unitId, code: 'I2', by: 'clearance', category, count };
  });
};
