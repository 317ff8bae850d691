import type { ExchangeId, UnitId } from '#contract/ground/ids';
import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, id, instant, text, version } from '../common/columns.ts';

/** An agreement with another workspace to compare identifiers by keyed hashes until a day. Its keys are forgotten at its end. */
export const exchange = sqliteTable(
  'exchange',
  {
    /** The same in both workspaces. */
    id: id<ExchangeId>(),
    version: version(),
    unitId: text<UnitId>('unit_id').notNull(),
    name: text('name').notNull(),
    beganOn: civilDate('began_on').notNull(),
    beganBy: text('began_by').notNull(),
    expiresOn: civilDate('expires_on').notNull(),
    endedOn: civilDate('ended_on'),
    endedBy: text('ended_by'),
    /** Agreed in person; null once the exchange is over. */
    sharedKey: text('shared_key'),
    /** P-256: what files for this side are encrypted to. The private half is null once the exchange is over. */
    privateKey: text('private_key'),
    publicKey: text('public_key').notNull(),
    /** Of this side's key file. */
    fingerprint: text('fingerprint').notNull(),
    peerName: text('peer_name'),
    peerPublicKey: text('peer_public_key'),
    /** Ed25519: what the other side signs with. */
    peerSigningKey: text('peer_signing_key'),
    peerFingerprint: text('peer_fingerprint'),
    peerConfirmedAt: instant('peer_confirmed_at'),
    peerConfirmedBy: text('peer_confirmed_by'),
  },
  (table) => [index('exchange_unit').on(table.unitId, table.beganOn)],
);

/** The log: what was asked and answered, when and by whom. Nothing of a file but counts. */
export const exchangeMessage = sqliteTable(
  'exchange_message',
  {
    id: id(),
    unitId: text<UnitId>('unit_id').notNull(),
    exchangeId: text<ExchangeId>('exchange_id').notNull(),
    requestId: text('request_id').notNull(),
    kind: text('kind').notNull(),
    direction: text('direction').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    identifiers: integer('identifiers'),
    matches: integer('matches'),
    contact: text('contact'),
    /** Of the file, as it was written or read. */
    sha256: text('sha256').notNull(),
    /** What the references of a request that was sent are made with; null once the exchange is over. */
    referenceKey: text('reference_key'),
  },
  (table) => [index('exchange_message_of').on(table.exchangeId, table.at)],
);
