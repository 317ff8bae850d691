import { eq } from 'drizzle-orm';
import { importMapping as mappingSchema, type ImportMapping } from '#contract/imports';
import { StoreFailure } from '../kernel/failure.ts';
import { importMapping } from '../schema/unit/imports.ts';
import type { ActionContext, ActionHandler } from '../store/types.ts';
import { hidesBinary } from '../tables/detect.ts';
import { sourceOf } from '../tables/dropped.ts';
import { inspectTable, type OpenedTable } from '../tables/open.ts';
import { columnsByName, headerHash, suggestMapping } from './suggest.ts';

const sampleRows = 200;
const sampleLength = 80;

/** Read as the preview will read them. */
async function firstRows(table: OpenedTable): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of table.rows({})) {
    rows.push(cells);
    if (rows.length > sampleRows) break;
  }
  return rows;
}

async function rememberedMapping(context: ActionContext, header: readonly string[]): Promise<ImportMapping | null> {
  const [held] = await context.read
    .select({ mapping: importMapping.mapping })
    .from(importMapping)
    .where(eq(importMapping.headerHash, headerHash(header)));
  const parsed = mappingSchema.safeParse(held?.mapping);
  if (!parsed.success) return null;
  const { unitId } = parsed.data;
  const own = unitId !== null && context.session.unitIds.includes(unitId);
  return { ...parsed.data, unitId: own ? unitId : null };
}

function columnsOf(header: readonly string[], rows: readonly (readonly string[])[]) {
  return header.map((name, column) => ({
    name: name.trim(),
    samples: rows
      .map((cells) => (cells[column] ?? '').trim())
      .filter((each) => each !== '' && !hidesBinary(each))
      .slice(0, 3)
      .map((each) => each.slice(0, sampleLength)),
  }));
}

export const inspectFile: ActionHandler<'imports.inspect'> = async (context, input) => {
  const source = sourceOf(context, input.file);
  const isKnownName = (name: string): boolean => Object.keys(columnsByName([name])).length > 0;
  const table = await inspectTable(source, input.reading, isKnownName);
  const [header, ...rows] = await firstRows(table);
  if (!header || header.length > 500) throw new StoreFailure('invalid_input', 'not_a_csv');
  if (header.some(hidesBinary)) throw new StoreFailure('invalid_input', 'contains_binary');
  const remembered = await rememberedMapping(context, header);
  return {
    reading: table.reading,
    sheets: [...table.sheets],
    columns: columnsOf(header, rows),
    suggested: remembered ?? suggestMapping(header, rows, context.session.unitIds),
    remembered: remembered !== null,
  };
};
