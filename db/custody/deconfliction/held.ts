import type { ExchangeId } from '#contract/ground/ids';
import { eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { exchange, exchangeMessage } from '../../ground/schema/unit/exchanges.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { isExpired } from './rules.ts';

export type ExchangeRecord = typeof exchange.$inferSelect;

/** With both sides' keys: files can be made and read. */
export interface OpenExchange extends ExchangeRecord {
  readonly sharedKey: string;
  readonly privateKey: string;
  readonly peerName: string;
  readonly peerPublicKey: string;
  readonly peerSigningKey: string;
}

/** The exchange as far as the session's units have it. */
export async function findExchange(db: Pick<ReadDb, 'select'>, id: ExchangeId): Promise<ExchangeRecord | null> {
  const [row] = await db.select().from(exchange).where(eq(exchange.id, id));
  return row ?? null;
}

/** In a transaction, which sees the rows of every unit. */
export async function exchangeOfSession(tx: WriteTx, id: ExchangeId, { session }: Context): Promise<ExchangeRecord> {
  const row = await findExchange(tx, id);
  if (!row || !session.unitIds.some((own) => own === row.unitId)) throw new StoreFailure('not_found');
  return row;
}

/** Refuses one that is over, whose keys no file can be made or read with. */
export function requireRunning(
  row: ExchangeRecord,
  today: CivilDate,
): ExchangeRecord & Pick<OpenExchange, 'sharedKey' | 'privateKey'> {
  if (row.endedOn !== null) throw new StoreFailure('conflict', 'exchange_ended');
  const { sharedKey, privateKey } = row;
  if (isExpired(row.expiresOn, today) || sharedKey === null || privateKey === null)
    throw new StoreFailure('conflict', 'exchange_expired');
  return { ...row, sharedKey, privateKey };
}

export function requireOpen(row: ExchangeRecord, today: CivilDate): OpenExchange {
  const running = requireRunning(row, today);
  const { peerName, peerPublicKey, peerSigningKey } = row;
  if (peerName === null || peerPublicKey === null || peerSigningKey === null)
    throw new StoreFailure('conflict', 'exchange_key_not_confirmed');
  return { ...running, peerName, peerPublicKey, peerSigningKey };
}

/** Without its keys nothing that was ever sent under an exchange can be opened or guessed here again. */
export async function forgetKeys(tx: WriteTx, id: ExchangeId): Promise<void> {
  await tx.update(exchange).set({ sharedKey: null, privateKey: null }).where(eq(exchange.id, id));
  await tx.update(exchangeMessage).set({ referenceKey: null }).where(eq(exchangeMessage.exchangeId, id));
}
