import { desc, eq } from 'drizzle-orm';
import type { ImportId } from '#contract/ids';
import { user } from '../schema/common/people.ts';
import { fileImport } from '../schema/unit/imports.ts';
import type { ActionHandler, ReadHandler } from '../store/types.ts';
import { takePiece } from '../tables/dropped.ts';
import { applyImport } from './apply.ts';
import { inspectFile } from './inspect.ts';
import { heldPreview, previewImport } from './preview.ts';
import { saveReport } from './report.ts';

type Reads = { readonly [M in 'imports.previewRows' | 'imports.list']: ReadHandler<M> };
type Actions = {
  readonly [
    N in 'receiveFile' | 'inspect' | 'preview' | 'apply' | 'saveReport' as `imports.${N}`
  ]: ActionHandler<`imports.${N}`>;
};

export const importReads: Reads = {
  'imports.previewRows': (_, input, { memory }) => {
    const { rows, total } = heldPreview(memory, input.previewId).rows.window(input.verdict, input.offset, input.size);
    const copies = rows.map((row) => ({ ...row, reasons: [...row.reasons], cells: [...row.cells] }));
    return Promise.resolve({ rows: copies, total });
  },

  'imports.list': async (db) => {
    const rows = await db
      .select({ held: fileImport, by: user.displayName })
      .from(fileImport)
      .leftJoin(user, eq(user.id, fileImport.importedBy))
      .orderBy(desc(fileImport.importedAt), desc(fileImport.id));
    return {
      imports: rows.map(({ held, by }) => ({
        id: held.id as ImportId,
        fileName: held.fileName,
        importedAt: held.importedAt,
        importedBy: by ?? '',
        counts: {
          new: held.newRows,
          duplicate: held.duplicateRows,
          conflict: held.conflictRows,
          invalid: held.invalidRows,
        },
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
};
