import { and, between, eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Output, ParsedInput } from '#contract/index';
import type { ChargedFigure, Survival } from '#contract/statistics/survival';
import { eachFileOnce, pageOfFiles, type CountedFile } from '../../casework/files/countedFiles.ts';
import { sum } from '../../estimator/numbers.ts';
import { firstTimeUnder, kaplanMeier } from '../../estimator/survival/kaplanMeier.ts';
import { lifeTable, pooledTable, type LifeTable, type Observation } from '../../estimator/survival/lifeTable.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { charge } from '../../ground/schema/unit/investigations.ts';
import { dayNumber } from './files/days.ts';

interface Asked {
  readonly unitIds: readonly UnitId[];
  readonly from: CivilDate;
  readonly on: CivilDate;
}

interface Laid {
  readonly unitId: UnitId;
  readonly investigationId: string;
  readonly laidOn: CivilDate;
  readonly disposedOn: CivilDate | null;
  readonly counts: number;
}

/** The day of the outcome, where there was one by a day. */
const endedBy = ({ disposedOn }: Laid, on: CivilDate): CivilDate | null =>
  disposedOn !== null && disposedOn <= on ? disposedOn : null;

/** Each count of a charge, as it was on a day. */
function* followed(charges: readonly Laid[], on: CivilDate): Iterable<Observation> {
  for (const each of charges) {
    const ended = endedBy(each, on);
    const time = dayNumber(ended ?? on) - dayNumber(each.laidOn);
    for (let index = 0; index < each.counts; index += 1) yield { time, event: ended !== null };
  }
}

function rowOf(unitId: UnitId | null, table: LifeTable): Survival['charged'][number] {
  const [disposed, open] = [sum(table.events), sum(table.censored)];
  const curve = kaplanMeier(table);
  return {
    unitId,
    counts: disposed + open,
    disposed,
    open,
    quarter: firstTimeUnder(curve, 0.75),
    median: firstTimeUnder(curve, 0.5),
    threeQuarters: firstTimeUnder(curve, 0.25),
  };
}

function laidBetween(db: ReadDb, { unitIds, from, on }: Asked) {
  const { unitId, investigationId, laidOn, disposedOn, counts } = charge;
  return db
    .select({ unitId, investigationId, laidOn, disposedOn, counts })
    .from(charge)
    .where(and(isAmong(unitId, unitIds), between(laidOn, from, on), eq(charge.stage, 'laid')));
}

/** Of the counts laid between two days, the time to their outcome as it stood on the second: all units, where there are several, and each. */
export async function readCharged(db: ReadDb, asked: Asked): Promise<Survival['charged']> {
  const { unitIds, on } = asked;
  const charges = await laidBetween(db, asked);
  if (charges.length === 0) return [];
  const tables = unitIds.map((id) => {
    const own = charges.filter((each) => each.unitId === id);
    return { id, table: lifeTable(followed(own, on)) };
  });
  const all = tables.length > 1 ? [rowOf(null, pooledTable(tables.map(({ table }) => table)))] : [];
  return [...all, ...tables.map(({ id, table }) => rowOf(id, table))];
}

/** The day by which a figure counts a charge; null where it does not. */
function dayIn(laid: Laid, on: CivilDate, figure: ChargedFigure): CivilDate | null {
  const ended = endedBy(laid, on);
  if (figure === 'disposed') return ended;
  return figure === 'counts' || ended === null ? laid.laidOn : null;
}

/** A page of the files of the counts laid that one of those figures counts. */
export async function chargedRows(
  { db, counted }: { readonly db: ReadDb; readonly counted: ReadDb },
  asked: Asked & Omit<ParsedInput<'backlog.chargedRows'>, keyof Asked>,
): Promise<Output<'backlog.chargedRows'>> {
  const charges = (await laidBetween(counted, asked)).flatMap((each): CountedFile[] => {
    const on = dayIn(each, asked.on, asked.figure);
    return on === null ? [] : [{ id: each.investigationId, on, count: each.counts }];
  });
  return pageOfFiles(db, asked.unitIds, eachFileOnce(charges), asked);
}
