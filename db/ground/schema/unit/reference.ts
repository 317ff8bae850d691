import type { ReferenceId } from '#contract/ground/ids';
import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { clear, id, instant, text, version } from '../common/columns.ts';

/** The reference posterior in use: one row, or none. */
export const referencePosterior = sqliteTable('reference_posterior', {
  id: id<ReferenceId>(),
  version: version(),
  fingerprint: clear('fingerprint').notNull(),
  sha256: clear('sha256').notNull(),
  importedAt: instant('imported_at').notNull(),
  importedBy: clear('imported_by').notNull(),
  /** The verified payload as it was signed. */
  payload: clear('payload').notNull(),
});

/** Signing keys that a person confirmed, each for the coordination workspace whose reference it signed and for no other. */
export const referenceKey = sqliteTable(
  'reference_key',
  {
    fingerprint: clear('fingerprint').notNull(),
    workspaceId: clear('workspace_id').notNull(),
    version: version(),
    label: text('label').notNull(),
    confirmedBy: clear('confirmed_by').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fingerprint, table.workspaceId] })],
);
