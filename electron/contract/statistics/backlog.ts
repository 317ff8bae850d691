import { z } from 'zod';
import { countedRows, pageOfRows } from '../casework/operations.ts';
import { byUnits } from '../ground/access.ts';
import { ledgerTerm, measure, staffingMeasure, valueSource, valueStatus, waitingState } from '../ground/codes.ts';
import { version } from '../ground/common.ts';
import { civilDate, month, uncertainDay } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { packId, unitId, userId } from '../ground/ids.ts';
import { ruleChange } from './ruleChange.ts';
import { chargedFigure, survival, survivalGrouping } from './survival.ts';

const readers = ['investigator', 'supervisor', 'coordinator'] as const;

/** Null where a month that it needs is not reported: blank is never zero. */
const count = z.int().nullable();
export const ledgerLine = z.object({
  opening: count,
  terms: z.record(ledgerTerm, count),
  closing: count,
  balanced: z.boolean(),
});
export type LedgerLine = z.infer<typeof ledgerLine>;

export const movement = z.enum(['fell', 'held', 'grew', 'unknown']);

export const unitBacklog = z.object({
  unitId,
  code: z.string(),
  /** Closing stock for each month asked for; null where a month is not reported. */
  closing: z.array(count),
  received: z.array(count),
  /** Positions in the months where the counting rule changed. */
  breaks: z.array(z.int()),
  movement,
  /** Months, from the one before the first, at whose end files may have been open that ended on a day not known: the closing is the least. */
  least: z.array(month),
  ledger: ledgerLine,
  /** The pack that the figures come from; null where they are counted here. */
  packId: packId.nullable(),
});
export type UnitBacklog = z.infer<typeof unitBacklog>;

export const board = z.object({
  months: z.array(month),
  units: z.array(unitBacklog),
  total: ledgerLine,
  unitsCovered: z.int(),
  /** Today's open files by state of waiting and by age; null in a coordination workspace, which holds no file. */
  waiting: z.record(waitingState, z.int()).nullable(),
  olderThanYear: z.int().nullable(),
  /** Reclassified in the period because they ended on a day that is not known; null in a coordination workspace. */
  endedUndated: z.int().nullable(),
  fell: z.int(),
  held: z.int(),
  grew: z.int(),
  unknown: z.int(),
});
export type Board = z.infer<typeof board>;

export const ledgerFile = z.object({
  kind: z.enum(['referral', 'investigation']),
  id: z.uuid(),
  number: z.string(),
  unitId,
  on: civilDate,
  term: ledgerTerm,
  delta: z.int(),
});

/** Days since receipt: 0 to 30, 31 to 90, 91 to 180, 181 to 365, more. */
export const ageBand = z.enum(['to_30', 'to_90', 'to_180', 'to_365', 'over_365']);
export type AgeBand = z.infer<typeof ageBand>;

export const ageing = z.object({
  on: civilDate,
  /** Files in the backlog on that day whose receipt is recorded here. */
  files: z.int(),
  bands: z.record(ageBand, z.int()),
  /** Days; at least that share of the files is of that age or younger. Null where no file is open. */
  median: z.int().nullable(),
  p75: z.int().nullable(),
  p90: z.int().nullable(),
  /** Counted in the backlog by a declaration alone: their age is not known. */
  declared: z.int(),
  /** Since the oldest of the files was received. */
  ruleChanges: z.array(ruleChange),
});
export type Ageing = z.infer<typeof ageing>;

export const agedFile = z.object({
  kind: z.enum(['referral', 'investigation']),
  id: z.uuid(),
  number: z.string(),
  unitId,
  receivedOn: civilDate,
  /** Days from receipt to the day asked about. */
  age: z.int(),
  /** Present state of the file; null where it is no longer open. */
  waiting: waitingState.nullable(),
  since: civilDate,
  sinceUncertain: uncertainDay,
  lead: userId.nullable(),
});
export type AgedFile = z.infer<typeof agedFile>;

const byMonth = z.array(count);
export const flow = z.object({
  months: z.array(month),
  /** Received, proactive, reopened, returned from court and transferred in. */
  received: byMonth,
  /** Concluded, closed administratively, to court and transferred out. */
  closed: byMonth,
  /** Bundled under another file or split off from it, or moved by a change of the counting rule. */
  reclassified: byMonth,
  /** The units among those covered whose staff is known in every month in which any unit's is; null for who may not see staffing. */
  staff: z
    .object({
      units: z.array(unitId),
      /** Full-time equivalents in post at the end of the month; null where not known. */
      fte: z.array(z.number().nullable()),
      /** What these units closed, in the same months. */
      closed: byMonth,
    })
    .nullable(),
  /** The sums are over these units: they have reported every month from the first that any has. */
  covered: z.array(unitId),
  missing: z.array(unitId),
  ruleChanges: z.array(ruleChange),
});
export type Flow = z.infer<typeof flow>;

export const unitMonthCell = z.object({
  unitId,
  month,
  measure,
  value: z.number().nullable(),
  status: valueStatus,
  source: valueSource,
  version,
});
export type UnitMonthCell = z.infer<typeof unitMonthCell>;

const period = { from: month, to: month };

export const backlogMethods = {
  /** The period's ledger and the closing stock of each unit by month; at most 120 months. */
  'backlog.board': read(z.object({ unitIds: z.array(unitId).optional(), ...period }), board, {
    roles: readers,
    scope: { units: 'unitIds' },
    audited: { not: 'figures' },
  }),
  /** The files behind one figure of the ledger, and how many of them are sealed, which it counts as well. */
  'backlog.files': read(
    z.object({
      term: ledgerTerm,
      unitIds: z.array(unitId).optional(),
      ...period,
      offset: z.int().min(0),
      size: z.int().min(1).max(200),
    }),
    z.object({ files: z.array(ledgerFile), total: z.int(), sealed: z.int() }),
    { ...byUnits, audited: 'rows' },
  ),
  /** What came into the backlog and left it by month, with the staff in post; at most 120 months. */
  'backlog.flow': read(z.object({ unitIds: z.array(unitId).optional(), ...period }), flow, {
    roles: readers,
    scope: { units: 'unitIds' },
    audited: { not: 'figures' },
  }),
  /** How old the files were that were in the backlog at the end of a day. */
  'backlog.ageing': read(z.object({ unitIds: z.array(unitId).optional(), on: civilDate }), ageing, {
    ...byUnits,
    audited: { not: 'figures' },
  }),
  /** The files of an age band on a day, or all of them, oldest first; and how many more are sealed. */
  'backlog.agedFiles': read(
    z.object({
      unitIds: z.array(unitId).optional(),
      on: civilDate,
      band: ageBand.optional(),
      /** Only those that are open today and in this state of waiting. */
      waiting: waitingState.optional(),
      offset: z.int().min(0),
      size: z.int().min(1).max(200),
    }),
    z.object({ files: z.array(agedFile), total: z.int(), sealed: z.int() }),
    { ...byUnits, audited: 'rows' },
  ),
  /**
   * Time from receipt to leaving the backlog (concluded, closed administratively, to court or transferred out), by
   * Kaplan and Meier, of the files received from a month on; by fiscal year, of those of the day's year and the one
   * before. Each file counts once, until it first leaves: what happens after a reopening or a return from court is
   * not in the curve. A file still there on the day is censored, and so is one that was bundled or linked under
   * another, on the day of it: it goes on there. Beside it, the time from a charge laid to its outcome by unit.
   */
  'backlog.survival': read(
    z.object({ unitIds: z.array(unitId).optional(), on: civilDate, from: month, by: survivalGrouping }),
    survival,
    { ...byUnits, audited: { not: 'figures' } },
  ),
  /** The files behind one count of the charges laid from a day on, as it stood on another, latest first, with how many counts are in each. */
  'backlog.chargedRows': read(
    z.object({
      unitIds: z.array(unitId).optional(),
      from: civilDate,
      on: civilDate,
      figure: chargedFigure,
      ...pageOfRows,
    }),
    countedRows,
    { ...byUnits, audited: 'rows' },
  ),
  'unitMonths.grid': read(
    z.object({ unitId, ...period, measures: z.array(measure).min(1) }),
    z.object({ cells: z.array(unitMonthCell) }),
    { roles: ['supervisor', 'coordinator', 'administrator'], scope: { unit: 'unitId' }, audited: { not: 'figures' } },
  ),
  /** Staffing in post by month. A value of null must say that it is not available. */
  'staffing.save': write(
    z.object({
      unitId,
      cells: z
        .array(
          z.object({
            month,
            measure: staffingMeasure,
            value: z.number().min(0).max(100_000).nullable(),
            status: valueStatus,
          }),
        )
        .min(1)
        .max(1000),
    }),
    z.object({}),
    {
      roles: ['supervisor', 'administrator'],
      workspace: 'unit',
      scope: { unit: 'unitId' },
      touches: ['unitMonths', 'counterfactual', 'backlog', 'packs'],
    },
  ),
  /** A supervisor's word on the counted figures of a month: whole (its zeros are then confirmed), partial, or not available. */
  'unitMonths.confirm': write(
    z.object({
      unitId,
      month,
      status: z.enum(['complete', 'partial', 'not_available']),
      /** Absent: every counted measure of the month. */
      measures: z.array(measure).min(1).optional(),
    }),
    z.object({}),
    {
      roles: ['supervisor'],
      workspace: 'unit',
      scope: { unit: 'unitId' },
      touches: ['unitMonths', 'backlog', 'packs'],
    },
  ),
};
