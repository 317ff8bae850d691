import { z } from 'zod';
import { line, nothing, version } from '../ground/common.ts';
import { exchangeState, identifierKind } from '../ground/codes.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { fileHead, sharedReason } from '../casework/identifiers.ts';
import { exchangeId, fileGrant, unitId, userId } from '../ground/ids.ts';
import { fingerprint } from '../ground/fingerprint.ts';

/** The supervisor answers for a unit, and decides with whom it compares identifiers. */
const bySupervisor = { roles: ['supervisor'], workspace: 'unit' } as const;
const changes = { ...bySupervisor, touches: ['exchanges'] } as const;

/** Agreed in person, and never sent: as it was shown, whatever its case and groups. */
const sharedKey = line(60);
const exchangeName = line(80);

/** One line of the log: a request or a reply, sent or received. */
export const exchangeMessage = z.object({
  id: z.uuid(),
  /** A reply has that of its request. */
  requestId: z.uuid(),
  kind: z.enum(['request', 'reply']),
  direction: z.enum(['sent', 'received']),
  at: z.int(),
  by: z.string(),
  /** Identifiers in a request; null in a reply. */
  identifiers: z.int().nullable(),
  /** References that match: found in a request, disclosed in a reply; null of a request that was sent. */
  matches: z.int().nullable(),
  /** With whom to speak, in a reply. */
  contact: z.string().nullable(),
});
export type ExchangeMessage = z.infer<typeof exchangeMessage>;

export const exchangeRow = z.object({
  id: exchangeId,
  version,
  unitId,
  name: z.string(),
  beganOn: civilDate,
  beganBy: z.string(),
  expiresOn: civilDate,
  state: exchangeState,
  /** Of this side's key file, to be read to the other side. */
  fingerprint,
  /** The other workspace, once its key is confirmed. */
  peer: z.object({ workspaceName: z.string(), fingerprint, confirmedAt: z.int(), confirmedBy: z.string() }).nullable(),
  endedOn: civilDate.nullable(),
  messages: z.array(exchangeMessage),
});
export type ExchangeRow = z.infer<typeof exchangeRow>;

/** A file of this workspace that holds something of the other's, with the references under which the other knows it. */
export const exchangeHit = fileHead.extend({
  /** The reason is null where only the other side can tell it. */
  shared: z.array(z.object({ kind: identifierKind, value: z.string(), reason: sharedReason.nullable() })),
  references: z.array(z.string()),
});
export type ExchangeHit = z.infer<typeof exchangeHit>;

const readFile = {
  exchangeId,
  requestId: z.uuid(),
  name: z.string(),
  workspaceName: z.string(),
  hits: z.array(exchangeHit),
};
export const exchangeReading = z.discriminatedUnion('kind', [
  z.object({ ...readFile, kind: z.literal('request'), identifiers: z.int(), matches: z.int() }),
  z.object({
    ...readFile,
    kind: z.literal('reply'),
    matches: z.int(),
    /** References whose identifiers are no longer here. */
    gone: z.int(),
    contact: z.string(),
  }),
]);
export type ExchangeReading = z.infer<typeof exchangeReading>;

const written = z.object({ sha256: z.string(), bytes: z.int() });

export const exchangeMethods = {
  'exchanges.list': read(nothing, z.object({ exchanges: z.array(exchangeRow) }), { ...bySupervisor, audited: 'rows' }),
  /** Gives the key to agree in person: shown this once, and never again. */
  'exchanges.begin': write(
    z.object({ unitId, name: exchangeName, expiresOn: civilDate }),
    z.object({ exchangeId, sharedKey: z.string() }),
    { ...changes, scope: { unit: 'unitId' } },
  ),
  /** This side's public keys, in a small file for the other side. */
  'exchanges.saveKey': action(z.object({ exchangeId, file: fileGrant }), written.extend({ fingerprint }), changes),
  /** What the other side's key file says; writes nothing. */
  'exchanges.inspectKey': action(
    z.object({ file: fileGrant }),
    z.object({
      name: z.string(),
      workspaceName: z.string(),
      expiresOn: civilDate,
      fingerprint,
      /** Whether the exchange is to be joined, is waiting for this key, or has it already. */
      standing: z.enum(['new', 'awaited', 'known']),
    }),
    { ...bySupervisor, audited: { not: 'preview' } },
  ),
  /** Takes the other side's key in once its fingerprint was compared. `joining` where the exchange is not known here yet. */
  'exchanges.confirmKey': action(
    z.object({
      file: fileGrant,
      confirmFingerprint: fingerprint,
      joining: z.object({ unitId, sharedKey }).nullable(),
    }),
    z.object({ exchangeId }),
    { ...changes, scope: { unit: 'joining.unitId' } },
  ),
  /** The unit's identifiers as keyed hashes, for the other side alone. */
  'exchanges.request': action(
    z.object({ exchangeId, file: fileGrant }),
    written.extend({ identifiers: z.int() }),
    changes,
  ),
  /** Reads a request or a reply and shows which files of the session's it is about. Nothing of it is kept but the line of the log. */
  'exchanges.read': action(z.object({ file: fileGrant }), exchangeReading, changes),
  /** Answers the request in `place`, read again: the references chosen among those that match, and with whom to speak. */
  'exchanges.reply': action(
    z.object({
      place: fileGrant,
      references: z.array(z.string().max(64)).max(100_000),
      officer: userId,
      reach: line(120).nullable(),
      file: fileGrant,
    }),
    written.extend({ matches: z.int() }),
    changes,
  ),
  /** Ends it and forgets its keys: no file of it can be made or read any more. The log stays. */
  'exchanges.end': write(z.object({ exchangeId, version }), nothing, changes),
};
