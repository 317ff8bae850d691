import { extractMapping, type ExtractMapping } from '#contract/intake/extracts';
import { rememberedFor, type Remembered } from '../imports/mappings.ts';
import type { ActionContext, ActionHandler, ReadHandler } from '../../store/types.ts';
import { sourceOf } from '../../documents/tables/dropped.ts';
import { readHead } from '../../documents/tables/head.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { applyExtract } from './apply.ts';
import { heldExtract, previewExtract } from './preview.ts';
import { requireNoOtherList } from '../imports/ownLists.ts';
import { columnsByName, isTitle, suggestMapping } from './suggest.ts';

/** The unit of another officer is not this one's to import for. */
function ownMapping(context: ActionContext, remembered: Remembered | null): ExtractMapping | null {
  const parsed = extractMapping.safeParse(remembered?.mapping);
  if (!parsed.success) return null;
  const { unitId } = parsed.data;
  return { ...parsed.data, unitId: unitId !== null && context.session.unitIds.includes(unitId) ? unitId : null };
}

const titleLines = (rows: readonly (readonly string[])[]): number =>
  Math.max(
    0,
    rows.findIndex((cells) => !isTitle(cells)),
  );

const inspectExtract: ActionHandler<'extracts.inspect'> = async (context, { kind, file, reading }) => {
  const isKnownName = (name: string): boolean => Object.keys(columnsByName(kind, [name])).length > 0;
  const { table, header, rows, columns } = await readHead(sourceOf(context, file), reading, isKnownName, titleLines);
  requireNoOtherList(header, kind === 'investigations' ? kind : null);
  const remembered = await rememberedFor(context.read, kind, header, context);
  const mapping = ownMapping(context, remembered);
  return {
    reading: table.reading,
    sheets: table.sheets.map((each) => pick(each, 'name', 'rows')),
    columns,
    suggested: mapping ?? suggestMapping(kind, header, rows, context.session.unitIds),
    remembered: mapping === null ? null : (remembered?.shown ?? null),
  };
};

const readRows: ReadHandler<'extracts.rows'> = (_, { previewId, difference, offset, size }, { memory }) => {
  const all = heldExtract(memory, previewId)
    .rows.map((row, index) => ({ ...row, index }))
    .filter((row) => row.difference === difference);
  const rows = all
    .slice(offset, offset + size)
    .map(({ index, line, number, fileId, fields, reasons, struckOn, canTake }) => ({
      index,
      line,
      difference,
      number,
      fileId,
      fields: fields.map((each) => ({ ...each })),
      reasons: [...reasons],
      struckOn,
      canTake,
    }));
  return Promise.resolve({ rows, total: all.length });
};

export const extractReads: { readonly 'extracts.rows': ReadHandler<'extracts.rows'> } = { 'extracts.rows': readRows };

export const extractActions: {
  readonly [N in 'inspect' | 'preview' | 'apply' as `extracts.${N}`]: ActionHandler<`extracts.${N}`>;
} = {
  'extracts.inspect': inspectExtract,
  'extracts.preview': previewExtract,
  'extracts.apply': applyExtract,
};
