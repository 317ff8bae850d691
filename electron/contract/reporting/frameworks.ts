import { z } from 'zod';
import { coordination, coordinator } from '../ground/access.ts';
import { valueStatus } from '../ground/codes.ts';
import { bilingual, freeText, line, nothing, version } from '../ground/common.ts';
import { civilDate, quarter } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { fileGrant, unitId } from '../ground/ids.ts';
import { collection, indicatorDefinition, totalling } from './indicators.ts';

/** Content of a framework's file. Strict: a field that is not named here is refused as unknown, since a slip of the pen would leave something out. */
export const frameworkFile = z.strictObject({
  format: z.literal('vigie-framework'),
  version: line(20),
  name: bilingual,
  /** The days of a quarter's end on which it is in force. */
  validFrom: civilDate,
  validTo: civilDate.nullable().default(null),
  indicators: z
    .array(z.strictObject({ ...indicatorDefinition.shape, code: line(20), version: line(20) }))
    .min(1)
    .max(300),
});
export type FrameworkFile = z.infer<typeof frameworkFile>;

export const frameworkSummary = z.object({
  version: z.string(),
  name: bilingual,
  /** Null: from the beginning. */
  validFrom: civilDate.nullable(),
  validTo: civilDate.nullable(),
  indicators: z.int(),
  /** Null for the one that comes with Vigie. */
  imported: z.object({ at: z.int(), by: z.string(), fileName: z.string(), sha256: z.string() }).nullable(),
  inForce: z.boolean(),
});
export type FrameworkSummary = z.infer<typeof frameworkSummary>;

const text = z.union([z.object({ en: z.string(), fr: z.string() }), z.string()]).nullable();

export const fieldChange = z.object({ field: z.string(), before: text, after: text });

export const frameworkComparison = z.object({
  added: z.array(z.object({ code: z.string(), name: bilingual })),
  removed: z.array(z.object({ code: z.string(), name: bilingual })),
  changed: z.array(z.object({ code: z.string(), name: bilingual, fields: z.array(fieldChange) })),
  unchanged: z.int(),
});
export type FrameworkComparison = z.infer<typeof frameworkComparison>;

/** What is wrong with a file, and where: the position of the indicator from 1, its code where it has one, the field within. */
export const frameworkProblem = z.object({
  code: z.enum([
    'not_json',
    'missing',
    'unknown_field',
    'wrong_type',
    'not_allowed',
    'code_twice',
    'version_taken',
    'meaning_differs',
    'share_without_parts',
    'ends_before_it_begins',
  ]),
  indicator: z.object({ position: z.int(), code: z.string().nullable() }).nullable(),
  field: z.string().nullable(),
});
export type FrameworkProblem = z.infer<typeof frameworkProblem>;

/** A figure as it was entered or computed; a share has its parts. */
const amounts = {
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
};

export const enteredCell = z.object({
  unitId,
  code: z.string(),
  ...amounts,
  status: valueStatus,
  /** By category, where the framework names some; what is left of the value is unknown. */
  parts: z.record(z.string(), z.int().min(0)),
  why: z.object({ en: z.string(), fr: z.string() }),
  version: version.nullable(),
  /** What Vigie computes, where the framework asks for both. */
  computed: z.object({ ...amounts, status: valueStatus }).nullable(),
});
export type EnteredCell = z.infer<typeof enteredCell>;

export const frameworkMethods = {
  /** `on`: the day for which it is asked which is in force. */
  'frameworks.list': read(z.object({ on: civilDate }), z.object({ versions: z.array(frameworkSummary) }), {
    ...coordination,
    audited: { not: 'reference' },
  }),
  'frameworks.get': read(
    z.object({ version: line(20) }),
    z.object({
      framework: frameworkSummary,
      indicators: z.array(indicatorDefinition.extend({ collection, computed: z.boolean() })),
    }),
    { ...coordination, audited: { not: 'reference' } },
  ),
  'frameworks.compare': read(z.object({ before: line(20), after: line(20) }), frameworkComparison, {
    ...coordinator,
    audited: { not: 'reference' },
  }),
  /** Reads a file and says what is wrong with it, and what it would change of the one in force on its first day; keeps nothing. */
  'frameworks.inspect': action(
    z.object({ file: fileGrant }),
    z.object({
      framework: frameworkSummary.omit({ imported: true, inForce: true }).nullable(),
      problems: z.array(frameworkProblem),
      against: z.string().nullable(),
      comparison: frameworkComparison.nullable(),
    }),
    { ...coordinator, audited: { not: 'preview' } },
  ),
  'frameworks.import': action(z.object({ file: fileGrant }), z.object({ version: z.string() }), {
    ...coordinator,
    allAgreements: true,
    touches: ['frameworks', 'returns', 'agreements', 'audit'],
  }),
  'frameworks.export': action(
    z.object({ version: line(20), file: fileGrant }),
    z.object({ bytes: z.int() }),
    coordinator,
  ),
  /** The published JSON Schema that a framework's file must be valid against. */
  'frameworks.schema': action(z.object({ file: fileGrant }), z.object({ bytes: z.int() }), coordinator),
  'entered.grid': read(
    z.object({ quarter }),
    z.object({
      frameworkVersion: z.string(),
      indicators: z.array(
        z.object({
          code: z.string(),
          name: bilingual,
          unitOfMeasure: bilingual,
          collection,
          total: totalling,
          categories: z.array(z.object({ code: z.string(), name: bilingual })),
        }),
      ),
      units: z.array(z.object({ id: unitId, code: z.string(), name: bilingual })),
      cells: z.array(enteredCell),
    }),
    { ...coordinator, audited: { not: 'figures' } },
  ),
  /** A share is entered by its parts alone. All blank takes the figure out. */
  'entered.save': write(
    z.object({
      quarter,
      cells: z
        .array(
          z.object({
            unitId,
            code: line(20),
            ...amounts,
            parts: z.record(z.string(), z.int().min(0).max(1_000_000)).default({}),
            why: z.object({ en: freeText.max(1500), fr: freeText.max(1500) }),
            version: version.nullable(),
          }),
        )
        .min(1)
        .max(2000),
    }),
    nothing,
    { ...coordinator, scope: { units: 'cells.unitId', quarter: 'quarter' }, touches: ['frameworks', 'returns'] },
  ),
};
