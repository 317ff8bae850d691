import { eq } from 'drizzle-orm';
import type { ExchangeId, UnitId } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { exchange } from '../../ground/schema/unit/exchanges.ts';
import { getSetting } from '../../store/settings.ts';
import type { Audited, WriteTx } from '../../ground/kernel/database.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { keyFingerprint, readExchangeFile, verifyKey, writeKey } from './files.ts';
import { keyFacts } from './format.ts';
import { isProof, proofOf } from './hashes.ts';
import { exchangeOfSession, findExchange, requireRunning, type ExchangeRecord } from './held.ts';
import { expiryProblems, isExpired } from './rules.ts';
import { insertExchange } from './writes.ts';

type Name = 'exchanges.saveKey' | 'exchanges.inspectKey' | 'exchanges.confirmKey';
type Handlers = { readonly [M in Name]: ActionHandler<M> };
type VerifiedKey = ReturnType<typeof verifyKey>;

/** A key file of another workspace of the same world, while it holds. */
async function readKey(context: ActionContext, grant: string): Promise<VerifiedKey> {
  const key = verifyKey(await readExchangeFile(context, grant));
  const own = await getSetting(context.read, 'signingKey');
  if (key.signature.publicKey === own.publicKey) throw new StoreFailure('conflict', 'exchange_own_file');
  const { demonstration } = await getSetting(context.read, 'workspace');
  if (key.facts.demonstration !== demonstration) throw new StoreFailure('conflict', 'workspace_kind');
  if (isExpired(key.facts.expiresOn, context.clock.certainDay()))
    throw new StoreFailure('conflict', 'exchange_expired');
  return key;
}

function requireProof({ facts, proof, signature }: VerifiedKey, sharedKey: string): void {
  if (!isProof(proof, proofOf(sharedKey, facts, signature.publicKey)))
    throw new StoreFailure('wrong_key', 'exchange_key_wrong');
}

interface Joining {
  readonly unitId: UnitId;
  readonly sharedKey: string;
}

/** The exchange that the key is for: begun here, or joined now with the key that was agreed. */
async function exchangeFor(
  tx: WriteTx,
  key: VerifiedKey,
  joining: Joining | null,
  context: ActionContext,
): Promise<ExchangeRecord> {
  const { exchangeId: id, name, expiresOn } = key.facts;
  const today = context.clock.today();
  if (joining === null) {
    const held = requireRunning(await exchangeOfSession(tx, id, context), context.clock.certainDay());
    requireProof(key, held.sharedKey);
    return held;
  }
  requireProof(key, joining.sharedKey);
  const problems = expiryProblems(expiresOn, today);
  if (problems.length > 0) throw new StoreFailure('invalid_input', undefined, problems);
  return insertExchange(tx, { id, name, expiresOn, ...joining }, context);
}

/** Another key in place of a confirmed one would be another partner: that is another exchange. */
async function confirmPeer(
  tx: WriteTx,
  { id, version, peerFingerprint }: ExchangeRecord,
  { facts, signature, fingerprint }: VerifiedKey,
  { clock, session }: ActionContext,
): Promise<Audited<{ exchangeId: ExchangeId }>> {
  if (peerFingerprint !== null) throw new StoreFailure('conflict', 'state_not_allowed');
  const peer = {
    peerName: facts.workspaceName,
    peerPublicKey: facts.publicKey,
    peerSigningKey: signature.publicKey,
    peerFingerprint: fingerprint,
  };
  await tx
    .update(exchange)
    .set({ ...peer, peerConfirmedAt: clock.now(), peerConfirmedBy: session.user.id, version: version + 1 })
    .where(eq(exchange.id, id));
  return {
    output: { exchangeId: id },
    audit: {
      subject: { kind: 'exchange', id },
      facts: { fingerprint },
      changes: [
        { field: 'peerName', before: null, after: facts.workspaceName },
        { field: 'expiresOn', before: null, after: facts.expiresOn },
      ],
    },
  };
}

export const exchangeKeyActions: Handlers = {
  'exchanges.saveKey': async (context, { exchangeId, file }) => {
    const path = context.path(file);
    const row = await findExchange(context.read, exchangeId);
    if (!row) throw new StoreFailure('not_found');
    const { name, publicKey, sharedKey, expiresOn } = requireRunning(row, context.clock.certainDay());
    const { name: workspaceName, demonstration } = await getSetting(context.read, 'workspace');
    const facts = keyFacts.parse({ exchangeId, name, expiresOn, workspaceName, demonstration, publicKey });
    const key = await getSetting(context.read, 'signingKey');
    // The signing key may have changed since the exchange was begun.
    const fingerprint = keyFingerprint({ exchangeId, publicKey }, key.publicKey);
    const text = writeKey(facts, sharedKey, key);
    const hash = sha256(text);
    await leaveWorkspace(context, {
      path,
      bytes: text,
      fact: async (tx) => {
        await tx.update(exchange).set({ fingerprint }).where(eq(exchange.id, exchangeId));
        return { subject: { kind: 'exchange', id: exchangeId }, facts: { sha256: hash, fingerprint } };
      },
    });
    return { sha256: hash, bytes: Buffer.byteLength(text), fingerprint };
  },

  'exchanges.inspectKey': async (context, { file }) => {
    const { facts, fingerprint } = await readKey(context, file);
    const held = await findExchange(context.read, facts.exchangeId);
    const { name, workspaceName, expiresOn } = facts;
    const known = held?.peerFingerprint === fingerprint;
    return {
      name,
      workspaceName,
      expiresOn,
      fingerprint,
      standing: held === null ? 'new' : known ? 'known' : 'awaited',
    };
  },

  'exchanges.confirmKey': async (context, { file, confirmFingerprint, joining }) => {
    const key = await readKey(context, file);
    if (confirmFingerprint !== key.fingerprint) throw new StoreFailure('forbidden', 'exchange_key_not_confirmed');
    return context.transact(async (tx) => confirmPeer(tx, await exchangeFor(tx, key, joining, context), key, context));
  },
};
