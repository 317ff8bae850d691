import type { PackId, UnitId } from '#contract/ground/ids';
import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { fiscalQuarter, flag, id, instant, json, text, version } from '../common/columns.ts';

export const pack = sqliteTable(
  'pack',
  {
    id: id<PackId>(),
    version: version(),
    /** What it came as: a unit's quarter pack, or the return of an agreement, which says the same of all its units. */
    kind: text('kind').notNull().default('pack'),
    /** Of a return, the id of its agreement. */
    workspaceId: text('workspace_id').notNull(),
    workspaceName: text('workspace_name').notNull(),
    ...fiscalQuarter(),
    fingerprint: text('fingerprint').notNull(),
    sha256: text('sha256').notNull(),
    exportedAt: instant('exported_at').notNull(),
    importedAt: instant('imported_at').notNull(),
    importedBy: text('imported_by').notNull(),
    superseded: flag('superseded').notNull().default(false),
    /** Its figures no longer count, for the reason that a person gave. */
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
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
    packId: text<PackId>('pack_id').notNull(),
    unitId: text<UnitId>('unit_id').notNull(),
    version: version(),
    place: integer('place').notNull(),
  },
  (table) => [primaryKey({ columns: [table.packId, table.unitId] }), index('pack_unit_unit').on(table.unitId)],
);

/** Of a pack that came as a return: the files whose signature and hashes were verified, as they were received. */
export const receivedReturn = sqliteTable('received_return', {
  packId: text<PackId>('pack_id').primaryKey(),
  version: version(),
  agreementCode: text('agreement_code').notNull(),
  recipientEn: text('recipient_en').notNull(),
  recipientFr: text('recipient_fr').notNull(),
  sequence: integer('sequence').notNull(),
  contentHash: text('content_hash').notNull(),
  manifest: text('manifest').notNull(),
  document: text('document').notNull(),
});

/** Signing keys whose fingerprint a person confirmed. Trust is in these only. */
export const confirmedKey = sqliteTable('confirmed_key', {
  fingerprint: text('fingerprint').primaryKey(),
  version: version(),
  label: text('label').notNull(),
  confirmedBy: text('confirmed_by').notNull(),
  confirmedAt: instant('confirmed_at').notNull(),
  /** The confirmed key that named it as its successor. */
  succeeds: text('succeeds'),
  revokedAt: instant('revoked_at'),
  revokedBy: text('revoked_by'),
  revokedReason: text('revoked_reason'),
});

/** Files that somebody refused, with the reason: the same file is not taken later without that being seen. */
export const refusedPack = sqliteTable('refused_pack', {
  sha256: text('sha256').primaryKey(),
  version: version(),
  workspaceName: text('workspace_name').notNull(),
  fingerprint: text('fingerprint').notNull(),
  reason: text('reason').notNull(),
  refusedBy: text('refused_by').notNull(),
  refusedAt: instant('refused_at').notNull(),
});
