import { and, asc, desc, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm';
import type { LedgerTerm } from '#contract/ground/codes';
import type { UnitBacklog } from '#contract/statistics/backlog';
import { firstDayOf, lastDayOf, monthsBetween, type CivilDate, type Month } from '#contract/ground/dates';
import type { PackId, UnitId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { addDays } from '../../ground/kernel/days.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { ledgerEntry } from '../../ground/schema/unit/ledger.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { readRecorded } from './recorded.ts';
import { readRuleChanges } from './ruleChanges.ts';
import { addLedgers, ledgerOf, movementOf, runStock, type BlankMonth, type RecordedMonth } from './stock.ts';
import { olderThan, waitingNow } from './today.ts';

type Handlers = { readonly [M in 'backlog.board' | 'backlog.files']: ReadHandler<M> };

interface Period {
  readonly from: Month;
  readonly to: Month;
  readonly months: readonly Month[];
}

async function unitsOf(db: ReadDb, ids: readonly string[]) {
  return db
    .select({ id: unit.id, code: unit.code })
    .from(unit)
    .where(inArray(unit.id, [...ids]))
    .orderBy(asc(unit.code));
}

/** The pack that brought each unit's latest month. */
async function packsOf(db: ReadDb, ids: readonly string[], last: Month): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ unitId: unitMonth.unitId, packId: unitMonth.packId })
    .from(unitMonth)
    .where(and(inArray(unitMonth.unitId, [...ids]), eq(unitMonth.measure, 'received'), lte(unitMonth.month, last)))
    .orderBy(asc(unitMonth.unitId), asc(unitMonth.month));
  return new Map(rows.flatMap((row) => (row.packId ? [[row.unitId, row.packId] as const] : [])));
}

function unitBacklog(
  { id, code }: { id: string; code: string },
  recorded: readonly RecordedMonth[],
  period: Period,
  blank: BlankMonth,
): Omit<UnitBacklog, 'breaks' | 'packId'> {
  const stock = new Map(runStock(recorded, period.to, blank).map((each) => [each.month, each]));
  const within = period.months.flatMap((month) => stock.get(month) ?? []);
  const ledger = ledgerOf(within);
  return {
    unitId: id as UnitId,
    code,
    closing: period.months.map((month) => stock.get(month)?.closing ?? null),
    received: period.months.map((month) => stock.get(month)?.terms.received ?? null),
    movement: movementOf(within.length === period.months.length ? ledger.opening : null, ledger.closing),
    ledger,
  };
}

function countMovements(
  units: readonly UnitBacklog[],
): Pick<Output<'backlog.board'>, 'fell' | 'held' | 'grew' | 'unknown'> {
  const count = (movement: UnitBacklog['movement']): number =>
    units.filter((each) => each.movement === movement).length;
  return { fell: count('fell'), held: count('held'), grew: count('grew'), unknown: count('unknown') };
}

async function entriesIn(db: ReadDb, where: SQL | undefined): Promise<number> {
  const [count] = await db
    .select({ value: sql<number>`count(*)` })
    .from(ledgerEntry)
    .where(where);
  return count?.value ?? 0;
}

export const backlogReads: Handlers = {
  'backlog.board': async (db, input, { session, clock }) => {
    const months = monthsBetween(input.from, input.to);
    if (months.length === 0 || months.length > 120)
      throw new StoreFailure('invalid_input', undefined, [{ path: 'to', code: 'too_big' }]);
    const ids = input.unitIds ?? session.unitIds;
    const holdsFiles = session.workspace.kind === 'unit';
    const recorded = await readRecorded(db, ids, input.to);
    const changes = await readRuleChanges(db, ids);
    const packs = holdsFiles ? new Map<string, string>() : await packsOf(db, ids, input.to);
    const period = { from: input.from, to: input.to, months };
    const units = (await unitsOf(db, ids)).map((each) => ({
      ...unitBacklog(each, recorded.get(each.id) ?? [], period, holdsFiles ? 'nothing_happened' : 'not_reported'),
      breaks: months.flatMap((month, index) =>
        changes.some((change) => change.unitId === each.id && change.month === month) ? [index] : [],
      ),
      packId: (packs.get(each.id) ?? null) as PackId | null,
    }));
    const covered = units.filter((each) => each.ledger.opening !== null && each.ledger.closing !== null);
    const today = clock.today();
    return {
      months,
      units,
      total: addLedgers(covered.map((each) => each.ledger)),
      unitsCovered: covered.length,
      waiting: holdsFiles ? await waitingNow(db) : null,
      olderThanYear: holdsFiles ? await olderThan(db, addDays(today, -365), today) : null,
      ...countMovements(units),
    };
  },

  'backlog.files': async (db, input, { session, counted }) => {
    const where = and(
      inArray(ledgerEntry.unitId, input.unitIds ?? session.unitIds),
      eq(ledgerEntry.term, input.term),
      gte(ledgerEntry.on, firstDayOf(input.from)),
      lte(ledgerEntry.on, lastDayOf(input.to)),
    );
    const rows = await db
      .select({ entry: ledgerEntry, referral: referral.number, investigation: investigation.number })
      .from(ledgerEntry)
      .leftJoin(referral, eq(referral.id, ledgerEntry.fileId))
      .leftJoin(investigation, eq(investigation.id, ledgerEntry.fileId))
      .where(where)
      .orderBy(desc(ledgerEntry.on), asc(ledgerEntry.fileId))
      .limit(input.size)
      .offset(input.offset);
    const [total, all] = [await entriesIn(db, where), await entriesIn(counted, where)];
    return {
      files: rows.map(({ entry, referral: referralNumber, investigation: investigationNumber }) => ({
        kind: entry.fileKind === 'referral' ? ('referral' as const) : ('investigation' as const),
        id: entry.fileId,
        number: referralNumber ?? investigationNumber ?? '',
        unitId: entry.unitId as UnitId,
        on: entry.on as CivilDate,
        term: entry.term as LedgerTerm,
        delta: entry.amount,
      })),
      total,
      sealed: all - total,
    };
  },
};
