import type { ExchangeId, UnitId } from '#contract/ground/ids';
import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, id, instant, sealed, text, version } from '../common/columns.ts';

/** An agreement with another workspace to compare identifiers by keyed hashes until a day. Its keys are forgotten at its end. */
export const exchange = sqliteTable(
  'exchange',
  {
    /** The same in both workspaces. */
    id: id<ExchangeId>(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    name: text('name').notNull(),
    beganOn: civilDate('began_on').notNull(),
    beganBy: clear('began_by').notNull(),
    expiresOn: civilDate('expires_on').notNull(),
    endedOn: civilDate('ended_on'),
    endedBy: clear('ended_by'),
    /** Agreed in person; null once the exchange is over. */
    sharedKey: sealed('shared_key'),
    /** P-256: what files for this side are encrypted to. The private half is null once the exchange is over. */
    privateKey: sealed('private_key'),
    publicKey: clear('public_key').notNull(),
    /** Of this side's key file. */
    fingerprint: clear('fingerprint').notNull(),
    peerName: text('peer_name'),
    peerPublicKey: clear('peer_public_key'),
    /** Ed25519: what the other side signs with. */
    peerSigningKey: clear('peer_signing_key'),
    peerFingerprint: clear('peer_fingerprint'),
    peerConfirmedAt: instant('peer_confirmed_at'),
    peerConfirmedBy: clear('peer_confirmed_by'),
  },
  (table) => [index('exchange_unit').on(table.unitId, table.beganOn)],
);

/** The log: what was asked and answered, when and by whom. Nothing of a file but counts. */
export const exchangeMessage = sqliteTable(
  'exchange_message',
  {
    id: id(),
    unitId: clear<UnitId>('unit_id').notNull(),
    exchangeId: clear<ExchangeId>('exchange_id').notNull(),
    requestId: clear('request_id').notNull(),
    kind: clear('kind').notNull(),
    direction: clear('direction').notNull(),
    at: instant('at').notNull(),
    by: clear('by').notNull(),
    identifiers: integer('identifiers'),
    matches: integer('matches'),
    contact: text('contact'),
    /** Of the file, as it was written or read. */
    sha256: clear('sha256').notNull(),
    /** What the references of a request that was sent are made with; null once the exchange is over. */
    referenceKey: sealed('reference_key'),
  },
  (table) => [index('exchange_message_of').on(table.exchangeId, table.at)],
);
