import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { UnitId } from '#contract/ground/ids';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { investigationEvent } from '../../ground/schema/unit/investigations.ts';
import { identifier } from '../../ground/schema/unit/persons.ts';
import { protectionNotice } from '../../ground/schema/unit/triage.ts';

const most = 50;

interface UsedName {
  readonly name: string;
  readonly times: number;
}

async function timesOf(
  db: ReadDb,
  table: SQLiteTable,
  column: SQLiteColumn,
  where: SQL | undefined,
): Promise<readonly UsedName[]> {
  return await db
    .select({ name: sql<string>`${column}`, times: sql<number>`count(*)` })
    .from(table)
    .where(and(where, isNotNull(column)))
    .groupBy(column);
}

/** The most used first; of those used alike, by their letters. */
function mostUsed(rows: readonly UsedName[]): string[] {
  const times = new Map<string, number>();
  for (const row of rows) times.set(row.name, (times.get(row.name) ?? 0) + row.times);
  return [...times]
    .toSorted(([a, timesA], [b, timesB]) => timesB - timesA || a.localeCompare(b))
    .slice(0, most)
    .map(([name]) => name);
}

/** What the units called providers and agencies so far: typed once, it is offered the next time. */
export async function usedNames(db: ReadDb, unitId: UnitId | undefined) {
  const ofUnit = (column: SQLiteColumn) => (unitId === undefined ? undefined : eq(column, unitId));
  const services = await timesOf(db, identifier, identifier.service, ofUnit(identifier.unitId));
  const { waiting, waitingOn } = investigationEvent;
  const ofProvider = and(ofUnit(investigationEvent.unitId), eq(waiting, 'provider'));
  const waitedOn = await timesOf(db, investigationEvent, waitingOn, ofProvider);
  const agencies = await timesOf(db, protectionNotice, protectionNotice.agency, ofUnit(protectionNotice.unitId));
  return { providers: mostUsed([...services, ...waitedOn]), agencies: mostUsed(agencies) };
}
