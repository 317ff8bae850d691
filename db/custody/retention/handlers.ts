import { and, desc, eq, isNull } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { CaseFile, UnitId } from '#contract/ground/ids';
import type { RetentionClass, RetentionRow } from '#contract/custody/retention';
import { displayNames } from '../../accounts/people/names.ts';
import { remindersOf, urgencyOf } from '../../casework/clocks/reminders.ts';
import { clockSettings } from '../../casework/clocks/surroundings.ts';
import { caseFileOf, unitOfFile } from '../../casework/files/caseFile.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { purgeRequest } from '../../ground/schema/unit/purges.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { retentionHold, retentionRule } from '../../ground/schema/unit/retention.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { Context, ReadHandler, WriteHandler } from '../../store/types.ts';
import { keptFiles, warningDays } from './files.ts';
import { inForceOn } from './rules.ts';

type Reads = {
  readonly [N in 'rules' | 'due' | 'ofFile' | 'holds' as `retention.${N}`]: ReadHandler<`retention.${N}`>;
};
type Writes = {
  readonly [N in 'setRule' | 'hold' | 'holdNumber' | 'release' as `retention.${N}`]: WriteHandler<`retention.${N}`>;
};

const mostRows = 500;

async function namesOf(db: ReadDb): Promise<ReadonlyMap<string, string>> {
  return await displayNames(db);
}

/** Files under a hold that nobody has released. */
export async function heldFiles(db: Pick<ReadDb, 'select'>, fileIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: retentionHold.fileId })
    .from(retentionHold)
    .where(and(isNull(retentionHold.releasedAt), isAmong(retentionHold.fileId, fileIds)));
  return new Set(rows.map(({ id }) => id));
}

async function dueRows(db: ReadDb, unitId: UnitId | undefined, today: CivilDate): Promise<readonly RetentionRow[]> {
  const found = await keptFiles(db, { today, until: addDays(today, warningDays), only: null });
  const files = found.filter((each) => unitId === undefined || each.unitId === unitId);
  const ids = files.map(({ file }) => file.id);
  const held = await heldFiles(db, ids);
  const approved = new Set((await db.select({ id: purgeRequest.fileId }).from(purgeRequest)).map(({ id }) => id));
  const { closed } = await clockSettings(db);
  return files
    .map((each) => ({
      ...each,
      unitId: each.unitId,
      daysLeft: daysBetween(today, each.keptUntil.on),
      urgency: urgencyOf(each.keptUntil.on, remindersOf(each.concludedOn, each.keptUntil.on, closed), today),
      isHeld: held.has(each.file.id),
      isApproved: approved.has(each.file.id),
    }))
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.number < b.number ? -1 : 1));
}

export const retentionReads: Reads = {
  'retention.rules': async (db, { unitId }, { clock }) => {
    const rows = await db
      .select()
      .from(retentionRule)
      .where(eq(retentionRule.unitId, unitId))
      .orderBy(desc(retentionRule.validFrom), retentionRule.class, retentionRule.offence);
    const names = await namesOf(db);
    const inForce = new Set(inForceOn(rows, clock.today()).map(({ id }) => id));
    return {
      rules: rows.map((row) => ({
        class: row.class as RetentionClass,
        offence: row.offence === '' ? null : row.offence,
        validFrom: row.validFrom,
        years: row.years,
        by: names.get(row.setBy) ?? '',
        inForce: inForce.has(row.id),
      })),
    };
  },

  'retention.due': async (db, { filter: { unitId } }, { clock }) => {
    const today = clock.today();
    const rows = await dueRows(db, unitId, today);
    return { today, rows: rows.slice(0, mostRows), total: { value: rows.length, exact: true } };
  },

  'retention.holds': async (db, { filter: { unitId } }) => {
    const rows = await db
      .select()
      .from(retentionHold)
      .where(and(isNull(retentionHold.releasedAt), unitId === undefined ? undefined : eq(retentionHold.unitId, unitId)))
      .orderBy(desc(retentionHold.placedOn))
      .limit(mostRows);
    const ids = rows.map(({ fileId }) => fileId);
    const files = await db
      .select({ id: investigation.id, number: investigation.number })
      .from(investigation)
      .where(isAmong(investigation.id, ids));
    const referrals = await db
      .select({ id: referral.id, number: referral.number })
      .from(referral)
      .where(isAmong(referral.id, ids));
    const numbers = new Map([...files, ...referrals].map(({ id, number }) => [id as string, number]));
    const names = await namesOf(db);
    return {
      holds: rows.flatMap((row) => {
        const number = numbers.get(row.fileId);
        if (number === undefined) return [];
        const { unitId: of, reason, placedOn } = row;
        const file = caseFileOf(row.fileKind, row.fileId);
        return [{ file, unitId: of, number, reason, placedOn, by: names.get(row.placedBy) ?? '' }];
      }),
    };
  },

  'retention.ofFile': async (db, { file }, { clock }) => {
    const [kept] = await keptFiles(db, { today: clock.today(), until: null, only: [file.id] });
    const [hold] = await db
      .select()
      .from(retentionHold)
      .where(and(eq(retentionHold.fileId, file.id), isNull(retentionHold.releasedAt)));
    if (!hold) return { keptUntil: kept?.keptUntil ?? null, hold: null };
    const by = (await namesOf(db)).get(hold.placedBy) ?? '';
    return {
      keptUntil: kept?.keptUntil ?? null,
      hold: { reason: hold.reason, placedOn: hold.placedOn, by },
    };
  },
};

/** The unit's file or referral of exactly this number. */
async function fileOfNumber(tx: WriteTx, unitId: UnitId, number: string): Promise<CaseFile> {
  const [open] = await tx
    .select({ id: investigation.id })
    .from(investigation)
    .where(and(eq(investigation.unitId, unitId), eq(investigation.number, number)));
  if (open) return { kind: 'investigation', id: open.id };
  const [logged] = await tx
    .select({ id: referral.id })
    .from(referral)
    .where(and(eq(referral.unitId, unitId), eq(referral.number, number)));
  if (!logged) throw new StoreFailure('not_found');
  return { kind: 'referral', id: logged.id };
}

async function standingHold(tx: WriteTx, file: CaseFile) {
  const [hold] = await tx
    .select()
    .from(retentionHold)
    .where(and(eq(retentionHold.fileId, file.id), isNull(retentionHold.releasedAt)));
  return hold;
}

async function placeHold(tx: WriteTx, file: CaseFile, reason: string, { newId, clock, session }: Context) {
  if (await standingHold(tx, file)) throw new StoreFailure('conflict', 'state_not_allowed');
  const unitId = await unitOfFile(tx, file);
  await tx.insert(retentionHold).values({
    id: newId(),
    unitId,
    fileKind: file.kind,
    fileId: file.id,
    reason,
    placedOn: clock.today(),
    placedBy: session.user.id,
  });
  // The person who approved the purge did not know of the hold.
  await tx.delete(purgeRequest).where(eq(purgeRequest.fileId, file.id));
  return {
    output: {},
    audit: { subject: { kind: file.kind, id: file.id }, changes: [{ field: 'hold', before: null, after: reason }] },
  };
}

export const retentionWrites: Writes = {
  'retention.setRule': async (tx, { unitId, ...rule }, { newId, clock, session }) => {
    const { class: of, validFrom, years } = rule;
    const offence = rule.offence ?? '';
    const row = { unitId, class: of, offence, validFrom, years, setAt: clock.now(), setBy: session.user.id };
    const target = [retentionRule.unitId, retentionRule.class, retentionRule.offence, retentionRule.validFrom];
    await tx
      .insert(retentionRule)
      .values({ id: newId(), ...row })
      .onConflictDoUpdate({ target, set: row });
    return {
      output: {},
      audit: { subject: { kind: 'unit', id: unitId }, changes: [{ field: 'retention', before: null, after: rule }] },
    };
  },

  'retention.hold': (tx, { file, reason }, context) => placeHold(tx, file, reason, context),

  'retention.holdNumber': async (tx, { unitId, number, reason }, context) =>
    placeHold(tx, await fileOfNumber(tx, unitId, number), reason, context),

  'retention.release': async (tx, { file, reason }, { clock, session }) => {
    const hold = await standingHold(tx, file);
    if (!hold) throw new StoreFailure('not_found');
    const released = { releasedAt: clock.now(), releasedBy: session.user.id, releaseReason: reason };
    await tx
      .update(retentionHold)
      .set({ ...released, version: hold.version + 1 })
      .where(eq(retentionHold.id, hold.id));
    return {
      output: {},
      audit: {
        subject: { kind: file.kind, id: file.id },
        changes: [{ field: 'hold', before: hold.reason, after: null }],
      },
    };
  },
};
