import { z } from 'zod';
import { byInvestigation, byUnit } from '../ground/access.ts';
import { chargeStage, disposition } from '../ground/codes.ts';
import { line, nothing, version } from '../ground/common.ts';
import { civilDate, fiscalYear } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { arrestId, authorityId, chargeId, delayDeductionId, investigationId, personId, unitId } from '../ground/ids.ts';
import { changeReason } from './corrections.ts';
import { countedRows, pageOfRows } from './operations.ts';

const changesFile = { ...byInvestigation, touches: ['investigations', 'referrals', 'backlog'] } as const;

/** Who was arrested, where that is known, and whether as a young person: a subject whose age says so never counts as an adult. */
const arrested = { youth: z.boolean(), personId: personId.nullable() };

export const arrestRow = z.object({ id: arrestId, version, arrestedOn: civilDate, ...arrested });
export type ArrestRow = z.infer<typeof arrestRow>;

/** `laidOn` is the day of the present stage. */
const charge = z.object({ laidOn: civilDate, section: line(40), counts: z.int().min(1).max(999), stage: chargeStage });

/** Of whom, and for which day; the records of earlier versions may lack both. */
const accusation = { personId: personId.nullable(), offenceOn: civilDate.nullable() };

/** Days of the stages that were left. */
const earlierStages = { recommendedOn: civilDate.nullable(), approvedOn: civilDate.nullable() };

export const chargeRow = charge.extend({
  ...accusation,
  ...earlierStages,
  id: chargeId,
  version,
  /** Both null while the charge has not ended. */
  disposition: disposition.nullable(),
  disposedOn: civilDate.nullable(),
  /** False where the section was no offence on that day by the catalogue; null where it is unknown. */
  isValidThen: z.boolean().nullable(),
});
export type ChargeRow = z.infer<typeof chargeRow>;

/** Once for the file, under the most serious violation among the charges laid. */
export const chargedPersonRow = z.object({ personId, on: civilDate, section: z.string().nullable() });
export type ChargedPersonRow = z.infer<typeof chargedPersonRow>;

const persons = z.object({ total: z.int(), youth: z.int(), adult: z.int(), unknown: z.int() });
export const chargedGroup = persons.keyof();

export const delayCause = z.enum(['defence', 'waiver', 'exceptional']);
export type DelayCause = z.infer<typeof delayCause>;

export const chargeMethods = {
  'arrests.record': write(
    z.object({
      investigationId,
      arrestedOn: civilDate,
      youth: z.boolean(),
      personId: personId.nullable().default(null),
    }),
    nothing,
    changesFile,
  ),
  /** Says who was arrested, or puts right what was recorded; what is left out stays. */
  'arrests.change': write(
    z
      .object({ investigationId, arrestId, version, arrestedOn: civilDate, ...arrested, ...changeReason })
      .partial({ arrestedOn: true, youth: true, personId: true }),
    z.object({ version }),
    changesFile,
  ),
  'charges.record': write(
    charge.extend({
      personId: personId.nullable().default(null),
      offenceOn: civilDate.nullable().default(null),
      investigationId,
    }),
    nothing,
    changesFile,
  ),
  /** From recommended to approved or laid, from approved to laid, each with its own day. */
  'charges.advance': write(
    z.object({ investigationId, chargeId, version, stage: z.enum(['approved', 'laid']), on: civilDate }),
    z.object({ version }),
    changesFile,
  ),
  /** Says who is accused and of which day, or puts right what was recorded; what is left out stays. */
  'charges.change': write(
    charge
      .extend({ ...accusation, ...earlierStages })
      .partial()
      .extend({ investigationId, chargeId, version, ...changeReason }),
    z.object({ version }),
    changesFile,
  ),
  /** Records how a charge laid ended, or takes that back with null. */
  'charges.dispose': write(
    z.object({
      investigationId,
      chargeId,
      version,
      outcome: z.object({ disposition, disposedOn: civilDate }).nullable(),
      ...changeReason,
    }),
    z.object({ version }),
    changesFile,
  ),
  /** Persons charged in a fiscal year: once for each incident, and each person once. */
  'charges.persons': read(
    z.object({ unitId, fiscalYear }),
    z.object({ perIncident: persons, unique: persons, withoutPerson: z.int() }),
    { ...byUnit, audited: { not: 'figures' } },
  ),
  /** The files behind one of those counts by incident, latest first, with how many persons were charged in each. */
  'charges.personRows': read(z.object({ unitId, fiscalYear, group: chargedGroup, ...pageOfRows }), countedRows, {
    ...byUnit,
    audited: 'rows',
  }),
  /** The delay of each proceeding less what is deducted: an indicator, no legal advice. */
  'delays.list': read(
    z.object({ investigationId }),
    z.object({
      proceedings: z.array(
        z.object({
          authorityId,
          startedOn: civilDate,
          until: civilDate,
          isRunning: z.boolean(),
          days: z.int(),
          deducted: z.int(),
          net: z.int(),
          ceilingOn: civilDate.nullable(),
          deductions: z.array(
            z.object({ id: delayDeductionId, version, cause: delayCause, days: z.int(), note: z.string().nullable() }),
          ),
        }),
      ),
    }),
    { ...byInvestigation, audited: 'part' },
  ),
  'delays.deduct': write(
    z.object({
      investigationId,
      authorityId,
      cause: delayCause,
      days: z.int().min(1).max(5000),
      note: line(200).nullable(),
    }),
    z.object({ id: delayDeductionId }),
    { ...byInvestigation, touches: ['authorities', 'investigations'] },
  ),
  'delays.remove': write(z.object({ investigationId, deductionId: delayDeductionId, version }), nothing, {
    ...byInvestigation,
    touches: ['authorities', 'investigations'],
  }),
};
