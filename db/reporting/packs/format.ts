import { z } from 'zod';
import { measure, valueSource, valueStatus } from '#contract/ground/codes';
import { bilingual } from '#contract/ground/common';
import { isPrintable } from '#contract/ground/printable';
import { civilDate, month, quarter } from '#contract/ground/dates';
import { unitId } from '#contract/ground/ids';
import { backlogDefinition } from '#contract/accounts/people';
import { indicatorDefinition, unitStock } from '#contract/reporting/indicators';
import { succession } from '../../ground/kernel/succession.ts';
import { signature } from '../../ground/kernel/signing.ts';
import type { Figure } from '../indicators/figure.ts';
import { framework } from '../indicators/framework.ts';

export const packFormat = 'vigie-pack';
export const packVersion = 1;

/** A unit-month. What is blank is not available, and what is zero says how that is known. */
export const packCell = z
  .strictObject({
    unitId,
    month,
    measure,
    value: z.number().nullable(),
    status: valueStatus,
    source: valueSource,
  })
  .refine((cell) => (cell.value === null) === (cell.status === 'not_available'), { error: 'value_and_status' })
  .refine((cell) => cell.status !== 'zero_confirmed' || cell.value === 0, { error: 'value_and_status' });
export type PackCell = z.infer<typeof packCell>;

const packIndicator = z.strictObject({
  code: z.string(),
  unitCode: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: valueStatus,
  definitionVersion: z.string(),
});

/** A figure as a pack tells it: what it counts, not how it is broken down. */
export function packFigureOf({ code, value, numerator, denominator, status }: Figure, unitCode: string) {
  return { code, unitCode, value, numerator, denominator, status, definitionVersion: framework.version };
}

const statement = z.strictObject({ en: z.string(), fr: z.string() });
/** What is shown and printed as a name: nothing in it steers the terminal that it is shown on. */
const name = z.string().refine(isPrintable, { error: 'not_printable' });

/**
 * All that a unit workspace tells a coordination workspace: counts by unit and month, how they are counted, and nothing
 * of any file. Strict: a field that is not named here is refused.
 */
export const packPayload = z.strictObject({
  workspace: z.strictObject({ id: z.uuid(), name, demonstration: z.boolean() }),
  quarter,
  exportedAt: z.int(),
  auditHead: name,
  application: name,
  schema: name,
  units: z.array(z.strictObject({ id: unitId, code: name, name: bilingual, service: name })).min(1),
  countingRules: z.array(z.strictObject({ unitId, validFrom: civilDate, backlogDefinition, statement })),
  panel: z.array(packCell),
  indicators: z.array(packIndicator),
  /** By unit, at the quarter's end; a unit that is not in it said nothing of its stock. */
  stock: z.array(z.strictObject({ unitId, stock: unitStock })),
  /** Corrections that count in its quarter and that no second person had looked at; null of a form or a return, which do not say. */
  notReviewed: z.int().min(0).nullable(),
  framework: z.strictObject({ version: z.string(), indicators: z.array(indicatorDefinition) }),
});
export type PackPayload = z.infer<typeof packPayload>;

/** What any version of the format begins with. */
export const packHead = z.object({ format: z.literal(packFormat), version: z.int().min(1) });

export const packEnvelope = z.strictObject({
  format: z.literal(packFormat),
  version: z.literal(packVersion),
  payload: z.unknown(),
  signature,
  /** How the key of the workspace came after the one before it; absent where it is its first. */
  succession: succession.optional(),
});
