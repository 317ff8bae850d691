import { z } from 'zod';
import { coordinator } from '../ground/access.ts';
import { valueStatus } from '../ground/codes.ts';
import { bilingual } from '../ground/common.ts';
import { civilDate, fiscalQuarter, fiscalYear, month, quarter } from '../ground/dates.ts';
import { action, read } from '../ground/define.ts';
import { agreementId, fileGrant, jobId, planId } from '../ground/ids.ts';
import { projection } from '../statistics/plans.ts';
import { registerRows } from './fundingSnapshot.ts';
import { annualBasis, annualContent, annualEstimate } from './annual.ts';

const scope = { agreement: 'agreementId' } as const;

/** A balance of one day, from the return of the quarter that begins or ends on it. */
const balance = z.object({
  quarter: fiscalQuarter,
  value: z.number().nullable(),
  covered: z.int(),
  asked: z.int(),
  /** As in the annual report. */
  unsigned: z.literal(true).optional(),
});
export type RenewalBalance = z.infer<typeof balance>;

/** An indicator whose target is of the whole year, with the sum of the year's quarters; null where there is none. */
const yearTarget = z.object({ code: z.string(), value: z.number().nullable(), target: z.number() });
export type YearTarget = z.infer<typeof yearTarget>;

/** One fiscal year of an agreement, from its locked returns alone. */
export const renewalYear = z.object({
  fiscalYear,
  /** The locked returns that the year rests on, and the quarters that the agreement reaches. */
  sources: z.array(
    z.object({ quarter: fiscalQuarter, sequence: z.int().min(1), contentHash: z.string(), lockedAt: z.int() }),
  ),
  asked: z.int(),
  inProgress: z.boolean(),
  /** Cents: the budget of the year and what was spent of it, as the year's last return has them. Null where nothing is entered. */
  budget: z.int().nullable(),
  spent: z.int().nullable(),
  opening: balance.nullable(),
  closing: balance.nullable(),
  /** Of the last quarter with a locked return; null where that return has none. */
  estimate: annualEstimate.nullable(),
  /** Codes of indicators by whether the last return reaches their target of the quarter; `without` counts those that have none. */
  targets: z
    .object({ met: z.array(z.string()), missed: z.array(z.string()), unknown: z.array(z.string()), without: z.int() })
    .nullable(),
  /** Targets of the year of what is added up, by the agreement's register as it is now. `partial`: the year lacks a quarter or a part of one and is not judged. */
  yearTargets: z.object({
    met: z.array(yearTarget),
    missed: z.array(yearTarget),
    partial: z.array(yearTarget),
    unknown: z.array(yearTarget),
  }),
  /** Spending by pillar up to the quarter of the year’s last locked return; left out where that has none. */
  pillars: annualContent.shape.pillars,
  /** FTE of Strategy-funded positions open on the last day reported, and of those filled; null without a register. */
  positions: z.object({ on: civilDate, funded: z.number(), filled: z.number() }).nullable(),
});
export type RenewalYear = z.infer<typeof renewalYear>;

const renewalResult = z.object({
  code: z.string(),
  name: bilingual,
  unitOfMeasure: bilingual,
  basis: annualBasis,
  /** One for each year. */
  years: z.array(
    z.object({
      value: z.number().nullable(),
      status: valueStatus,
      quarters: z.int(),
      definitionChanged: z.boolean(),
      unsigned: z.literal(true).optional(),
    }),
  ),
});
export type RenewalResult = z.infer<typeof renewalResult>;

const interval = z.object({ p10: z.number(), p50: z.number(), p90: z.number() });
/** What may come under one plan, at 12, 24 and 36 months. */
const outlook = z.object({
  kind: z.enum(['no_change', 'drawn', 'renewed', 'ended']),
  marks: z.array(z.object({ ahead: z.int(), month, backlog: interval })),
});

export const renewalPlan = z.object({
  name: z.string(),
  lastMonth: month,
  backlogNow: z.number(),
  /** Units in the plan with the grade of their estimate and the month of their last known backlog, and codes of those without one. */
  units: z.array(z.object({ code: z.string(), grade: z.string(), asOf: month })),
  notPlanned: z.array(z.string()),
  ...projection.pick({ notApplied: true, tested: true }).shape,
  outlooks: z.array(outlook),
  inputsHash: z.string(),
});
export type RenewalPlan = z.infer<typeof renewalPlan>;

/** The figures that a request for renewal needs, over the life of an agreement. */
export const renewalContent = z.object({
  agreement: annualContent.shape.agreement,
  marking: z.string(),
  demonstration: z.boolean(),
  /** Fiscal years of the agreement that have begun, first to last. */
  years: z.array(renewalYear),
  results: z.array(renewalResult),
  /** The register of amendments as the last locked return has it; left out where it has none. */
  amendments: registerRows.optional(),
});
export type RenewalContent = z.infer<typeof renewalContent>;

export const renewalMethods = {
  /** Made from locked returns; `last` is the latest quarter with one. Plans are those saved for the agreement. */
  'renewal.view': read(
    z.object({ agreementId }),
    z.object({
      content: renewalContent,
      last: quarter.nullable(),
      plans: z.array(z.object({ id: planId, name: z.string() })),
    }),
    { ...coordinator, scope, audited: { not: 'programme' } },
  ),
  /** PDF in both languages, where something can print, and workbook; with a plan, what may come from the last quarter reported. */
  'renewal.export': action(
    z.object({ agreementId, folder: fileGrant, planId: planId.nullable(), jobId }),
    z.object({
      folderName: z.string(),
      files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
    }),
    { ...coordinator, scope, touches: ['audit'] },
  ),
};
