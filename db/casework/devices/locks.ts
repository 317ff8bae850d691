import type { DeviceLocks, LockFigure } from '#contract/casework/devices';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Output, ParsedInput } from '#contract/index';
import { isAmong } from '../../ground/kernel/among.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { eachFileOnce, pageOfFiles, sumOf, type CountedFile } from '../files/countedFiles.ts';
import { datedQuarter, lastQuarters, type DatedQuarter } from '../files/lastQuarters.ts';
import type { DeviceRecord } from './rows.ts';

type Counted = Pick<
  DeviceRecord,
  'unitId' | 'investigationId' | 'count' | 'seizedOn' | 'examinedOn' | 'endedOn' | 'endReason' | 'locked' | 'unlockedOn'
>;

const within = (on: CivilDate | null, { from, to }: DatedQuarter): CivilDate | null =>
  on !== null && on >= from && on <= to ? on : null;

/** Seized by a day, and on it neither opened nor gone. */
function isLockedOn({ seizedOn, unlockedOn, endedOn, locked }: Counted, day: CivilDate): boolean {
  const isAfter = (on: CivilDate | null): boolean => on === null || on > day;
  return locked === true && seizedOn <= day && isAfter(unlockedOn) && isAfter(endedOn);
}

/** The day by which a figure counts a device in a quarter; null where it does not. */
const dayIn: Readonly<Record<LockFigure, (row: Counted, days: DatedQuarter) => CivilDate | null>> = {
  seized: ({ seizedOn }, days) => within(seizedOn, days),
  locked: ({ seizedOn, locked }, days) => (locked === true ? within(seizedOn, days) : null),
  notKnown: ({ seizedOn, locked }, days) => (locked === null ? within(seizedOn, days) : null),
  opened: ({ unlockedOn }, days) => within(unlockedOn, days),
  examined: ({ examinedOn }, days) => within(examinedOn, days),
  stillLocked: (row, { to }) => (isLockedOn(row, to) ? row.seizedOn : null),
};

function countedIn(rows: readonly Counted[], days: DatedQuarter, figure: LockFigure): CountedFile[] {
  return rows.flatMap((row) => {
    const on = dayIn[figure](row, days);
    return on === null ? [] : [{ id: row.investigationId, on, count: row.count }];
  });
}

async function devicesOf(db: ReadDb, unitIds: readonly UnitId[]): Promise<readonly Counted[]> {
  const { unitId, investigationId, count, seizedOn, examinedOn, endedOn, endReason, locked, unlockedOn } = device;
  const found = await db
    .select({ unitId, investigationId, count, seizedOn, examinedOn, endedOn, endReason, locked, unlockedOn })
    .from(device)
    .where(isAmong(unitId, unitIds));
  return found.filter((each) => each.endReason !== 'entered_in_error');
}

function quarterRow(unitId: UnitId, rows: readonly Counted[], days: DatedQuarter): DeviceLocks {
  const of = (figure: LockFigure): number => sumOf(countedIn(rows, days, figure));
  return {
    unitId,
    quarter: days.quarter,
    seized: of('seized'),
    locked: of('locked'),
    notKnown: of('notKnown'),
    opened: of('opened'),
    examined: of('examined'),
    stillLocked: of('stillLocked'),
  };
}

/** The devices of some units by quarter: how many were locked, were opened, and were still locked at its end. */
export async function readLocks(
  db: ReadDb,
  unitIds: readonly UnitId[],
  today: CivilDate,
): Promise<readonly DeviceLocks[]> {
  const rows = await devicesOf(db, unitIds);
  return unitIds.flatMap((id) => {
    const own = rows.filter((each) => each.unitId === id);
    return lastQuarters(today).map((days) => quarterRow(id, own, days));
  });
}

/** A page of the files of the devices that one figure of a quarter counts. */
export async function lockRows(
  { db, counted }: { readonly db: ReadDb; readonly counted: ReadDb },
  { unitId, quarter, figure, ...page }: ParsedInput<'devices.lockRows'>,
): Promise<Output<'devices.lockRows'>> {
  const devices = countedIn(await devicesOf(counted, [unitId]), datedQuarter(quarter), figure);
  return pageOfFiles(db, [unitId], eachFileOnce(devices), page);
}
