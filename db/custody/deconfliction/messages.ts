import { randomBytes } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { ExchangeReading } from '#contract/custody/deconfliction';
import type { ExchangeId, UserId } from '#contract/ground/ids';
import { addressWindow } from '../../casework/identifiers/window.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { user } from '../../ground/schema/common/people.ts';
import { exchange as exchangeTable, exchangeMessage } from '../../ground/schema/unit/exchanges.ts';
import { getSetting } from '../../store/settings.ts';
import type { AuditFact, WriteTx } from '../../ground/kernel/database.ts';
import { leaveWorkspace, record } from '../../store/leaveWorkspace.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { openMessage, readExchangeFile, verifyMessage, writeMessage } from './files.ts';
import { replyPayload, requestPayload, type MessageEnvelope, type MessageHeader } from './format.ts';
import { hasherOf, referenceOf } from './hashes.ts';
import { exchangeOfSession, findExchange, requireOpen, requireRunning, type OpenExchange } from './held.ts';
import { distinctHashes, hitsOf, ownIdentifiers, type Match } from './own.ts';
import { isExpired, matchEntries } from './rules.ts';

type Name = 'exchanges.request' | 'exchanges.read' | 'exchanges.reply';
type Handlers = { readonly [M in Name]: ActionHandler<M> };

interface ReadMessage {
  readonly exchange: OpenExchange;
  readonly message: MessageEnvelope;
  readonly payload: unknown;
  readonly sha256: string;
}

/** A file of the other side of an exchange that is open, verified and decrypted; refused with the reason otherwise. */
async function readMessage(context: ActionContext, grant: string): Promise<ReadMessage> {
  const bytes = await readExchangeFile(context, grant);
  const message = verifyMessage(bytes);
  const signer = message.signature.publicKey;
  const own = await getSetting(context.read, 'signingKey');
  if ([own, ...own.succession.map(({ signature }) => signature)].some(({ publicKey }) => publicKey === signer))
    throw new StoreFailure('conflict', 'exchange_own_file');
  const held = await findExchange(context.read, message.header.exchangeId);
  if (held === null) throw new StoreFailure('not_found', 'exchange_unknown');
  const today = context.clock.certainDay();
  const exchange = requireOpen(held, today);
  const signers = [signer, ...(message.succession ?? []).map(({ signature }) => signature.publicKey)];
  if (!signers.includes(exchange.peerSigningKey)) throw new StoreFailure('forbidden', 'exchange_key_not_confirmed');
  if (isExpired(message.header.expiresOn, today)) throw new StoreFailure('conflict', 'exchange_expired');
  return {
    exchange: { ...exchange, peerSigningKey: signer },
    message,
    payload: openMessage(message, exchange.privateKey),
    sha256: sha256(bytes),
  };
}

type Line = Pick<typeof exchangeMessage.$inferInsert, 'requestId' | 'kind' | 'direction' | 'sha256'> &
  Partial<Pick<typeof exchangeMessage.$inferInsert, 'identifiers' | 'matches' | 'contact' | 'referenceKey'>>;

/** Keeps the line of the log, where the exchange is still running, and gives its fact for the audit of the same transaction. */
const logging =
  (context: ActionContext, exchange: OpenExchange, line: Line, changes: AuditFact['changes'] = []) =>
  async (tx: WriteTx): Promise<AuditFact> => {
    const { requestId, kind, direction, identifiers = null, matches = null } = line;
    const held = requireRunning(await exchangeOfSession(tx, exchange.id, context), context.clock.certainDay());
    // The other side's key has named its successor: the earlier key is no longer accepted.
    if (held.peerSigningKey !== exchange.peerSigningKey)
      await tx
        .update(exchangeTable)
        .set({ peerSigningKey: exchange.peerSigningKey })
        .where(eq(exchangeTable.id, exchange.id));
    await tx.insert(exchangeMessage).values({
      id: context.newId(),
      unitId: exchange.unitId,
      exchangeId: exchange.id,
      at: context.clock.now(),
      by: context.session.user.id,
      ...line,
    });
    return {
      subject: { kind: 'exchange', id: exchange.id },
      facts: { requestId, kind, direction, identifiers, matches, sha256: line.sha256 },
      changes,
    };
  };

async function headerOf(context: ActionContext, exchange: OpenExchange, requestId: string): Promise<MessageHeader> {
  return {
    exchangeId: exchange.id,
    requestId,
    expiresOn: exchange.expiresOn,
    marking: await getSetting(context.read, 'marking'),
  };
}

interface Answered {
  readonly matches: readonly Match[];
  readonly references: ReadonlySet<string>;
  readonly identifiers: number;
}

/** What of the unit's own a request is about. */
async function matchRequest(context: ActionContext, { exchange, payload }: ReadMessage): Promise<Answered> {
  const request = requestPayload.safeParse(payload);
  if (!request.success) throw new StoreFailure('invalid_input', 'not_an_exchange_file');
  const { entries } = request.data;
  const own = await ownIdentifiers(context.read, exchange.unitId);
  const windowMs = await addressWindow(context.read);
  const matches = matchEntries(own, hasherOf(exchange.sharedKey, exchange.id), entries, windowMs);
  return { matches, references: new Set(matches.map(({ reference }) => reference)), identifiers: entries.length };
}

const factsOf = ({ exchange, message }: ReadMessage) => ({
  exchangeId: exchange.id,
  requestId: message.header.requestId,
  name: exchange.name,
  workspaceName: exchange.peerName,
});

async function readRequest(context: ActionContext, read: ReadMessage): Promise<ExchangeReading> {
  const { matches, references, identifiers } = await matchRequest(context, read);
  const { requestId } = read.message.header;
  const hits = await hitsOf(context.read, matches);
  await record(
    context,
    logging(context, read.exchange, {
      requestId,
      kind: 'request',
      direction: 'received',
      identifiers,
      matches: references.size,
      sha256: read.sha256,
    }),
  );
  return { ...factsOf(read), kind: 'request', identifiers, matches: references.size, hits };
}

/** The key that the references of a request sent from here were made with. */
async function referenceKeyOf(context: ActionContext, exchangeId: ExchangeId, requestId: string): Promise<string> {
  const [sent] = await context.read
    .select({ referenceKey: exchangeMessage.referenceKey })
    .from(exchangeMessage)
    .where(
      and(
        eq(exchangeMessage.exchangeId, exchangeId),
        eq(exchangeMessage.requestId, requestId),
        eq(exchangeMessage.kind, 'request'),
        eq(exchangeMessage.direction, 'sent'),
      ),
    )
    .orderBy(desc(exchangeMessage.at))
    .limit(1);
  if (sent?.referenceKey == null) throw new StoreFailure('not_found', 'exchange_unknown');
  return sent.referenceKey;
}

async function readReply(context: ActionContext, read: ReadMessage): Promise<ExchangeReading> {
  const { exchange, payload } = read;
  const { requestId } = read.message.header;
  const reply = replyPayload.safeParse(payload);
  if (!reply.success) throw new StoreFailure('invalid_input', 'not_an_exchange_file');
  const { contact } = reply.data;
  const told = new Set(reply.data.references);
  const referenceKey = await referenceKeyOf(context, exchange.id, requestId);
  const hash = hasherOf(exchange.sharedKey, exchange.id);
  const matches = (await ownIdentifiers(context.read, exchange.unitId))
    .map((own) => ({ own, reference: referenceOf(referenceKey, hash(own)), reason: null }))
    .filter(({ reference }) => told.has(reference));
  const hits = await hitsOf(context.read, matches);
  const gone = told.size - new Set(matches.map(({ reference }) => reference)).size;
  const line = { requestId, kind: 'reply', direction: 'received', matches: told.size, contact, sha256: read.sha256 };
  await record(context, logging(context, exchange, line, [{ field: 'contact', before: null, after: contact }]));
  return { ...factsOf(read), kind: 'reply', matches: told.size, gone, contact, hits };
}

async function officerName(context: ActionContext, id: UserId): Promise<string> {
  const [officer] = await context.read.select().from(user).where(eq(user.id, id));
  if (!officer || officer.disabled || officer.suspended)
    throw new StoreFailure('invalid_input', undefined, [{ path: 'officer', code: 'invalid_value' }]);
  return officer.displayName;
}

export const exchangeMessageActions: Handlers = {
  'exchanges.request': async (context, { exchangeId, file }) => {
    const path = context.path(file);
    const row = await findExchange(context.read, exchangeId);
    if (row === null) throw new StoreFailure('not_found');
    const exchange = requireOpen(row, context.clock.certainDay());
    const own = await ownIdentifiers(context.read, exchange.unitId);
    const referenceKey = randomBytes(32).toString('base64');
    const entries = distinctHashes(own, hasherOf(exchange.sharedKey, exchange.id)).map((hashed) => ({
      reference: referenceOf(referenceKey, hashed),
      ...hashed,
    }));
    const requestId = context.newId();
    const header = await headerOf(context, exchange, requestId);
    const key = await getSetting(context.read, 'signingKey');
    const text = writeMessage({ kind: 'request', header, payload: { entries } }, exchange.peerPublicKey, key);
    const hash = sha256(text);
    const line = {
      requestId,
      kind: 'request',
      direction: 'sent',
      referenceKey,
      identifiers: entries.length,
      sha256: hash,
    };
    await leaveWorkspace(context, { path, bytes: text, fact: logging(context, exchange, line) });
    return { sha256: hash, bytes: Buffer.byteLength(text), identifiers: entries.length };
  },

  'exchanges.read': async (context, { file }) => {
    const read = await readMessage(context, file);
    return read.message.kind === 'request' ? readRequest(context, read) : readReply(context, read);
  },

  'exchanges.reply': async (context, { place, references, officer, reach, file }) => {
    const path = context.path(file);
    const read = await readMessage(context, place);
    if (read.message.kind !== 'request') throw new StoreFailure('invalid_input', 'not_an_exchange_file');
    const { exchange } = read;
    const found = await matchRequest(context, read);
    if (references.some((each) => !found.references.has(each)))
      throw new StoreFailure('invalid_input', undefined, [{ path: 'references', code: 'invalid_value' }]);
    const told = [...new Set(references)].sort();
    const name = await officerName(context, officer);
    const contact = reach === null ? name : `${name}, ${reach}`;
    const { requestId } = read.message.header;
    const header = await headerOf(context, exchange, requestId);
    const key = await getSetting(context.read, 'signingKey');
    const payload = { references: told, contact };
    const text = writeMessage({ kind: 'reply', header, payload }, exchange.peerPublicKey, key);
    const hash = sha256(text);
    const line = { requestId, kind: 'reply', direction: 'sent', matches: told.length, contact, sha256: hash } as const;
    const fact = logging(context, exchange, line, [{ field: 'contact', before: null, after: contact }]);
    await leaveWorkspace(context, { path, bytes: text, fact });
    return { sha256: hash, bytes: Buffer.byteLength(text), matches: told.length };
  },
};
