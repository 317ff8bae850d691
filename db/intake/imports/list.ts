import { desc, eq, exists, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ImportKind } from '#contract/intake/imports';
import { user } from '../../ground/schema/common/people.ts';
import { extractChange, fileImport } from '../../ground/schema/unit/imports.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Context, ReadHandler } from '../../store/types.ts';

const undoer = alias(user, 'undoer');

/**
 * What brought something into the session's units. Of an import that brought nothing, or that is undone, nothing is left to show whose it
 * was: its importer and the user who undid it see it.
 */
function isSeen(db: ReadDb, { session }: Pick<Context, 'session'>): SQL | undefined {
  const one = { one: sql`1` };
  return or(
    eq(fileImport.importedBy, session.user.id),
    eq(fileImport.undoneBy, session.user.id),
    exists(db.select(one).from(referral).where(eq(referral.importId, fileImport.id))),
    exists(db.select(one).from(extractChange).where(eq(extractChange.importId, fileImport.id))),
  );
}

export const listImports: ReadHandler<'imports.list'> = async (db, _, context) => {
  const { session } = context;
  const rows = await db
    .select({ held: fileImport, by: user.displayName, undoneBy: undoer.displayName })
    .from(fileImport)
    .leftJoin(user, eq(user.id, fileImport.importedBy))
    .leftJoin(undoer, eq(undoer.id, fileImport.undoneBy))
    .where(isSeen(db, context))
    .orderBy(desc(fileImport.importedAt), desc(fileImport.id));
  return {
    imports: rows.map(({ held, by, undoneBy }) => ({
      id: held.id,
      kind: held.kind as ImportKind,
      fileName: held.fileName,
      importedAt: held.importedAt,
      importedBy: by ?? '',
      counts: {
        new: held.newRows,
        duplicate: held.duplicateRows,
        conflict: held.conflictRows,
        invalid: held.invalidRows,
      },
      changed: held.changedRows,
      undone: held.undoneAt === null ? null : { at: held.undoneAt, by: undoneBy ?? '' },
      mayUndo: held.undoneAt === null && (held.importedBy === session.user.id || session.roles.includes('supervisor')),
    })),
  };
};
