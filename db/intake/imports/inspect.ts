import type { Reading } from '#contract/documents/tables';
import { importMapping as mappingSchema, type ImportMapping } from '#contract/intake/imports';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { sourceOf } from '../../documents/tables/dropped.ts';
import { readHead } from '../../documents/tables/head.ts';
import { lineKey } from '../../documents/tables/lineKey.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { rememberedFor, type Remembered } from './mappings.ts';
import { columnsByName } from './columnNames.ts';
import { findHeaderRow, firstTable } from './headerLines.ts';
import { lineReader } from './lines.ts';
import { requireNoOtherList } from './ownLists.ts';
import { suggestMapping, type Surroundings } from './suggest.ts';
import { knownUnits } from './survey.ts';
import { seemsUnit } from './unitLines.ts';

/** The unit of another officer is not this one's to import for. */
function ownMapping(context: ActionContext, remembered: Remembered | null): ImportMapping | null {
  const parsed = mappingSchema.safeParse(remembered?.mapping);
  if (!parsed.success) return null;
  const { unitId } = parsed.data;
  const own = unitId !== null && context.session.unitIds.includes(unitId);
  // Where the heading row is, and what a cell of several numbers means, differ from file to file.
  return { ...parsed.data, headerRow: undefined, splitNumbers: undefined, unitId: own ? unitId : null };
}

/** Whether a line among the first names a unit for the rows below it. */
function hasUnitLines(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  mapping: ImportMapping,
  { units, present }: Pick<Surroundings, 'units' | 'present'>,
): boolean {
  const readLine = lineReader({ header, mapping, present }, seemsUnit(units));
  return rows.some((cells) => readLine(cells).unit !== null);
}

/** Where no table is open yet, a number is no date. */
const noSerials = { order: 'day_first', serialDay: () => null } as const;

/** Of the further sheets that were chosen, or of all where none was, those that have the names of the first. */
function readingOf(reading: Reading, chosen: Reading | undefined, alike: readonly string[]): Reading {
  if (reading.kind !== 'xlsx') return reading;
  const { also = [], ...one } = reading;
  const wanted = chosen === undefined ? alike : also;
  const others = alike.filter((each) => each !== one.sheet && wanted.includes(each));
  return others.length === 0 ? one : { ...one, also: others };
}

export const inspectFile: ActionHandler<'imports.inspect'> = async (context, input) => {
  const isKnownName = (name: string): boolean => Object.keys(columnsByName([name])).length > 0;
  const head = await readHead(
    sourceOf(context, input.file),
    input.reading,
    isKnownName,
    (found) => input.headerRow ?? findHeaderRow(found, { ...noSerials, today: context.clock.today() }),
  );
  const { table, header, rows, columns, headerRow, firstLines } = head;
  requireNoOtherList(header, 'referrals');
  const remembered = await rememberedFor(context.read, 'referrals', header, context);
  const mapping = ownMapping(context, remembered);
  const units = await knownUnits(context);
  const present = { serialDay: table.serialDay, today: context.clock.today() };
  const suggested =
    mapping ?? suggestMapping(header, firstTable(header, rows), { unitIds: context.session.unitIds, units, present });
  const key = lineKey(header);
  const alike = table.sheets.filter(({ lines }) => lines.includes(key)).map(({ name }) => name);
  return {
    reading: readingOf(table.reading, input.reading, alike),
    sheets: table.sheets.map((each) => pick(each, 'name', 'rows')),
    alike,
    columns,
    firstLines,
    hasUnitLines: hasUnitLines(header, rows, suggested, { units, present }),
    suggested: headerRow === 0 ? suggested : { ...suggested, headerRow },
    remembered: mapping === null ? null : (remembered?.shown ?? null),
  };
};
