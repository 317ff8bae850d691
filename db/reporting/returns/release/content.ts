import { z } from 'zod';
import { breakdown } from '#contract/reporting/breakdowns';
import { ledgerTerm, valueStatus } from '#contract/ground/codes';
import { month } from '#contract/ground/dates';
import { releaseBase, releaseMethod } from '#contract/reporting/releases';

/** A figure as it leaves: null with the mark `x` where it is suppressed, null without one where it is not available. */
const shown = z.strictObject({ value: z.number().nullable(), mark: z.enum(['', 'x']) });
export type Shown = z.infer<typeof shown>;

export const ledgerCategory = z.enum(['opening', ...ledgerTerm.options, 'closing']);
export type LedgerCategory = z.infer<typeof ledgerCategory>;

export const avoidedQuantile = z.enum(['p025', 'p10', 'p50', 'p90', 'p975']);

const coverage = { unitsCovered: z.int(), unitsAsked: z.int() };
const figure = {
  code: z.string(),
  /** Null for the agreement's total. */
  unitCode: z.string().nullable(),
  status: valueStatus,
  ...coverage,
  definitionVersion: z.string(),
  calculation: z.enum(['pack', 'sum', 'ledger', 'units', 'entered']),
  shown,
};

const count = z.strictObject({
  ...figure,
  /** Of a share, the counts that it is computed from; null in releases made before shares were released. */
  parts: z.strictObject({ numerator: shown, denominator: shown }).nullable().default(null),
});
export type ReleasedCount = z.infer<typeof count>;

/** One category of the agreement's count, over the units that are broken down so. */
const category = z.strictObject({ ...figure, by: breakdown, category: z.string() });
export type ReleasedCategory = z.infer<typeof category>;

/** A median time in days: of one unit, or of an agreement of one. */
const time = z.strictObject(figure);
export type ReleasedTime = z.infer<typeof time>;

/** Staff or overtime of the whole agreement: all of it, then what the funding pays and what the units' budgets do. */
const staff = z.strictObject({ ...figure, funded: shown, base: shown });
export type ReleasedStaff = z.infer<typeof staff>;

/** A line of the ledger: of a unit or the agreement, of the quarter or, for the agreement, a month. */
const ledgerRow = z.strictObject({
  unitCode: z.string().nullable(),
  /** Null for the whole quarter. */
  month: month.nullable(),
  unitsCovered: z.int(),
  cells: z.record(ledgerCategory, shown),
});
export type ReleasedLedgerRow = z.infer<typeof ledgerRow>;

/** The interval of the backlog avoided, in multiples of the base; the median is null where the evidence carries no single figure. */
const avoided = z.strictObject({ ...coverage, quantiles: z.record(avoidedQuantile, z.number().nullable()) });
export type ReleasedAvoided = z.infer<typeof avoided>;

/** All that the files of a release say of figures. Kept once made: a later version of Vigie writes the same again. */
export const releaseContent = z.strictObject({
  method: releaseMethod,
  base: releaseBase,
  counts: z.array(count),
  /** Absent from releases made before categories were released. */
  categories: z.array(category).optional(),
  times: z.array(time).default([]),
  staff: z.array(staff),
  ledger: z.array(ledgerRow),
  avoided: avoided.nullable(),
});
export type ReleaseContent = z.infer<typeof releaseContent>;
