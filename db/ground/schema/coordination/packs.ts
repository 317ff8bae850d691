import type { PackId, UnitId } from '#contract/ground/ids';
import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { clear, fiscalQuarter, flag, id, instant, json, sealed, text, version } from '../common/columns.ts';

export const pack = sqliteTable(
  'pack',
  {
    id: id<PackId>(),
    version: version(),
    /** What it came as: a unit's quarter pack, or the return of an agreement, which says the same of all its units. */
    kind: clear('kind').notNull().default('pack'),
    /** Of a return, the id of its agreement. */
    workspaceId: clear('workspace_id').notNull(),
    workspaceName: text('workspace_name').notNull(),
    ...fiscalQuarter(),
    fingerprint: clear('fingerprint').notNull(),
    sha256: clear('sha256').notNull(),
    exportedAt: instant('exported_at').notNull(),
    importedAt: instant('imported_at').notNull(),
    importedBy: clear('imported_by').notNull(),
    superseded: flag('superseded').notNull().default(false),
    /** Its figures no longer count, for the reason that a person gave. */
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: clear('withdrawn_by'),
    withdrawnReason: text('withdrawn_reason'),
    /** Codes and names of its units, so that a list of packs need not open every payload. */
    units: json<unknown>('units').notNull().default([]),
    /** The verified payload as it was signed: what every figure of a return is traced to. */
    payload: text('payload').notNull(),
  },
  (table) => [index('pack_quarter').on(table.fiscalYear, table.quarter), index('pack_workspace').on(table.workspaceId)],
);

/** The units that a pack speaks of, with the place that each has in its lists. */
export const packUnit = sqliteTable(
  'pack_unit',
  {
    packId: clear<PackId>('pack_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    version: version(),
    place: integer('place').notNull(),
  },
  (table) => [primaryKey({ columns: [table.packId, table.unitId] }), index('pack_unit_unit').on(table.unitId)],
);

/** Of a pack that came as a return: the files whose signature and hashes were verified, as they were received. */
export const receivedReturn = sqliteTable('received_return', {
  packId: clear<PackId>('pack_id').primaryKey(),
  version: version(),
  agreementCode: sealed('agreement_code').notNull(),
  recipientEn: text('recipient_en').notNull(),
  recipientFr: text('recipient_fr').notNull(),
  sequence: integer('sequence').notNull(),
  contentHash: sealed('content_hash').notNull(),
  manifest: sealed('manifest').notNull(),
  document: text('document').notNull(),
});

/** Signing keys whose fingerprint a person confirmed. Trust is in these only. */
export const confirmedKey = sqliteTable('confirmed_key', {
  fingerprint: clear('fingerprint').primaryKey(),
  version: version(),
  label: text('label').notNull(),
  confirmedBy: clear('confirmed_by').notNull(),
  confirmedAt: instant('confirmed_at').notNull(),
  /** The confirmed key that named it as its successor. */
  succeeds: sealed('succeeds'),
  revokedAt: instant('revoked_at'),
  revokedBy: clear('revoked_by'),
  revokedReason: text('revoked_reason'),
});

/** Files that somebody refused, with the reason: the same file is not taken later without that being seen. */
export const refusedPack = sqliteTable('refused_pack', {
  sha256: clear('sha256').primaryKey(),
  version: version(),
  workspaceName: text('workspace_name').notNull(),
  fingerprint: clear('fingerprint').notNull(),
  reason: text('reason').notNull(),
  refusedBy: clear('refused_by').notNull(),
  refusedAt: instant('refused_at').notNull(),
});
