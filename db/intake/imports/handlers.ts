import type { ActionHandler, ReadHandler } from '../../store/types.ts';
import { takePiece } from '../../documents/tables/dropped.ts';
import { applyImport } from './apply.ts';
import { inspectFile } from './inspect.ts';
import { listImports } from './list.ts';
import { heldPreview, previewImport } from './preview.ts';
import { refusalsOf } from './refusals.ts';
import { saveReport } from './report.ts';
import { saveSample } from './sample.ts';
import { surveyFile } from './survey.ts';
import { pick } from '../../ground/kernel/pick.ts';
import type { ImportedReferral } from './types.ts';

function understoodOf(referral: ImportedReferral | null) {
  if (referral === null) return null;
  const { ended } = referral;
  return {
    ...pick(referral, 'receivedOn', 'source', 'unitId', 'externalNumber', 'priorityReceived', 'riskBand'),
    ...pick(referral, 'receivedAt', 'assignedTo'),
    ended: ended === null ? null : { ...ended },
  };
}

type Reads = { readonly [M in 'imports.previewRows' | 'imports.list']: ReadHandler<M> };
type Actions = {
  readonly [
    N in 'receiveFile' | 'inspect' | 'survey' | 'preview' | 'apply' | 'saveReport' | 'saveSample' as `imports.${N}`
  ]: ActionHandler<`imports.${N}`>;
};

export const importReads: Reads = {
  'imports.previewRows': (_, input, { memory }) => {
    const preview = heldPreview(memory, input.previewId);
    const { rows, total } = preview.rows.window(input.verdict, input.offset, input.size);
    const copies = rows.map(({ above, sheet, ...row }) => ({
      ...row,
      sheet,
      reasons: [...row.reasons],
      cells: [...row.cells],
      refusals: row.verdict === 'invalid' ? [...refusalsOf(preview.layout, { ...row, above })] : [],
      understood: understoodOf(preview.judge({ ...row, above }).referral),
    }));
    return Promise.resolve({ rows: copies, total });
  },

  'imports.list': listImports,
};

export const importActions: Actions = {
  'imports.receiveFile': (context, input) => Promise.resolve({ received: takePiece(context.memory, input) }),
  'imports.inspect': inspectFile,
  'imports.survey': surveyFile,
  'imports.preview': previewImport,
  'imports.apply': applyImport,
  'imports.saveReport': saveReport,
  'imports.saveSample': saveSample,
};
