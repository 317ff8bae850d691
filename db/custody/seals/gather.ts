import type { CaseFile, InvestigationId, ReferralId, UnitId } from '#contract/ground/ids';
import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

type Db = Pick<ReadDb, 'select'>;

/** A file with all that goes with it when it leaves. */
export type WholeFile = CaseFile & {
  readonly unitId: UnitId;
  readonly number: string;
  /** Its referrals that are in no other file, with what is bundled under them; of a referral, itself and what is under it. */
  readonly referrals: readonly ReferralId[];
  readonly persons: readonly string[];
};

async function bundledUnder(db: Db, heads: readonly ReferralId[]): Promise<readonly ReferralId[]> {
  const rows = await db
    .select({ id: referral.id })
    .from(referral)
    .where(inArray(referral.bundledUnder, [...heads]));
  return rows.map(({ id }) => id);
}

async function inOtherFiles(db: Db, referrals: readonly ReferralId[], investigationId: InvestigationId | null) {
  const { referralId, investigationId: fileId } = referralInvestigation;
  const rows = await db
    .select({ id: referralId })
    .from(referralInvestigation)
    .where(
      and(
        inArray(referralId, [...referrals]),
        investigationId === null ? undefined : notInArray(fileId, [investigationId]),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

async function personsIn(db: Db, files: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .where(inArray(person.fileId, [...files]));
  return rows.map(({ id }) => id);
}

type Wanted = 'over' | 'any';

/** An investigation with its own referrals. Throws `record_still_open` where it should be over and is not. */
export async function wholeInvestigation(db: Db, id: InvestigationId, wanted: Wanted = 'over'): Promise<WholeFile> {
  const [row] = await db.select().from(investigation).where(eq(investigation.id, id));
  if (!row) throw new StoreFailure('not_found');
  if (row.open && wanted === 'over') throw new StoreFailure('conflict', 'record_still_open');
  const linked = await db
    .select({ id: referralInvestigation.referralId })
    .from(referralInvestigation)
    .where(eq(referralInvestigation.investigationId, id));
  const heads = linked.map((each) => each.id);
  const elsewhere = await inOtherFiles(db, heads, id);
  const own = heads.filter((each) => !elsewhere.has(each));
  const bundled = await bundledUnder(db, own);
  const others = await inOtherFiles(db, bundled, id);
  const referrals = [...new Set([...own, ...bundled.filter((each) => !others.has(each))])];
  return {
    kind: 'investigation',
    id,
    unitId: row.unitId,
    number: row.number,
    referrals,
    persons: await personsIn(db, [id, ...referrals]),
  };
}

/** A referral that went into no file. Throws `record_still_open` where it should be over and is open, or counts under another. */
export async function wholeReferral(db: Db, id: ReferralId, wanted: Wanted = 'over'): Promise<WholeFile> {
  const [row] = await db.select().from(referral).where(eq(referral.id, id));
  if (!row) throw new StoreFailure('not_found');
  const counts = row.open || row.bundledUnder !== null || (await inOtherFiles(db, [id], null)).size > 0;
  if (counts && wanted === 'over') throw new StoreFailure('conflict', 'record_still_open');
  const bundled = await bundledUnder(db, [id]);
  const others = await inOtherFiles(db, bundled, null);
  const referrals = [id, ...bundled.filter((each) => !others.has(each))];
  return {
    kind: 'referral',
    id,
    unitId: row.unitId,
    number: row.number,
    referrals,
    persons: await personsIn(db, referrals),
  };
}
