import type { ActionHandler, ReadHandler } from '../../store/types.ts';
import { takePiece } from '../../documents/tables/dropped.ts';
import { applyImport } from './apply.ts';
import { inspectFile } from './inspect.ts';
import { listImports } from './list.ts';
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

  'imports.list': listImports,
};

export const importActions: Actions = {
  'imports.receiveFile': (context, input) => Promise.resolve({ received: takePiece(context.memory, input) }),
  'imports.inspect': inspectFile,
  'imports.preview': previewImport,
  'imports.apply': applyImport,
  'imports.saveReport': saveReport,
};
