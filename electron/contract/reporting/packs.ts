import { z } from 'zod';
import { coordination, coordinator } from '../ground/access.ts';
import { bilingual, freeText, line, nothing } from '../ground/common.ts';
import { month, quarter } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { fingerprint } from '../ground/fingerprint.ts';
import { fileGrant, packId, unitId } from '../ground/ids.ts';

export const packGap = z.object({ unitId, month, measure: z.string() });

/** Why a person decided: it stays with the record, and in the audit. */
export const trustReason = freeText.min(1).max(500);

/**
 * What about a signed file is not as it was: it waits until a person has seen it. `new_key`: the workspace signed with another key until
 * now. `retired_key`: the key has named its successor. `key_of_another`: the key speaks for another workspace. `other_signer`: others spoke
 * for its units until now. `follows_forms`: its units were known from unsigned forms alone. `future_date`: it was made later than now.
 * `refused_before`: somebody refused this same file.
 */
export const packChangeCode = z.enum([
  'new_key',
  'retired_key',
  'key_of_another',
  'other_signer',
  'follows_forms',
  'future_date',
  'refused_before',
]);
export const packChange = z.object({
  code: packChangeCode,
  /** The units that it concerns, by code. */
  units: z.array(z.string()),
  /** As it was until now: names of workspaces, fingerprints, or the reason of the refusal. */
  before: z.array(z.string()),
});
export type PackChange = z.infer<typeof packChange>;

/** A person's word on all that has changed. */
export const packAcceptance = z.object({ changes: z.array(packChangeCode).min(1), reason: trustReason });

const judgement = z.object({ at: z.int(), by: z.string(), reason: z.string() }).nullable();

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
  /** Its figures no longer count. */
  withdrawn: judgement,
  /** Nobody trusts the key that signed it any more. */
  keyRevoked: judgement,
});
export type PackRecord = z.infer<typeof packRecord>;

/** Corrections in its quarter that no second person had looked at; null of an earlier version, which did not say. */
const notReviewed = z.int().nullable();

export const packSummary = packRecord
  .pick({ workspaceName: true, quarter: true, units: true, fingerprint: true, sha256: true, exportedAt: true })
  .extend({
    months: z.int(),
    notReviewed,
    keyConfirmed: z.boolean(),
    keyRevoked: judgement,
    alreadyHeld: z.boolean(),
    changes: z.array(packChange),
  });

const afterImport = ['packs', 'units', 'unitMonths', 'backlog', 'counterfactual', 'returns', 'rollup'] as const;
const judging = { ...coordinator, allAgreements: true } as const;

/** One that a return rests on and that people no longer trust. */
export const questionedPack = z.object({
  packId,
  workspaceName: z.string(),
  why: z.enum(['withdrawn', 'key_revoked']),
  reason: z.string(),
});
export type QuestionedPack = z.infer<typeof questionedPack>;

export const packMethods = {
  /** What a quarter's pack would hold and what it would lack; unconfirmed months are named, not filled. */
  'packs.preview': read(
    z.object({ quarter }),
    z.object({
      units: z.array(z.object({ id: unitId, code: z.string(), name: bilingual, months: z.int() })),
      gaps: z.array(packGap),
      /** Quarters whose pack says no longer what the records say, with the corrections since; there are none where other entries changed it. */
      corrected: z.array(z.object({ quarter, corrections: z.int(), notReviewed: z.int() })),
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
  'packs.inspect': action(z.object({ file: fileGrant }), packSummary, { ...coordinator, audited: { not: 'preview' } }),
  /** A key met for the first time is accepted only with its fingerprint repeated as confirmed. */
  'packs.import': action(
    z.object({ file: fileGrant, confirmFingerprint: fingerprint.optional(), accept: packAcceptance.optional() }),
    z.object({ id: packId, unitsAdded: z.int(), values: z.int() }),
    { ...coordinator, touches: [...afterImport] },
  ),
  /** The file is not taken, and the reason stays. */
  'packs.refuse': action(z.object({ file: fileGrant, reason: trustReason }), z.object({}), {
    ...coordinator,
    touches: ['packs'],
  }),
  /** Its figures count no longer: what earlier packs said of the same months counts again. Returns that were locked keep them and say so. */
  'packs.withdraw': write(z.object({ packId, reason: trustReason }), z.object({ values: z.int() }), {
    ...judging,
    scope: { pack: 'packId' },
    touches: [...afterImport],
  }),
  /** Nothing that the key signs is taken any more, nor what it names as its successor. Packs that it signed stay, and say so. */
  'keys.revoke': write(z.object({ fingerprint, reason: trustReason }), z.object({}), {
    ...judging,
    touches: ['packs', 'returns', 'rollup'],
  }),
  'packs.list': read(nothing, z.object({ packs: z.array(packRecord) }), {
    ...coordinator,
    audited: { not: 'programme' },
  }),
  'packs.get': read(
    z.object({ packId }),
    z.object({
      pack: packRecord,
      notReviewed,
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
    { ...coordinator, scope: { pack: 'packId' }, audited: 'view' },
  ),
  'keys.confirmed': read(
    nothing,
    z.object({
      keys: z.array(
        z.object({
          fingerprint,
          label: line(120),
          confirmedAt: z.int(),
          /** The key that named it as its successor. */
          succeeds: fingerprint.nullable(),
          /** The key that it named. */
          succeededBy: fingerprint.nullable(),
          revoked: judgement,
        }),
      ),
    }),
    { ...coordination, audited: { not: 'reference' } },
  ),
};
