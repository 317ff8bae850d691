import { z } from 'zod';
import { byFilteredUnit, byInvestigation, byUnit } from '../ground/access.ts';
import { deviceEnd, deviceKind, deviceState } from '../ground/codes.ts';
import { line, total, version } from '../ground/common.ts';
import { civilDate, quarter } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { authorityId, deviceId, investigationId, personId, unitId, userId } from '../ground/ids.ts';
import { changeReason } from './corrections.ts';
import { countedRows, pageOfRows } from './operations.ts';

const changesFile = { ...byInvestigation, touches: ['fileWork', 'unitMonths', 'backlog'] } as const;

/** What is known of a device; of what it holds nothing is kept. */
export const deviceFacts = z.object({
  kind: deviceKind,
  count: z.int().min(1).max(999),
  label: line(60).nullable(),
  authorityId: authorityId.nullable(),
  seizedOn: civilDate,
  queuedOn: civilDate.nullable(),
  lab: line(120).nullable(),
  beganOn: civilDate.nullable(),
  examinedOn: civilDate.nullable(),
  endedOn: civilDate.nullable(),
  endReason: deviceEnd.nullable(),
  /** From whom or whose, and where it was seized. */
  personId: personId.nullable(),
  place: line(120).nullable(),
  /** Whether it was locked when it was seized, null where that is not known, and when it could be read. */
  locked: z.boolean().nullable(),
  unlockedOn: civilDate.nullable(),
});
export type DeviceFacts = z.infer<typeof deviceFacts>;

/** As it is given: what is left out is not known. */
const givenFacts = deviceFacts.extend({
  personId: personId.nullable().default(null),
  place: line(120).nullable().default(null),
  locked: z.boolean().nullable().default(null),
  unlockedOn: civilDate.nullable().default(null),
});

/** As a change gives it: what is left out of these stays. */
const changedFacts = deviceFacts.partial({ personId: true, place: true, locked: true, unlockedOn: true });

export const deviceRow = deviceFacts.extend({ id: deviceId, version, state: deviceState });
export type DeviceRow = z.infer<typeof deviceRow>;

export const queuedDevice = deviceRow.extend({
  investigationId,
  number: z.string(),
  unitId,
  lead: userId.nullable(),
  /** Days since it was queued, or since it was seized where it is not yet. */
  waits: z.int().min(0),
});
export type QueuedDevice = z.infer<typeof queuedDevice>;

export const deviceLocks = z.object({
  unitId,
  quarter,
  /** In the quarter, and of these those that were locked and those of which that is not known. */
  seized: z.int(),
  locked: z.int(),
  notKnown: z.int(),
  /** In the quarter, whenever they were seized. */
  opened: z.int(),
  examined: z.int(),
  /** At the quarter's end, neither opened nor gone. */
  stillLocked: z.int(),
});
export type DeviceLocks = z.infer<typeof deviceLocks>;

export const lockFigure = deviceLocks.omit({ unitId: true, quarter: true }).keyof();
export type LockFigure = z.infer<typeof lockFigure>;

export const deviceFilter = z.object({ unitId: unitId.optional() });

export const deviceMethods = {
  'devices.list': read(z.object({ investigationId }), z.object({ devices: z.array(deviceRow) }), {
    ...byInvestigation,
    audited: 'part',
  }),
  /** Counts in `devices_seized` of the month of the seizure, and in `devices_examined` of that of the examination. */
  'devices.record': write(givenFacts.extend({ investigationId }), z.object({ id: deviceId }), changesFile),
  'devices.change': write(
    changedFacts.extend({ investigationId, deviceId, version, ...changeReason }),
    z.object({ version }),
    changesFile,
  ),
  /** What waits for examination in the units in scope, the longest wait first; at most 2,000 rows, with the count of all. */
  'devices.queue': read(
    z.object({ filter: deviceFilter }),
    z.object({
      rows: z.array(queuedDevice),
      total,
      /** Devices, where a row may count several. */
      devices: z.int(),
      /** Of those examined in the last twelve months: days from queue to examination, and how many they were. */
      medianDays: z.number().nullable(),
      examined: z.int(),
    }),
    { ...byFilteredUnit, audited: 'rows' },
  ),
  /** The files behind those examined, latest first, with how many of the devices are in each. */
  'devices.examinedRows': read(z.object({ filter: deviceFilter, ...pageOfRows }), countedRows, {
    ...byFilteredUnit,
    audited: 'rows',
  }),
  /** Of the last eight quarters, by unit: how many devices were locked, were opened and were still locked at the end. */
  'devices.locks': read(z.object({ filter: deviceFilter }), z.object({ rows: z.array(deviceLocks) }), {
    ...byFilteredUnit,
    audited: { not: 'figures' },
  }),
  /** The files behind one of those counts, latest first, with how many of the devices are in each. */
  'devices.lockRows': read(z.object({ unitId, quarter, figure: lockFigure, ...pageOfRows }), countedRows, {
    ...byUnit,
    audited: 'rows',
  }),
};
