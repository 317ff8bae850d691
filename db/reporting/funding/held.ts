import type { AgreementId } from '#contract/ground/ids';
import { asc, eq } from 'drizzle-orm';
import type { Quarter } from '#contract/ground/dates';
import { activity, equipment, position, training } from '../../ground/schema/coordination/funding.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { budgetLines, type BudgetLine } from './lines.ts';

/** What the registers of an agreement hold that figures are made of. Empty where nothing was entered. */
export interface HeldFunding {
  /** Of the fiscal year of the quarter, and of the one before it. */
  readonly lines: readonly BudgetLine[];
  readonly positions: readonly (typeof position.$inferSelect)[];
  readonly training: readonly (typeof training.$inferSelect)[];
  readonly equipment: readonly (typeof equipment.$inferSelect)[];
  readonly activities: readonly (typeof activity.$inferSelect)[];
}

export async function heldFunding(db: ReadDb, agreementId: AgreementId, quarter: Quarter): Promise<HeldFunding> {
  return {
    lines: [
      ...(await budgetLines(db, agreementId, quarter.fiscalYear)),
      ...(await budgetLines(db, agreementId, quarter.fiscalYear - 1)),
    ],
    positions: await db
      .select()
      .from(position)
      .where(eq(position.agreementId, agreementId))
      .orderBy(asc(position.code)),
    training: await db.select().from(training).where(eq(training.agreementId, agreementId)).orderBy(asc(training.code)),
    equipment: await db
      .select()
      .from(equipment)
      .where(eq(equipment.agreementId, agreementId))
      .orderBy(asc(equipment.code)),
    activities: await db
      .select()
      .from(activity)
      .where(eq(activity.agreementId, agreementId))
      .orderBy(asc(activity.code)),
  };
}
