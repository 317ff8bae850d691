import type { FundingFileRow } from '#contract/reporting/fundingFiles';
import type { FundingRowId } from '#contract/ground/ids';
import { must } from '../../../ground/kernel/assert.ts';
import { canonicalJson } from '../../../ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { leaveWorkspace } from '../../../store/leaveWorkspace.ts';
import type { ActionContext, ActionHandler } from '../../../store/types.ts';
import { sourceOf } from '../../../documents/tables/dropped.ts';
import { saveChange } from '../apply.ts';
import { pillarActions } from '../pillars.ts';
import { catalogues, readGrid, requireAgreement, unitCodes, yearOf, type Grid } from '../rows.ts';
import { changeProblems, type RowPair } from '../rules.ts';
import { columnsOf, judgeRows, type JudgedRow } from './judge.ts';
import { readTable } from './readTable.ts';
import { tableFile } from './writeTable.ts';

type Handlers = {
  readonly [N in 'previewFile' | 'applyFile' | 'exportFile' as `funding.${N}`]: ActionHandler<`funding.${N}`>;
};

interface Preview {
  readonly id: string;
  readonly grid: Grid;
  readonly fileName: string;
  readonly sha256: string;
  readonly rows: readonly JudgedRow[];
}

const memoryKey = 'funding.preview';

/** The one preview that is kept; a page that holds an older one must preview again. */
function heldPreview(memory: ActionContext['memory'], previewId: string): Preview {
  const held = memory.get(memoryKey) as Preview | undefined;
  if (held?.id !== previewId) throw new StoreFailure('not_found');
  return held;
}

/** The rows that are written, on the rows that the preview was made from. */
function pairsOf(rows: readonly JudgedRow[], newId: () => string): readonly RowPair[] {
  return rows
    .filter(({ verdict }) => verdict === 'new' || verdict === 'changed')
    .map(({ held, after }) => ({
      id: held?.id ?? (newId() as FundingRowId),
      before: held?.cells ?? null,
      after,
      version: held?.version ?? 0,
    }));
}

const shown = ({ line, code, verdict, problems, changes }: JudgedRow): FundingFileRow => ({
  line,
  code,
  verdict,
  problems,
  changes,
});

export const fundingFileActions: Handlers & typeof pillarActions = {
  ...pillarActions,

  'funding.previewFile': async (context, { file, ...grid }) => {
    const source = sourceOf(context, file);
    await requireAgreement(context.read, grid.agreementId);
    const table = await readTable(source);
    const [header, ...rows] = table.rows;
    const { placed, ignored } = columnsOf(grid.register, must(header, 'a table has a first row').cells);
    const held = await readGrid(context.read, grid);
    const judged = judgeRows(grid.register, held, placed, rows, await catalogues(context.read));
    const preview = { id: context.newId(), grid, fileName: source.name, sha256: table.sha256, rows: judged };
    context.memory.set(memoryKey, preview);
    return {
      previewId: preview.id,
      fileName: preview.fileName,
      rows: judged.map(shown),
      ignored,
      dropped: table.dropped,
    };
  },

  'funding.applyFile': async (context, { previewId }) => {
    const { grid, rows, fileName, sha256 } = heldPreview(context.memory, previewId);
    const pairs = pairsOf(rows, context.newId);
    if (pairs.length === 0) throw new StoreFailure('conflict');
    const output = await context.transact(async (tx) => {
      const held = await readGrid(tx, grid);
      const now = new Map(held.map((row) => [row.id, row]));
      const isStale = pairs.some(
        ({ id, before }) => canonicalJson(now.get(id)?.cells ?? null) !== canonicalJson(before),
      );
      // A code that was new at the preview may be recorded by now.
      if (isStale || changeProblems(grid.register, held, pairs, await catalogues(tx)).length > 0)
        throw new StoreFailure('conflict', 'version_conflict');
      const current = pairs.map((pair) => ({ ...pair, version: now.get(pair.id)?.version ?? 0 }));
      return saveChange(tx, grid, current, { kind: 'import', fileName, fileSha256: sha256 }, context);
    });
    context.memory.delete(memoryKey);
    return output;
  },

  'funding.exportFile': async (context, { file, format, locale, ...grid }) => {
    const path = context.path(file);
    await requireAgreement(context.read, grid.agreementId);
    const rows = await readGrid(context.read, grid);
    const units = await unitCodes(context.read);
    const bytes = await tableFile(format, { register: grid.register, rows, units, locale });
    await leaveWorkspace(context, {
      path,
      bytes,
      fact: {
        subject: { kind: 'agreement', id: grid.agreementId },
        facts: { register: grid.register, fiscalYear: yearOf(grid), format, rows: rows.length },
      },
    });
    return {};
  },
};
