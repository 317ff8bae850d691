import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { QueuedDevice } from '#contract/casework/devices';
import type { UnitId } from '#contract/ground/ids';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { lockRows, readLocks } from './locks.ts';
import { toDevice, toDeviceFacts } from './rows.ts';
import { medianDaysInQueue } from './rules.ts';

type Handlers = {
  readonly [M in 'devices.list' | 'devices.queue' | 'devices.locks' | 'devices.lockRows']: ReadHandler<M>;
};

/** More than anyone reads in one list, and what a page can hold. */
const mostRows = 2000;

/** Days in queue of what the units in scope examined from a day on. */
export async function examinedSince(db: ReadDb, from: CivilDate, unitId: UnitId | undefined) {
  const rows = await db
    .select()
    .from(device)
    .where(and(gte(device.examinedOn, from), unitId ? eq(device.unitId, unitId) : undefined));
  return medianDaysInQueue(rows.map(toDeviceFacts));
}

/** All that waits for examination, the longest wait first. */
export async function queuedRows(
  db: ReadDb,
  unitId: UnitId | undefined,
  today: CivilDate,
): Promise<readonly QueuedDevice[]> {
  const waiting = and(
    isNull(device.examinedOn),
    isNull(device.endedOn),
    unitId ? eq(device.unitId, unitId) : undefined,
  );
  const rows = await db
    .select({ device, number: investigation.number, lead: investigation.lead })
    .from(device)
    .innerJoin(investigation, eq(investigation.id, device.investigationId))
    .where(waiting)
    .orderBy(asc(sql`coalesce(${device.queuedOn}, ${device.seizedOn})`), asc(device.id));
  return rows.map(({ device: row, number, lead }) => ({
    ...toDevice(row),
    investigationId: row.investigationId,
    number,
    unitId: row.unitId,
    lead,
    waits: daysBetween(row.queuedOn ?? row.seizedOn, today),
  }));
}

export const deviceReads: Handlers = {
  'devices.list': async (db, { investigationId }) => {
    const rows = await db
      .select()
      .from(device)
      .where(eq(device.investigationId, investigationId))
      .orderBy(asc(device.seizedOn), asc(device.id));
    return { devices: rows.map(toDevice) };
  },

  'devices.queue': async (db, { filter: { unitId } }, { clock, counted }) => {
    const today = clock.today();
    const rows = await queuedRows(db, unitId, today);
    const { days, n } = await examinedSince(counted, addDays(today, -365), unitId);
    return {
      rows: rows.slice(0, mostRows),
      total: { value: rows.length, exact: true },
      devices: rows.reduce((sum, row) => sum + row.count, 0),
      medianDays: days,
      examined: n,
    };
  },

  'devices.locks': async (_db, { filter: { unitId } }, { clock, counted, session }) => ({
    rows: [...(await readLocks(counted, unitId ? [unitId] : session.unitIds, clock.today()))],
  }),

  'devices.lockRows': (db, asked, { counted }) => lockRows({ db, counted }, asked),
};
