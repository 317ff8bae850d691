import type { ReferenceId } from '#contract/ground/ids';
import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { id, instant, text, version } from '../common/columns.ts';

/** The reference posterior in use: one row, or none. */
export const referencePosterior = sqliteTable('reference_posterior', {
  id: id<ReferenceId>(),
  version: version(),
  fingerprint: text('fingerprint').notNull(),
  sha256: text('sha256').notNull(),
  importedAt: instant('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
  /** The verified payload as it was signed. */
  payload: text('payload').notNull(),
});

/** Signing keys that a person confirmed, each for the coordination workspace whose reference it signed and for no other. */
export const referenceKey = sqliteTable(
  'reference_key',
  {
    fingerprint: text('fingerprint').notNull(),
    workspaceId: text('workspace_id').notNull(),
    version: version(),
    label: text('label').notNull(),
    confirmedBy: text('confirmed_by').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fingerprint, table.workspaceId] })],
);
