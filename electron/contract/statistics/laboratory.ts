import { z } from 'zod';
import { coordinator } from '../ground/access.ts';
import { assumptions } from './assumptions.ts';
import { line, nothing, version } from '../ground/common.ts';
import { month } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { summary } from './evidence.ts';
import { assumptionSetId, fileGrant, jobId, referenceId } from '../ground/ids.ts';
import { fingerprint } from '../ground/fingerprint.ts';

/** Assumptions under a name, so that two results can be said to rest on the same. */
export const assumptionSet = z.object({
  id: assumptionSetId,
  version,
  name: line(80),
  assumptions,
  savedBy: z.string(),
  savedAt: z.int(),
});
export type AssumptionSet = z.infer<typeof assumptionSet>;

/** What a reference file says of itself, its signature verified. */
export const referenceSummary = z.object({
  workspaceName: z.string(),
  fingerprint,
  sha256: z.string(),
  exportedAt: z.int(),
  /** Month up to which the units were asked. */
  lastMonth: month,
  /** First month with a month effect, and how many follow each other from it. */
  firstMonth: month,
  months: z.int(),
  /** Usable units that were fitted together, funded or not. */
  units: z.int(),
  draws: z.int(),
  methodVersion: z.int(),
  /** Productivity of a funded FTE relative to a base FTE, mean over those units. */
  productivity: summary,
});
export type ReferenceSummary = z.infer<typeof referenceSummary>;

export const standingReference = referenceSummary.extend({
  id: referenceId,
  importedAt: z.int(),
  importedBy: z.string(),
});
export type StandingReference = z.infer<typeof standingReference>;

const analysts = { roles: ['supervisor', 'coordinator'] } as const;
const receivers = { roles: ['supervisor', 'administrator'], workspace: 'unit' } as const;

export const laboratoryMethods = {
  'assumptionSets.list': read(nothing, z.object({ sets: z.array(assumptionSet) }), {
    ...analysts,
    audited: { not: 'reference' },
  }),
  /** `conflict: name_taken` where the name exists and no version is given; with its version the set is replaced. */
  'assumptionSets.save': write(
    z.object({ name: line(80), assumptions, version: version.optional() }),
    z.object({ id: assumptionSetId }),
    { ...analysts, touches: ['laboratory'] },
  ),
  'assumptionSets.remove': write(z.object({ id: assumptionSetId, version }), nothing, {
    ...analysts,
    touches: ['laboratory'],
  }),
  /**
   * Fits all units under the default assumptions and writes what they say of what all units share, signed.
   * `conflict: reference_not_estimable` where they cannot tell it by themselves, or the chains of draws do not agree.
   */
  'reference.export': action(
    z.object({ lastMonth: month, file: fileGrant, jobId }),
    z.object({ sha256: z.string(), fingerprint, bytes: z.int(), units: z.int(), months: z.int() }),
    { ...coordinator, allAgreements: true },
  ),
  /** Verifies the signature and shows what it says; writes nothing. */
  'reference.inspect': action(
    z.object({ file: fileGrant }),
    referenceSummary.extend({ keyConfirmed: z.boolean(), alreadyHeld: z.boolean() }),
    { ...receivers, audited: { not: 'preview' } },
  ),
  /** Replaces the one in use. A key met for the first time is accepted only with its fingerprint repeated as confirmed. */
  'reference.import': action(
    z.object({ file: fileGrant, confirmFingerprint: fingerprint.optional() }),
    z.object({ id: referenceId }),
    { ...receivers, touches: ['laboratory', 'counterfactual'] },
  ),
  'reference.get': read(nothing, z.object({ reference: standingReference.nullable() }), {
    ...receivers,
    audited: { not: 'reference' },
  }),
  'reference.remove': write(z.object({ id: referenceId }), nothing, {
    ...receivers,
    touches: ['laboratory', 'counterfactual'],
  }),
};
