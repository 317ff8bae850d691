import { z } from 'zod';
import { byInvestigation } from '../ground/access.ts';
import { bilingual, line, nothing, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { fileGrant, investigationId, unitId } from '../ground/ids.ts';
import { countedRows, pageOfRows } from './operations.ts';

export const clearanceOutcome = z.enum(['not_cleared', 'charge', 'otherwise']);
export type ClearanceOutcome = z.infer<typeof clearanceOutcome>;

export const clearanceReason = z.object({
  code: z.string().regex(/^[a-z0-9_]{1,40}$/),
  outcome: clearanceOutcome,
  name: bilingual,
  /** The letter of the unit's own records system; Vigie comes with none. */
  letter: line(4).nullable(),
  active: z.boolean(),
});
export type ClearanceReason = z.infer<typeof clearanceReason>;

const facts = z
  .object({ founded: z.boolean(), reason: line(40).nullable(), on: civilDate })
  .refine(({ founded, reason }) => founded === (reason !== null), { path: ['reason'], error: 'invalid_type' });

/** In the order in which Statistics Canada lists them for a police service. */
export const policeStatistic = z.enum([
  'actual_incidents',
  'unfounded',
  'percent_unfounded',
  'total_cleared',
  'cleared_by_charge',
  'cleared_otherwise',
  'total_persons_charged',
  'adults_charged',
  'youth_charged',
  'youth_not_charged',
]);
export type PoliceStatistic = z.infer<typeof policeStatistic>;

/** Those that count rows: a percentage has none of its own. */
export const countedStatistic = policeStatistic.exclude(['percent_unfounded']);
export type CountedStatistic = z.infer<typeof countedStatistic>;

const year = z.int().min(1990).max(2200);
const yearsAsked = z.object({ unitId, years: z.array(year).min(1).max(10) });

const yearOfStatistics = z.object({
  /** A calendar year, as the UCR Survey counts. */
  year: z.int(),
  /** A share from 0 to 1 for `percent_unfounded`, otherwise a count; null where there is nothing to divide by. */
  values: z.record(policeStatistic, z.number().nullable()),
  /** Files opened in the year without a clearance status: counted as founded and not cleared. */
  notRecorded: z.int(),
  /** Of the files cleared in the year, those opened in an earlier one: clearances may pass the year's incidents. */
  clearedOfEarlierYears: z.int(),
  /** Persons charged whose age on the day of the offence is not known: among neither adults nor youths. */
  ageUnknown: z.int(),
});
export type YearOfStatistics = z.infer<typeof yearOfStatistics>;

export const clearanceMethods = {
  'clearance.get': read(
    z.object({ investigationId }),
    z.object({
      clearance: z.object({ founded: z.boolean(), reason: z.string().nullable(), on: civilDate, version }).nullable(),
    }),
    { ...byInvestigation, audited: 'part' },
  ),
  /** `version` is null where none was recorded yet. */
  'clearance.record': write(
    z.object({ investigationId, version: version.nullable(), status: facts }),
    z.object({ version }),
    { ...byInvestigation, touches: ['offences', 'investigations'] },
  ),
  'clearanceReasons.list': read(
    z.object({}),
    z.object({ reasons: z.array(clearanceReason.extend({ version: version.nullable() })) }),
    { roles: ['investigator', 'supervisor', 'administrator'], workspace: 'unit', audited: { not: 'reference' } },
  ),
  'clearanceReasons.save': write(clearanceReason.extend({ version: version.nullable() }), nothing, {
    roles: ['supervisor', 'administrator'],
    workspace: 'unit',
    touches: ['offences'],
  }),
  /** The statistics of a unit's files by calendar year: each file is an incident, under the rules that the screen prints. */
  'clearance.statistics': read(yearsAsked, z.object({ years: z.array(yearOfStatistics) }), {
    roles: ['supervisor'],
    workspace: 'unit',
    scope: { unit: 'unitId' },
    audited: { not: 'figures' },
  }),
  /** The files behind one statistic of a year, latest first, with how many persons it counts in each where it counts persons. */
  'clearance.rows': read(z.object({ unitId, year, statistic: countedStatistic, ...pageOfRows }), countedRows, {
    roles: ['supervisor'],
    workspace: 'unit',
    scope: { unit: 'unitId' },
    audited: 'rows',
  }),
  /** Writes the same as CSV: one value a row, with its name in both languages. */
  'clearance.export': action(yearsAsked.extend({ file: fileGrant }), nothing, {
    roles: ['supervisor'],
    workspace: 'unit',
    scope: { unit: 'unitId' },
  }),
};
