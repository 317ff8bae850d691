import { and, eq, inArray } from 'drizzle-orm';
import { addMonths, monthsBetween, type Month } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { PackId } from '#contract/ground/ids';
import type { CoveredUnit } from '#contract/reporting/rollup';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { packPayload, type PackPayload } from '../packs/format.ts';
import { listPacks } from '../packs/reads.ts';
import { askedMeasures } from '../packs/rules.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { pack } from '../../ground/schema/coordination/packs.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { readPanel, type UnitCells } from '../../ledger/unitMonths/panel.ts';
import { isOfQuarter } from '../../ground/kernel/ofQuarter.ts';
import type { ReadHandler } from '../../store/types.ts';
import { readUnits } from '../../accounts/people/unitRows.ts';

const monthsShown = 12;

function cellOf(cells: UnitCells, month: Month): CoveredUnit['cells'][number] {
  const held = askedMeasures.map((measure) => cells.at(measure, month));
  const from = held.find((cell) => cell?.packId != null)?.packId ?? null;
  return {
    packId: from as PackId | null,
    missing: askedMeasures.filter((_, index) => held[index]?.value == null),
  };
}

type Said = ReadonlyMap<string, string>;

/** What a source says of one unit, indicator by indicator. */
function saidOf({ units, indicators }: PackPayload, unitId: string): Said {
  const code = units.find((each) => each.id === unitId)?.code;
  return new Map(
    indicators
      .filter((each) => each.unitCode === code)
      .map((each) => [each.code, canonicalJson({ value: each.value, status: each.status })]),
  );
}

function differingIn(said: readonly Said[]): string[] {
  const codes = [...new Set(said.flatMap((each) => [...each.keys()]))].sort();
  return codes.filter((code) => new Set(said.flatMap((each) => each.get(code) ?? [])).size > 1);
}

/** The payloads of sources that speak of the same units: only those are opened. */
async function payloadsOf(db: ReadDb, ids: readonly PackId[]): Promise<ReadonlyMap<PackId, PackPayload>> {
  const rows = await db
    .select({ id: pack.id, payload: pack.payload })
    .from(pack)
    .where(inArray(pack.id, [...ids]));
  return new Map(rows.map((row) => [row.id, packPayload.parse(JSON.parse(row.payload))]));
}

/** What is covered by what in the twelve months up to a quarter's end, what is missing, and what is said twice. */
export const readCoverage: ReadHandler<'rollup.coverage'> = async (db, { quarter }) => {
  const { lastMonth } = periodOf(quarter);
  const from = addMonths(lastMonth, 1 - monthsShown);
  const months = monthsBetween(from, lastMonth);
  const sources = await listPacks(db, and(isOfQuarter(pack, quarter), eq(pack.superseded, false)));
  const rows = await readUnits(db, eq(unit.active, true));
  const ids = rows.map((each) => each.id);
  const panel = await readPanel(db, ids, { from, to: lastMonth });
  const namedBy = (code: string): PackId[] =>
    sources.filter((source) => source.units.some((each) => each.code === code)).map((source) => source.id);
  const twice = new Set(rows.flatMap(({ code }) => (namedBy(code).length > 1 ? namedBy(code) : [])));
  const payloads = await payloadsOf(db, [...twice]);
  const units = rows.map(({ id, code, name }): CoveredUnit => {
    const named = namedBy(code);
    const said = named.flatMap((each) => payloads.get(each) ?? []).map((each) => saidOf(each, id));
    return {
      unitId: id,
      code,
      name,
      cells: months.map((month) => cellOf(panel.of(id), month)),
      sources: named,
      differing: differingIn(said),
    };
  });
  const lacking = units.map((each) => each.cells.slice(-3).map(({ missing }) => missing.length));
  return {
    months,
    units,
    sources,
    whole: lacking.filter((each) => each.every((count) => count === 0)).length,
    absent: lacking.filter((each) => each.every((count) => count === askedMeasures.length)).length,
  };
};
