import { eq } from 'drizzle-orm';
import type { HeldBack } from '#contract/casework/referrals';
import type { Session } from '#contract/store/session';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { purge, purgedNumber } from '../../ground/schema/unit/purges.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { recordsOf } from '../../store/engineRecords.ts';

type Reader = Pick<Session, 'roles' | 'unitIds'>;

/** The folded number of a purged referral, hashed: enough to know it again. */
export function externalHash(key: string): string {
  return sha256(`vigie external number ${key}`);
}

interface Holder {
  readonly key: string;
  readonly unitId: string;
  readonly why: 'sealed' | 'purged';
}

async function purgedOf(db: ReadDb, keys: readonly string[]): Promise<readonly Holder[]> {
  const keyOf = new Map(keys.map((key) => [externalHash(key), key]));
  const rows = await db
    .select({ hash: purgedNumber.hash, unitId: purge.unitId })
    .from(purgedNumber)
    // On a server, a purge of another unit is not shown.
    .leftJoin(purge, eq(purge.id, purgedNumber.purgeId))
    .where(isAmong(purgedNumber.hash, [...keyOf.keys()]));
  return rows.map(({ hash, unitId }) => ({ key: keyOf.get(hash) ?? '', unitId: unitId ?? '', why: 'purged' }));
}

/** Why a number is blocked is shown to those who seal and purge in its unit; anybody else sees only that it is. */
function toldTo({ roles, unitIds }: Reader, holders: readonly Holder[]): ReadonlyMap<string, HeldBack> {
  const isKeeper = roles.some((role) => role === 'supervisor' || role === 'administrator');
  return new Map(
    holders.map(({ key, unitId, why }) => [key, isKeeper && unitIds.some((id) => id === unitId) ? why : 'unsaid']),
  );
}

/** The numbers among these that were sealed or purged, in any unit. */
export async function heldBackNumbers(
  db: ReadDb,
  keys: readonly string[],
  reader: Reader,
): Promise<ReadonlyMap<string, HeldBack>> {
  if (keys.length === 0) return new Map();
  const sealed = await recordsOf(db).sealedNumbers(keys);
  const holders = sealed.map(({ key, unitId }): Holder => ({ key: key ?? '', unitId, why: 'sealed' }));
  return toldTo(reader, [...(await purgedOf(db, keys)), ...holders]);
}

/** The same of one number; null where nothing holds it back. */
export async function heldBackNumber(db: ReadDb, key: string | null, reader: Reader): Promise<HeldBack | null> {
  return key === null ? null : ((await heldBackNumbers(db, [key], reader)).get(key) ?? null);
}

/**
 * What was sealed or purged comes back by no other way: only who may know why a number is blocked may log it all the same. Returns whether
 * they did.
 */
export async function requireNotHeldBack(
  tx: WriteTx,
  key: string,
  isAccepted: boolean,
  { session }: { readonly session: Reader },
): Promise<boolean> {
  const why = (await heldBackNumbers(tx, [key], session)).get(key);
  if (why === undefined) return false;
  if (isAccepted && why !== 'unsaid') return true;
  throw new StoreFailure('conflict', 'number_held_back', 'externalNumber');
}
