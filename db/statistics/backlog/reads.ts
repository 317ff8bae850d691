import { and, asc, desc, eq, gte, inArray, lte, notInArray, sql, type SQL } from 'drizzle-orm';
import { openReferralStates, type LedgerTerm } from '#contract/ground/codes';
import type { UnitBacklog } from '#contract/statistics/backlog';
import { addMonths, firstDayOf, lastDayOf, monthsBetween, type Month } from '#contract/ground/dates';
import type { PackId, UnitId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { addDays } from '../../ground/kernel/days.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { ledgerEntry } from '../../ground/schema/unit/ledger.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { readPanel, type UnitCells } from '../../ledger/unitMonths/panel.ts';
import { readRuleChanges } from './ruleChanges.ts';
import {
  addLedgers,
  blankMonthIn,
  ledgerOf,
  movementBetween,
  runStock,
  stockMeasures,
  type BlankMonth,
} from './stock.ts';
import { olderThan, waitingNow } from './today.ts';

type Handlers = { readonly [M in 'backlog.board' | 'backlog.files']: ReadHandler<M> };

interface Period {
  readonly from: Month;
  readonly to: Month;
  readonly months: readonly Month[];
}

async function unitsOf(db: ReadDb, ids: readonly UnitId[]) {
  return db
    .select({ id: unit.id, code: unit.code })
    .from(unit)
    .where(inArray(unit.id, [...ids]))
    .orderBy(asc(unit.code));
}

/** The pack that brought a unit's latest month; null where the files themselves are counted here. */
function packOf({ all }: UnitCells): PackId | null {
  const brought = all.findLast(({ measure, packId }) => measure === 'received' && packId !== null);
  return (brought?.packId ?? null) as PackId | null;
}

function unitBacklog(
  { id, code }: { id: string; code: string },
  cells: UnitCells,
  period: Period,
  blank: BlankMonth,
): Omit<UnitBacklog, 'breaks'> {
  const run = runStock(cells, period.to, blank);
  const stock = new Map(run.map((each) => [each.month, each]));
  const within = period.months.flatMap((month) => stock.get(month) ?? []);
  const ledger = ledgerOf(within);
  return {
    unitId: id as UnitId,
    code,
    closing: period.months.map((month) => stock.get(month)?.closing ?? null),
    received: period.months.map((month) => stock.get(month)?.terms.received ?? null),
    movement: movementBetween(run, period.from, period.to),
    least: run.flatMap(({ month, isLeast }) => (isLeast && month >= addMonths(period.from, -1) ? [month] : [])),
    ledger,
    packId: packOf(cells),
  };
}

function countMovements(
  units: readonly UnitBacklog[],
): Pick<Output<'backlog.board'>, 'fell' | 'held' | 'grew' | 'unknown'> {
  const count = (movement: UnitBacklog['movement']): number =>
    units.filter((each) => each.movement === movement).length;
  return { fell: count('fell'), held: count('held'), grew: count('grew'), unknown: count('unknown') };
}

/** Referrals whose end may lie in several months, counted on the first day that it may have been. */
async function endedUndated(db: ReadDb, unitIds: readonly UnitId[], { from, to }: Period): Promise<number> {
  const { on, onLatest, unitId, toState } = referralEvent;
  // An open one may be assigned since a day that nobody knows: it stays in the backlog.
  const isEnd = notInArray(toState, [...openReferralStates]);
  const isUndated = sql`substr(${onLatest}, 1, 7) <> substr(${on}, 1, 7)`;
  const isIn = and(gte(on, firstDayOf(from)), lte(on, lastDayOf(to)));
  return db.$count(referralEvent, and(inArray(unitId, [...unitIds]), isEnd, isIn, isUndated));
}

async function entriesIn(db: ReadDb, where: SQL | undefined): Promise<number> {
  const [count] = await db
    .select({ value: sql<number>`count(*)` })
    .from(ledgerEntry)
    .where(where);
  return count?.value ?? 0;
}

export const backlogReads: Handlers = {
  'backlog.board': async (db, input, { session, clock, counted }) => {
    const months = monthsBetween(input.from, input.to);
    if (months.length === 0 || months.length > 120)
      throw new StoreFailure('invalid_input', undefined, [{ path: 'to', code: 'too_big' }]);
    const ids = input.unitIds ?? session.unitIds;
    const holdsFiles = session.workspace.kind === 'unit';
    const panel = await readPanel(db, ids, { to: input.to, measures: stockMeasures });
    const changes = await readRuleChanges(db, ids);
    const period = { from: input.from, to: input.to, months };
    const units = (await unitsOf(db, ids)).map((each) => ({
      ...unitBacklog(each, panel.of(each.id), period, blankMonthIn(session.workspace.kind)),
      breaks: months.flatMap((month, index) =>
        changes.some((change) => change.unitId === each.id && change.month === month) ? [index] : [],
      ),
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
      endedUndated: holdsFiles ? await endedUndated(counted, ids, period) : null,
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
        unitId: entry.unitId,
        on: entry.on,
        term: entry.term as LedgerTerm,
        delta: entry.amount,
      })),
      total,
      sealed: all - total,
    };
  },
};
