import { z } from 'zod';
import { ledgerTerm, measure, staffingMeasure, valueSource, valueStatus, waitingState } from './codes.ts';
import { version } from './common.ts';
import { civilDate, month } from './dates.ts';
import { read, write } from './define.ts';
import { packId, unitId } from './ids.ts';

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
  }),
  /** The files behind one figure of the ledger. */
  'backlog.files': read(
    z.object({
      term: ledgerTerm,
      unitIds: z.array(unitId).optional(),
      ...period,
      offset: z.int().min(0),
      size: z.int().min(1).max(200),
    }),
    z.object({ files: z.array(ledgerFile), total: z.int() }),
    { roles: ['investigator', 'supervisor'], workspace: 'unit', scope: { units: 'unitIds' }, audited: true },
  ),
  'unitMonths.grid': read(
    z.object({ unitId, ...period, measures: z.array(measure).min(1) }),
    z.object({ cells: z.array(unitMonthCell) }),
    { roles: ['supervisor', 'coordinator', 'administrator'], scope: { unit: 'unitId' } },
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
