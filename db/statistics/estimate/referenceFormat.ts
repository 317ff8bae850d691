import { z } from 'zod';
import { line } from '#contract/ground/common';
import { addMonths, month } from '#contract/ground/dates';
import { succession } from '../../ground/kernel/succession.ts';
import { signature } from '../../ground/kernel/signing.ts';

export const referenceFormat = 'vigie-reference';
/** Raised when a parameter of a draw changes its meaning. */
export const referenceVersion = 1;

/** Of logarithms: `exp` of what is outside is no rate of any unit. */
const logarithm = z.number().min(-20).max(20);
const productivity = z.number().min(-10).max(10);
const positive = z.number().positive().max(1e6);

const streamLaw = z.strictObject({ mean: positive, shape: positive });

const draw = z.strictObject({
  centre: productivity,
  spread: z.number().min(0).max(10),
  rampMonths: z.union([z.literal(3), z.literal(6), z.literal(9), z.literal(12), z.literal(18)]),
  size: positive,
  deviation: z.number().min(0).max(10),
  logMeanRate: logarithm,
  logShape: logarithm,
  logMonth: z.array(logarithm),
  walkDeviation: z.number().min(0).max(10).optional(),
  walkEnds: z.tuple([logarithm, logarithm]).optional(),
  season: z.array(logarithm).length(12).optional(),
  drift: logarithm.optional(),
  closings: z.strictObject({ inflow: streamLaw, work: streamLaw, queue: streamLaw }),
});

const reference = z
  .strictObject({
    firstMonth: month,
    months: z.int().min(12).max(240),
    units: z.int().min(10).max(1000),
    draws: z.array(draw).min(50).max(1000),
  })
  .refine(({ months, draws }) => draws.every((each) => each.logMonth.length === months), { error: 'month_effects' });

const productivitySummary = z.strictObject({
  p025: productivity,
  p10: productivity,
  p25: productivity,
  p50: productivity,
  p75: productivity,
  p90: productivity,
  p975: productivity,
  mean: productivity,
});

/** All that a coordination workspace discloses of what its units share: no unit is named, and no unit's figures are in it. */
export const referencePayload = z
  .strictObject({
    workspace: z.strictObject({ id: z.uuid(), name: line(200), demonstration: z.boolean() }),
    lastMonth: month,
    exportedAt: z.int(),
    application: z.string().max(40),
    schema: z.string().max(80),
    methodVersion: z.int().min(1),
    productivity: productivitySummary,
    reference,
  })
  .refine(({ lastMonth, reference: { firstMonth, months } }) => addMonths(firstMonth, months - 1) <= lastMonth, {
    error: 'months_after_last',
  });
export type ReferencePayload = z.infer<typeof referencePayload>;

/** What any version of the format begins with. */
export const referenceHead = z.object({ format: z.literal(referenceFormat), version: z.int().min(1) });

export const referenceEnvelope = z.strictObject({
  format: z.literal(referenceFormat),
  version: z.literal(referenceVersion),
  payload: z.unknown(),
  signature,
  succession: succession.optional(),
});
