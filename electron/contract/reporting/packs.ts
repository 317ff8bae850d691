import { z } from 'zod';
import { bilingual, line, nothing } from '../ground/common.ts';
import { month, quarter } from '../ground/dates.ts';
import { action, read } from '../ground/define.ts';
import { fingerprint } from '../ground/fingerprint.ts';
import { fileGrant, packId, unitId } from '../ground/ids.ts';

export const packGap = z.object({ unitId, month, measure: z.string() });

/** A unit's quarter pack, the signed return of an agreement, which says the same of all its units, or the unsigned form of a unit without Vigie. */
export const sourceKind = z.enum(['pack', 'return', 'kit']);
export type SourceKind = z.infer<typeof sourceKind>;

export const packRecord = z.object({
  id: packId,
  kind: sourceKind,
  /** Of a return, the code of its agreement. */
  workspaceName: z.string(),
  quarter,
  units: z.array(z.object({ code: z.string(), name: bilingual })),
  /** Empty where nothing signs it. */
  fingerprint: z.union([fingerprint, z.literal('')]),
  sha256: z.string(),
  exportedAt: z.int(),
  importedAt: z.int(),
  importedBy: z.string(),
  /** A later pack of the same workspace and quarter has taken its place. */
  superseded: z.boolean(),
});
export type PackRecord = z.infer<typeof packRecord>;

export const packSummary = packRecord
  .pick({ workspaceName: true, quarter: true, units: true, fingerprint: true, sha256: true, exportedAt: true })
  .extend({ months: z.int(), keyConfirmed: z.boolean(), alreadyHeld: z.boolean() });

export const packMethods = {
  /** What a quarter's pack would hold and what it would lack; unconfirmed months are named, not filled. */
  'packs.preview': read(
    z.object({ quarter }),
    z.object({
      units: z.array(z.object({ id: unitId, code: z.string(), name: bilingual, months: z.int() })),
      gaps: z.array(packGap),
      fingerprint,
    }),
    { roles: ['supervisor', 'administrator'], workspace: 'unit', audited: { not: 'figures' } },
  ),
  'packs.export': action(
    z.object({ quarter, file: fileGrant }),
    z.object({ sha256: z.string(), fingerprint, bytes: z.int() }),
    { roles: ['supervisor', 'administrator'], workspace: 'unit' },
  ),
  /** Verifies the signature and shows what it says; writes nothing. */
  'packs.inspect': action(z.object({ file: fileGrant }), packSummary, {
    roles: ['coordinator'],
    workspace: 'coordination',
  }),
  /** A key met for the first time is accepted only with its fingerprint repeated as confirmed. */
  'packs.import': action(
    z.object({ file: fileGrant, confirmFingerprint: fingerprint.optional() }),
    z.object({ id: packId, unitsAdded: z.int(), values: z.int() }),
    {
      roles: ['coordinator'],
      workspace: 'coordination',
      touches: ['packs', 'units', 'unitMonths', 'backlog', 'counterfactual', 'returns', 'rollup'],
    },
  ),
  'packs.list': read(nothing, z.object({ packs: z.array(packRecord) }), {
    roles: ['coordinator'],
    workspace: 'coordination',
    audited: { not: 'programme' },
  }),
  'packs.get': read(
    z.object({ packId }),
    z.object({
      pack: packRecord,
      indicators: z.array(
        z.object({
          unitCode: z.string(),
          code: z.string(),
          /** As the pack's own framework names it. */
          name: bilingual,
          value: z.number().nullable(),
          status: z.string(),
          definitionVersion: z.string(),
        }),
      ),
      rules: z.array(
        z.object({
          unitCode: z.string(),
          validFrom: z.string(),
          statement: z.object({ en: z.string(), fr: z.string() }),
        }),
      ),
    }),
    { roles: ['coordinator'], workspace: 'coordination', scope: { pack: 'packId' }, audited: 'view' },
  ),
  'keys.confirmed': read(
    nothing,
    z.object({ keys: z.array(z.object({ fingerprint, label: line(120), confirmedAt: z.int() })) }),
    {
      roles: ['coordinator', 'administrator'],
      workspace: 'coordination',
      audited: { not: 'reference' },
    },
  ),
};
