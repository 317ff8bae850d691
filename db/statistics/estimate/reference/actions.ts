import { and, eq, inArray } from 'drizzle-orm';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { methodVersion } from '../../../estimator/methodVersion.ts';
import { canTellProductivity, sortUnits } from '../../../estimator/usable.ts';
import { ask, readQuestion } from '../question.ts';
import { predecessorsOf, toldSuccession } from '../../../ground/kernel/succession.ts';
import { canonicalJson } from '../../../ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { fingerprintOf, sha256, signText } from '../../../ground/kernel/signing.ts';
import { applicationVersion, schemaVersion } from '../../../ground/kernel/versions.ts';
import { referenceKey, referencePosterior } from '../../../ground/schema/unit/reference.ts';
import { getSetting } from '../../../store/settings.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import { leaveWorkspace } from '../../../store/leaveWorkspace.ts';
import type { ActionContext, ActionHandler } from '../../../store/types.ts';
import type { ParsedInput } from '#contract/index';
import { referenceFormat, referencePayload, referenceVersion, type ReferencePayload } from '../referenceFormat.ts';
import { importReference } from './importReference.ts';
import { summaryOf } from './summary.ts';
import { fileAt } from '../../../documents/tables/source.ts';
import { readReference, type VerifiedReference } from './verify.ts';

type Name = 'reference.export' | 'reference.inspect' | 'reference.import';

/** A scenario is for each workspace to choose: a reference is made under the default assumptions alone. */
async function makePayload(
  context: ActionContext,
  { lastMonth, jobId }: ParsedInput<'reference.export'>,
): Promise<ReferencePayload> {
  const { read, clock, job } = context;
  const question = await readQuestion(read, lastMonth, defaultAssumptions, context);
  const notEstimable = new StoreFailure('conflict', 'reference_not_estimable');
  // Their chains would run for nothing.
  if (!canTellProductivity(sortUnits(question.panels).usable)) throw notEstimable;
  const { answer: made } = await ask(read, 'reference', question, context, job(jobId));
  const { id, name, demonstration } = await getSetting(read, 'workspace');
  // What another workspace would refuse is not written: too few units, or too few months.
  const payload = referencePayload.safeParse({
    workspace: { id, name, demonstration },
    lastMonth,
    exportedAt: clock.now(),
    application: applicationVersion,
    schema: await schemaVersion(read),
    methodVersion,
    ...made,
  });
  if (!payload.success) throw notEstimable;
  return payload.data;
}

/** A confirmed key, and whatever key it names as its successor, speaks for the workspace that it was confirmed for, and for no other. */
async function isKeyConfirmed(db: ReadDb, { fingerprint, payload, succession }: VerifiedReference): Promise<boolean> {
  const trusted = [fingerprint, ...predecessorsOf(succession)];
  const found = await db
    .select({ fingerprint: referenceKey.fingerprint })
    .from(referenceKey)
    .where(and(inArray(referenceKey.fingerprint, trusted), eq(referenceKey.workspaceId, payload.workspace.id)));
  return found.length > 0;
}

/** Reads a file that this workspace may take: fictitious figures never meet real ones, and a later method is not understood here. */
async function readUsable(context: ActionContext, file: string): Promise<VerifiedReference> {
  const verified = await readReference(fileAt(context.path(file), context.readers));
  const { demonstration } = await getSetting(context.read, 'workspace');
  if (verified.payload.workspace.demonstration !== demonstration) throw new StoreFailure('conflict', 'workspace_kind');
  if (verified.payload.methodVersion > methodVersion) throw new StoreFailure('newer_schema', 'reference_newer');
  return verified;
}

export const laboratoryActions: { readonly [M in Name]: ActionHandler<M> } = {
  'reference.export': async (context, input) => {
    const path = context.path(input.file);
    const payload = await makePayload(context, input);
    const key = await getSetting(context.read, 'signingKey');
    const signature = signText(key, canonicalJson(payload));
    const text = canonicalJson({
      format: referenceFormat,
      version: referenceVersion,
      payload,
      signature,
      ...toldSuccession(key.succession),
    });
    const hash = sha256(text);
    const { units, months } = payload.reference;
    await leaveWorkspace(context, {
      path,
      bytes: text,
      fact: { subject: { kind: 'month', id: payload.lastMonth }, facts: { sha256: hash, units, months } },
    });
    return { sha256: hash, fingerprint: fingerprintOf(key.publicKey), bytes: Buffer.byteLength(text), units, months };
  },

  'reference.inspect': async (context, { file }) => {
    const verified = await readUsable(context, file);
    const [held] = await context.read
      .select({ id: referencePosterior.id })
      .from(referencePosterior)
      .where(eq(referencePosterior.sha256, verified.sha256));
    return {
      ...summaryOf(verified),
      keyConfirmed: await isKeyConfirmed(context.read, verified),
      alreadyHeld: held !== undefined,
    };
  },

  'reference.import': async (context, { file, confirmFingerprint }) => {
    const verified = await readUsable(context, file);
    const id = context.newId();
    return context.transact(async (tx) => {
      const confirmed = await isKeyConfirmed(tx, verified);
      if (!confirmed && confirmFingerprint !== verified.fingerprint)
        throw new StoreFailure('forbidden', 'reference_key_not_confirmed');
      return {
        output: { id },
        audit: {
          subject: { kind: 'reference', id },
          facts: await importReference(tx, context, id, verified, !confirmed),
        },
      };
    });
  },
};
