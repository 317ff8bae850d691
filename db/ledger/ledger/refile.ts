import type { UnitId, InvestigationId, ReferralId } from '#contract/ground/ids';
import { asc, eq, getTableColumns } from 'drizzle-orm';
import { must } from '../../ground/kernel/assert.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { investigation, investigationEvent } from '../../ground/schema/unit/investigations.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { bookFile } from './book.ts';
import {
  investigationEntries,
  referralEntries,
  standingChanges,
  type Definitions,
  type FileEvent,
  type Origin,
} from './rules.ts';
import { readCountingRules } from './countingRules.ts';

/** Books a referral after any change to its history. */
export async function refileReferral(tx: WriteTx, referralId: ReferralId): Promise<void> {
  const [row] = await tx.select().from(referral).where(eq(referral.id, referralId));
  const { unitId, receivedOn, transferredIn } = must(row, 'a referral is booked in the transaction that wrote it');
  const events = await tx
    .select()
    .from(referralEvent)
    .where(eq(referralEvent.referralId, referralId))
    .orderBy(asc(referralEvent.position));
  const entries = referralEntries({
    receivedOn,
    transferredIn,
    events: standingChanges(events).map((each) => ({
      on: each.on,
      latest: each.onLatest,
      from: each.fromState,
      to: each.toState,
      carried: each.carried,
    })),
  });
  await bookFile(tx, { kind: 'referral', id: referralId, unitId }, entries);
}

export async function definitionsOf(tx: Pick<WriteTx, 'select'>, unitId: UnitId): Promise<Definitions> {
  const rules = await readCountingRules(tx, [unitId]);
  return rules.map(({ validFrom, backlogDefinition }) => ({ from: validFrom, definition: backlogDefinition }));
}

type InvestigationRecord = typeof investigation.$inferSelect;
type EventRecord = typeof investigationEvent.$inferSelect;

async function bookInvestigation(
  tx: WriteTx,
  file: InvestigationRecord,
  events: readonly EventRecord[],
  definitions: Definitions,
): Promise<void> {
  const entries = investigationEntries(
    {
      openedOn: file.openedOn,
      origin: file.origin as Origin,
      events: events.map((each) => ({
        on: each.on,
        kind: each.kind as FileEvent,
        waiting: each.waiting,
      })),
    },
    definitions,
  );
  await bookFile(tx, { kind: 'investigation', id: file.id, unitId: file.unitId }, entries);
}

/** Books an investigation after any change to its history. */
export async function refileInvestigation(tx: WriteTx, investigationId: InvestigationId): Promise<void> {
  const [row] = await tx.select().from(investigation).where(eq(investigation.id, investigationId));
  const file = must(row, 'an investigation is booked in the transaction that wrote it');
  const events = await tx
    .select()
    .from(investigationEvent)
    .where(eq(investigationEvent.investigationId, investigationId))
    .orderBy(asc(investigationEvent.position));
  await bookInvestigation(tx, file, events, await definitionsOf(tx, file.unitId));
}

/** Books every investigation of a unit after a change to how it counts. */
export async function refileInvestigations(tx: WriteTx, unitId: UnitId): Promise<void> {
  const files = await tx.select().from(investigation).where(eq(investigation.unitId, unitId));
  const events = await tx
    .select(getTableColumns(investigationEvent))
    .from(investigationEvent)
    .innerJoin(investigation, eq(investigation.id, investigationEvent.investigationId))
    .where(eq(investigation.unitId, unitId))
    .orderBy(asc(investigationEvent.position));
  const byFile = groupsBy(events, ({ investigationId }) => investigationId);
  const definitions = await definitionsOf(tx, unitId);
  for (const file of files) await bookInvestigation(tx, file, byFile.get(file.id) ?? [], definitions);
}
