import { desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ImportId } from '#contract/ids';
import type { ImportKind } from '#contract/imports';
import { user } from '../schema/common/people.ts';
import { fileImport } from '../schema/unit/imports.ts';
import type { ActionHandler, ReadHandler } from '../store/types.ts';
import { takePiece } from '../tables/dropped.ts';
import { applyImport } from './apply.ts';
import { inspectFile } from './inspect.ts';
import { heldPreview, previewImport } from './preview.ts';
import { saveReport } from './report.ts';
import { readObstacles, undoImport } from './undo.ts';

type Reads = { readonly [M in 'imports.previewRows' | 'imports.list' | 'imports.obstacles']: ReadHandler<M> };
type Actions = {
  readonly [
    N in 'receiveFile' | 'inspect' | 'preview' | 'apply' | 'saveReport' | 'undo' as `imports.${N}`
  ]: ActionHandler<`imports.${N}`>;
};

const undoer = alias(user, 'undoer');

export const importReads: Reads = {
  'imports.obstacles': readObstacles,

  'imports.previewRows': (_, input, { memory }) => {
    const { rows, total } = heldPreview(memory, input.previewId).rows.window(input.verdict, input.offset, input.size);
    const copies = rows.map((row) => ({ ...row, reasons: [...row.reasons], cells: [...row.cells] }));
    return Promise.resolve({ rows: copies, total });
  },

  'imports.list': async (db) => {
    const rows = await db
      .select({ held: fileImport, by: user.displayName, undoneBy: undoer.displayName })
      .from(fileImport)
      .leftJoin(user, eq(user.id, fileImport.importedBy))
      .leftJoin(undoer, eq(undoer.id, fileImport.undoneBy))
      .orderBy(desc(fileImport.importedAt), desc(fileImport.id));
    return {
      imports: rows.map(({ held, by, undoneBy }) => ({
        id: held.id as ImportId,
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
      })),
    };
  },
};

export const importActions: Actions = {
  'imports.receiveFile': (context, input) => Promise.resolve({ received: takePiece(context.memory, input) }),
  'imports.inspect': inspectFile,
  'imports.preview': previewImport,
  'imports.apply': applyImport,
  'imports.saveReport': saveReport,
  'imports.undo': undoImport,
};
