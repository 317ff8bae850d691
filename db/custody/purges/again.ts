import { investigation } from '../../ground/schema/unit/investigations.ts';
import { purge } from '../../ground/schema/unit/purges.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { purgeOne } from './carryOut.ts';
import { forgetDerived, markOf } from './remove.ts';

/** The marks of all that this store knows to be purged. */
export async function knownMarks(tx: Pick<WriteTx, 'select'>): Promise<ReadonlySet<string>> {
  return new Set((await tx.select({ mark: purge.fileHash }).from(purge)).map(({ mark }) => mark));
}

/**
 * Purges again what came back with a backup: the files whose marks stand beside the store and not in it. One that was still open when
 * the backup was made goes all the same; the figures keep it as they had it then.
 * @returns how many were purged
 */
export async function purgeAgain(tx: WriteTx, marks: ReadonlySet<string>, context: Context): Promise<number> {
  const investigations = await tx
    .select({ id: investigation.id, on: investigation.concludedOn, since: investigation.openedOn })
    .from(investigation);
  const referrals = await tx.select({ id: referral.id, on: referral.stateOn }).from(referral);
  const found = [
    ...investigations.map(({ id, on, since }) => ({
      file: { kind: 'investigation' as const, id },
      concludedOn: on ?? since,
    })),
    ...referrals.map(({ id, on }) => ({ file: { kind: 'referral' as const, id }, concludedOn: on })),
  ].filter(({ file }) => marks.has(markOf(file.id)));
  for (const each of found) await purgeOne(tx, { ...each, request: null }, context);
  if (found.length > 0) await forgetDerived(tx);
  return found.length;
}
