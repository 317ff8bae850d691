import { eq } from 'drizzle-orm';
import { newPair, newWrittenKey } from '../../ground/kernel/encryption.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { exchange } from '../../ground/schema/unit/exchanges.ts';
import { getSetting } from '../../store/settings.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { keyFingerprint } from './files.ts';
import { exchangeOfSession, forgetKeys, type ExchangeRecord } from './held.ts';
import { expiryProblems } from './rules.ts';

type Handlers = { readonly [M in 'exchanges.begin' | 'exchanges.end']: WriteHandler<M> };

interface NewExchange extends Pick<ExchangeRecord, 'id' | 'unitId' | 'name' | 'expiresOn'> {
  readonly sharedKey: string;
}

/** This side of an exchange, with a pair of its own: what is sent under one exchange opens no other. */
export async function insertExchange(
  tx: WriteTx,
  given: NewExchange,
  { clock, session }: Context,
): Promise<typeof exchange.$inferSelect> {
  const pair = newPair();
  const publicKey = pair.publicKey.toString('base64');
  const { publicKey: signingKey } = await getSetting(tx, 'signingKey');
  const [row] = await tx
    .insert(exchange)
    .values({
      ...given,
      beganOn: clock.today(),
      beganBy: session.user.id,
      publicKey,
      privateKey: pair.privateKey.toString('base64'),
      fingerprint: keyFingerprint({ exchangeId: given.id, publicKey }, signingKey),
    })
    .onConflictDoNothing()
    .returning();
  // Another unit of this workspace has it already: nobody makes an exchange with themselves.
  if (!row) throw new StoreFailure('conflict', 'exchange_own_file');
  return row;
}

export const exchangeWrites: Handlers = {
  'exchanges.begin': async (tx, { unitId, name, expiresOn }, context) => {
    const problems = expiryProblems(expiresOn, context.clock.today());
    if (problems.length > 0) throw new StoreFailure('invalid_input', undefined, problems);
    const id = context.newId();
    const sharedKey = newWrittenKey();
    await insertExchange(tx, { id, unitId, name, expiresOn, sharedKey }, context);
    return {
      output: { exchangeId: id, sharedKey },
      audit: {
        subject: { kind: 'exchange', id },
        changes: [
          { field: 'name', before: null, after: name },
          { field: 'expiresOn', before: null, after: expiresOn },
        ],
      },
    };
  },

  'exchanges.end': async (tx, { exchangeId, version }, context) => {
    const row = await exchangeOfSession(tx, exchangeId, context);
    if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    if (row.endedOn !== null) throw new StoreFailure('conflict', 'exchange_ended');
    const endedOn = context.clock.today();
    await tx
      .update(exchange)
      .set({ endedOn, endedBy: context.session.user.id, version: version + 1 })
      .where(eq(exchange.id, row.id));
    await forgetKeys(tx, row.id);
    return {
      output: {},
      audit: {
        subject: { kind: 'exchange', id: row.id },
        changes: [{ field: 'endedOn', before: null, after: endedOn }],
      },
    };
  },
};
