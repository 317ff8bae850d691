import type { DeviceLocks } from '#contract/casework/devices';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { sum } from '../../ground/analysis/numbers.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { lastQuarters, type DatedQuarter } from '../files/lastQuarters.ts';
import type { DeviceRecord } from './rows.ts';

type Counted = Pick<
  DeviceRecord,
  'unitId' | 'count' | 'seizedOn' | 'examinedOn' | 'endedOn' | 'endReason' | 'locked' | 'unlockedOn'
>;

const devicesOf = (rows: readonly Counted[]): number => sum(rows.map(({ count }) => count));

/** Seized by a day, and on it neither opened nor gone. */
function isLockedOn({ seizedOn, unlockedOn, endedOn, locked }: Counted, day: CivilDate): boolean {
  const isAfter = (on: CivilDate | null): boolean => on === null || on > day;
  return locked === true && seizedOn <= day && isAfter(unlockedOn) && isAfter(endedOn);
}

function quarterRow(unitId: UnitId, rows: readonly Counted[], { quarter, from, to }: DatedQuarter): DeviceLocks {
  const isIn = (on: CivilDate | null): boolean => on !== null && on >= from && on <= to;
  const seized = rows.filter(({ seizedOn }) => isIn(seizedOn));
  return {
    unitId,
    quarter,
    seized: devicesOf(seized),
    locked: devicesOf(seized.filter(({ locked }) => locked === true)),
    notKnown: devicesOf(seized.filter(({ locked }) => locked === null)),
    opened: devicesOf(rows.filter(({ unlockedOn }) => isIn(unlockedOn))),
    examined: devicesOf(rows.filter(({ examinedOn }) => isIn(examinedOn))),
    stillLocked: devicesOf(rows.filter((row) => isLockedOn(row, to))),
  };
}

/** The devices of some units by quarter: how many were locked, were opened, and were still locked at its end. */
export async function readLocks(
  db: ReadDb,
  unitIds: readonly UnitId[],
  today: CivilDate,
): Promise<readonly DeviceLocks[]> {
  const { unitId, count, seizedOn, examinedOn, endedOn, endReason, locked, unlockedOn } = device;
  const found = await db
    .select({ unitId, count, seizedOn, examinedOn, endedOn, endReason, locked, unlockedOn })
    .from(device)
    .where(isAmong(unitId, unitIds));
  const rows = found.filter((each) => each.endReason !== 'entered_in_error');
  return unitIds.flatMap((id) => {
    const own = rows.filter((each) => each.unitId === id);
    return lastQuarters(today).map((quarter) => quarterRow(id, own, quarter));
  });
}
