import { and, eq, isNull, sql } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { caseFileOf } from '../../casework/files/caseFile.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { seal, sealedItem } from '../../ground/schema/unit/seals.ts';
import type { Change, ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { heldFiles } from '../retention/handlers.ts';
import type { WholeFile } from '../seals/gather.ts';
import { sealFile } from '../seals/writes.ts';
import { purgeOne, wholeFile, type PurgeApproval } from './carryOut.ts';
import { forgetDerived, markOf } from './remove.ts';

const basis = 'purged_before';

/** A purge that this store does not know, by the hash that finds its file. */
type UnknownPurge = PurgeApproval & { readonly mark: string };

interface Returned {
  readonly mark: UnknownPurge;
  readonly concludedOn: CivilDate;
  readonly file: WholeFile;
}

/** Of the purges that this store does not know: the files that are back in it, and how many of those nothing may touch. */
interface PurgesSince {
  readonly returned: readonly Returned[];
  readonly open: number;
  readonly onHold: number;
}

async function wholeUnlessOpen(tx: WriteTx, file: Parameters<typeof wholeFile>[1]): Promise<WholeFile | null> {
  try {
    return await wholeFile(tx, file);
  } catch (error) {
    if (error instanceof StoreFailure && error.reason === 'record_still_open') return null;
    throw error;
  }
}

/** Which files of the purges that this store does not know are back in it. */
export async function returnedFiles(tx: WriteTx, unknown: readonly UnknownPurge[]): Promise<PurgesSince> {
  if (unknown.length === 0) return { returned: [], open: 0, onHold: 0 };
  const byMark = new Map(unknown.map((each) => [each.mark, each]));
  const found = (await everyFile(tx)).flatMap((each) => {
    const mark = byMark.get(markOf(each.file.id));
    return mark ? [{ ...each, mark }] : [];
  });
  const underHold = await heldFiles(
    tx,
    found.map(({ file }) => file.id),
  );
  const free = found.filter(({ file }) => !underHold.has(file.id));
  const returned: Returned[] = [];
  for (const { file, ...each } of free) {
    const whole = await wholeUnlessOpen(tx, file);
    if (whole) returned.push({ ...each, file: whole });
  }
  return { returned, open: free.length - returned.length, onHold: underHold.size };
}

async function everyFile(tx: WriteTx) {
  const investigations = await tx
    .select({ id: investigation.id, on: investigation.concludedOn, since: investigation.openedOn })
    .from(investigation);
  const referrals = await tx
    .select({ id: referral.id, on: sql<CivilDate>`coalesce(${referral.stateOnLatest}, ${referral.stateOn})` })
    .from(referral);
  return [
    ...investigations.map(({ id, on, since }) => ({ file: caseFileOf('investigation', id), concludedOn: on ?? since })),
    ...referrals.map(({ id, on }) => ({ file: caseFileOf('referral', id), concludedOn: on })),
  ];
}

/** The seals of what came back and is hidden. */
export async function hiddenReturns(db: Pick<ReadDb, 'select'>): Promise<readonly { readonly id: string }[]> {
  return db
    .select({ id: seal.id })
    .from(seal)
    .where(and(eq(seal.basis, basis), isNull(seal.unsealedAt)));
}

/** Puts out of sight what came back and is in sight. Returns how many files. */
export async function hideReturned(tx: WriteTx, { returned }: PurgesSince, context: Context): Promise<number> {
  const hidden = new Set((await tx.select({ id: sealedItem.itemId }).from(sealedItem)).map(({ id }) => id));
  const inSight = returned.filter(({ file }) => !hidden.has(file.id));
  for (const { file } of inSight) await sealFile(tx, { basis, reference: null, reason: basis }, file, context);
  return inSight.length;
}

/** Purges again what came back, after two persons said that the store is a restored backup. Returns what the audit says of each. */
export async function purgeReturned(
  tx: WriteTx,
  { returned }: PurgesSince,
  context: Context,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const { file, concludedOn, mark } of returned)
    changes.push((await purgeOne(tx, { file, concludedOn, approval: mark }, context)).change);
  // Nothing is left under these seals.
  await tx.delete(seal).where(and(eq(seal.basis, basis), isNull(seal.unsealedAt)));
  if (changes.length > 0) await forgetDerived(tx);
  return changes;
}
