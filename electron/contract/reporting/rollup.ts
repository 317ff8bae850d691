import { z } from 'zod';
import { coordinator } from '../ground/access.ts';
import { measure, valueStatus } from '../ground/codes.ts';
import { bilingual, line } from '../ground/common.ts';
import { combined, estimate, refusalCode } from '../statistics/estimate.ts';
import { quantiles } from '../statistics/evidence.ts';
import { month, quarter } from '../ground/dates.ts';
import { action, read } from '../ground/define.ts';
import { fileGrant, jobId, packId, unitId } from '../ground/ids.ts';
import { fingerprint } from '../ground/fingerprint.ts';
import { packAcceptance, packChange, packRecord, sourceKind, trustReason } from './packs.ts';

/** Why a return is not what was signed. */
export const returnProblemCode = z.enum([
  'manifest_missing',
  'manifest_invalid',
  'manifest_newer',
  'signature_invalid',
  'signer_differs',
  'file_missing',
  'file_extra',
  'file_changed',
  'file_linked',
  'content_invalid',
  'content_hash_differs',
]);

/** Why something is not rolled up. */
export const rollupProblemCode = z.enum([
  ...returnProblemCode.options,
  'release_not_exact',
  'panel_inconsistent',
  'not_a_pack',
  'pack_bad_count',
  'pack_tampered',
  'pack_newer',
  'file_too_large',
  'file_empty',
  'file_damaged',
  'file_declares_entities',
  'not_a_workbook',
  'workbook_old',
  'workbook_protected',
  'other_world',
  'own_return',
  'older_than_held',
  'pack_key_revoked',
  'kit_invalid',
  'kit_missing',
  'kit_bad_cell',
  'kit_no_result',
  'kit_bad_month',
  'kit_month_twice',
  'kit_bad_quarter',
  'kit_bad_definition',
  'kit_bad_name',
  'kit_contradicts',
  'kit_bad_state',
  'kit_negative',
  'kit_closing_differs',
  'kit_empty',
  'kit_unit_known',
  'units_of_other_agreements',
]);
export type RollupProblemCode = z.infer<typeof rollupProblemCode>;

/**
 * What is accepted in an unsigned form and shown before it is imported, with the cells where it is. `formulas`: the result saved in the file is
 * read. `macros`: never run.
 */
const formRemark = z.object({ code: z.enum(['formulas', 'macros']), cells: z.array(z.string()) });
export type FormRemark = z.infer<typeof formRemark>;

/** What was found where the user looked, and what is to be thought of it. */
export const rollupSource = z.object({
  /** Of its folder or file. */
  name: z.string(),
  kind: sourceKind,
  /**
   * `held`: already imported. `key_unconfirmed`: as it was signed, and nobody has confirmed by whom. `unsigned`: nothing proves it.
   * `changed`: a person must see what is not as it was.
   */
  verdict: z.enum(['ready', 'key_unconfirmed', 'unsigned', 'changed', 'held', 'refused']),
  problems: z.array(
    z.object({
      code: rollupProblemCode,
      file: z.string().nullable(),
      /** The number in the cell that is named, and the one that the others come to. */
      found: z.number().optional(),
      expected: z.number().optional(),
    }),
  ),
  /** Null where no signature holds. */
  fingerprint: fingerprint.nullable(),
  /** Of a source that waits. */
  changes: z.array(packChange).default([]),
  keyConfirmed: z.boolean().default(true),
  /** What it says of itself; null where it cannot be believed. */
  says: packRecord
    .pick({ workspaceName: true, quarter: true, units: true, exportedAt: true })
    .extend({
      recipient: bilingual.nullable(),
      sequence: z.int().nullable(),
      months: z.int(),
      /** An unsigned form of a unit whose signed pack of the quarter is late, and replaces it when it comes. */
      awaitsPack: z.boolean().default(false),
      /** An unsigned form of a unit and quarter of which another is here, whose figures it replaces. */
      replacesForm: z.boolean().default(false),
      /** An unsigned form of a unit and quarter of which the same place has another. */
      twin: z.boolean().default(false),
      remarks: z.array(formRemark).default([]),
      /** Of an unsigned form, its figures by month, to be seen before they are imported. */
      figures: z
        .array(
          z.object({
            month,
            status: valueStatus,
            opening: z.number().nullable(),
            into: z.number().nullable(),
            out: z.number().nullable(),
            closing: z.number().nullable(),
            /** Of the other measures, those that are known. */
            known: z.int(),
            asked: z.int(),
          }),
        )
        .default([]),
    })
    .nullable(),
});
export type RollupSource = z.infer<typeof rollupSource>;

/** One month of one unit: where its figures come from and which of them are not known. */
export const coverageCell = z.object({ packId: packId.nullable(), missing: z.array(measure) });

export const coveredUnit = z.object({
  unitId,
  code: z.string(),
  name: bilingual,
  cells: z.array(coverageCell),
  /** Everything in force for the quarter that speaks of the unit. Its figures count once, as the latest says them. */
  sources: z.array(packId),
  /** Indicators on which those do not agree. */
  differing: z.array(z.string()),
});
export type CoveredUnit = z.infer<typeof coveredUnit>;

export const coverage = z.object({
  /** Twelve, up to the end of the quarter. */
  months: z.array(month),
  units: z.array(coveredUnit),
  /** All that is in force for the quarter. */
  sources: z.array(packRecord),
  /** Units whose three months of the quarter lack nothing, and units that lack all of them. */
  whole: z.int(),
  absent: z.int(),
});
export type Coverage = z.infer<typeof coverage>;

/** How a unit's backlog moved; `held`, shown as stable, is a change of at most two files or 5%, whichever is more. */
const movement = z.enum(['fell', 'held', 'grew', 'unknown']);
const range = quantiles.pick({ p10: true, p90: true });

/**
 * What the backlog would have been without the funded staff, against what it is: `higher` where the whole 80 % interval says
 * so, `lower` likewise; `unknown` where there is no estimate for the month.
 */
const withoutStaff = z.enum(['higher', 'lower', 'unclear', 'unknown']);

export const nationalUnit = z.object({
  unitId,
  code: z.string(),
  name: bilingual,
  /** Before the first month of the period and at the end of its last; null where not reported. */
  opening: z.number().nullable(),
  closing: z.number().nullable(),
  /** At the end of each month shown. */
  series: z.array(z.number().nullable()),
  movement,
  /** Some of its months come from a form that nothing signs. */
  unsigned: z.boolean(),
  withoutStaff,
  /** The 80 % range of the files fewer, which every grade shows. */
  estimate: estimate.pick({ grade: true }).extend({ avoided: range }).nullable(),
  refusal: z.array(refusalCode),
});
export type NationalUnit = z.infer<typeof nationalUnit>;

/** What was counted, over the units that know all of it. */
const counted = z.object({
  value: z.number().nullable(),
  unitsCovered: z.int(),
  /** Some of it comes from a form that nothing signs. */
  unsigned: z.literal(true).optional(),
});

/** What was counted in the period, and against the one before it over the units that know both. */
export const headline = z.object({
  code: z.string(),
  name: bilingual,
  /** Over the units that know every month of both periods: only those are compared. */
  before: z.number().nullable(),
  now: z.number().nullable(),
  beforeUnsigned: z.literal(true).optional(),
  nowUnsigned: z.literal(true).optional(),
  /** Of what it was; null where that was nothing or is not known. */
  share: z.number().nullable(),
  unitsCovered: z.int(),
  /** Over the units that know every month of the period. */
  whole: counted,
  /** Each quarter of the period, over the units that know its months. */
  quarters: z.array(counted.extend({ quarter })),
  /** The whole is below one of its quarters, since that covers more units. */
  belowQuarter: z.boolean(),
});
export type Headline = z.infer<typeof headline>;

export const national = z.object({
  /** The period whose first and last month the movements compare. */
  from: month,
  to: month,
  /** Those of the series: 24 up to the last. */
  months: z.array(month),
  units: z.array(nationalUnit),
  fell: z.int(),
  held: z.int(),
  grew: z.int(),
  unknown: z.int(),
  /** Of the units that grew, those that would have grown more without the funded staff. */
  wouldHaveGrownMore: z.int(),
  /** Over the units whose backlog is known at both ends. */
  opening: z.number().nullable(),
  closing: z.number().nullable(),
  headlines: z.array(headline),
  /** Files fewer than without the funded staff, from joint draws over all units; null where no unit has an estimate. */
  total: combined.pick({ unitsCovered: true, unitsAsked: true, evidence: true }).extend({ avoided: range }).nullable(),
});
export type National = z.infer<typeof national>;

export const rollupMethods = {
  /** Verifies the returns and packs in the place that was chosen: itself, or what is directly in it. Writes nothing. */
  'rollup.inspect': action(z.object({ place: fileGrant }), z.object({ found: z.array(rollupSource) }), {
    ...coordinator,
    audited: { not: 'preview' },
  }),
  /** Verifies one of them again and takes it in. A key met for the first time needs its fingerprint, as compared; an unsigned form, that it is accepted as such. */
  'rollup.import': action(
    z.object({
      place: fileGrant,
      name: line(255),
      confirmFingerprint: fingerprint.optional(),
      acceptUnsigned: z.boolean().default(false),
      accept: packAcceptance.optional(),
    }),
    z.object({ id: packId, unitsAdded: z.int(), values: z.int() }),
    { ...coordinator, touches: ['rollup', 'packs', 'units', 'unitMonths', 'backlog', 'counterfactual', 'returns'] },
  ),
  /** As `packs.refuse`, of one of the sources of a place. */
  'rollup.refuse': action(z.object({ place: fileGrant, name: line(255), reason: trustReason }), z.object({}), {
    ...coordinator,
    touches: ['rollup', 'packs'],
  }),
  /** Writes the blank form of a unit without Vigie. */
  'rollup.writeKit': action(z.object({ file: fileGrant, quarter }), z.object({ bytes: z.int() }), {
    ...coordinator,
    touches: ['audit'],
  }),
  /** What is covered by what, what is missing, and what is said twice. */
  'rollup.coverage': read(z.object({ quarter }), coverage, { ...coordinator, audited: { not: 'figures' } }),
  /** Every unit's backlog over the quarter, or the year that it ends, and what it would have been: all units are fitted together. */
  'rollup.national': read(z.object({ quarter, span: z.union([z.literal(3), z.literal(12)]), jobId }), national, {
    ...coordinator,
    audited: { not: 'figures' },
  }),
};
