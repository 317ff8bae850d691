import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { QueuedDevice } from '#contract/casework/devices';
import type { UnitId } from '#contract/ground/ids';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { eachFileOnce, pageOfFiles } from '../files/countedFiles.ts';
import { lockRows, readLocks } from './locks.ts';
import { toDevice, toDeviceFacts } from './rows.ts';
import { medianDaysInQueue } from './rules.ts';

type Handlers = {
  readonly [
    M in 'devices.list' | 'devices.queue' | 'devices.examinedRows' | 'devices.locks' | 'devices.lockRows'
  ]: ReadHandler<M>;
};

/** More than anyone reads in one list, and what a page can hold. */
const mostRows = 2000;

/** What the units examined in the twelve months before a day. */
async function examinedLately(db: ReadDb, unitIds: readonly UnitId[], today: CivilDate) {
  const rows = await db
    .select()
    .from(device)
    .where(and(gte(device.examinedOn, addDays(today, -365)), isAmong(device.unitId, unitIds)));
  return rows.filter((each) => each.endReason !== 'entered_in_error');
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

  'devices.queue': async (db, { filter: { unitId } }, { clock, counted, session }) => {
    const today = clock.today();
    const rows = await queuedRows(db, unitId, today);
    const examined = await examinedLately(counted, unitId ? [unitId] : session.unitIds, today);
    const { days, n } = medianDaysInQueue(examined.map(toDeviceFacts));
    return {
      rows: rows.slice(0, mostRows),
      total: { value: rows.length, exact: true },
      devices: rows.reduce((sum, row) => sum + row.count, 0),
      medianDays: days,
      examined: n,
    };
  },

  'devices.examinedRows': async (db, { filter: { unitId }, ...page }, { clock, counted, session }) => {
    const unitIds = unitId ? [unitId] : session.unitIds;
    const examined = await examinedLately(counted, unitIds, clock.today());
    const files = examined.map((each) => ({
      id: each.investigationId,
      on: each.examinedOn ?? each.seizedOn,
      count: each.count,
    }));
    return pageOfFiles(db, unitIds, eachFileOnce(files), page);
  },

  'devices.locks': async (_db, { filter: { unitId } }, { clock, counted, session }) => ({
    rows: [...(await readLocks(counted, unitId ? [unitId] : session.unitIds, clock.today()))],
  }),

  'devices.lockRows': (db, asked, { counted }) => lockRows({ db, counted }, asked),
};
