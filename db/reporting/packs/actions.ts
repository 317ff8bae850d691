import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import { eq } from 'drizzle-orm';
import type { Quarter } from '#contract/ground/dates';
import { seesUnits } from '../agreements/seesUnits.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fingerprintOf, sha256, signText } from '../../ground/kernel/signing.ts';
import { toldSuccession } from '../../ground/kernel/succession.ts';
import { issuedPack } from '../../ground/schema/unit/corrections.ts';
import { pack } from '../../ground/schema/coordination/packs.ts';
import { getSetting } from '../../store/settings.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { sourceOf } from '../../documents/tables/dropped.ts';
import { figuresHash } from './issued.ts';
import { buildPayload, requireShown, seesAllUnits } from './build.ts';
import { packFormat, packVersion, type PackPayload } from './format.ts';
import { importPack } from './importPack.ts';
import { acceptedFact, refuse, requireAccepted } from './accept.ts';
import { trustIn } from './trust.ts';
import { readPack, type VerifiedPack } from './verify.ts';
import { periodOf } from '#contract/ground/period';

type Name = 'packs.export' | 'packs.inspect' | 'packs.import' | 'packs.refuse';
type Handlers = { readonly [M in Name]: ActionHandler<M> };

/** Fictitious figures never meet real ones, nor a coordinator those of other agreements. */
async function requireTakeable({ read, session }: ActionContext, { payload }: VerifiedPack): Promise<void> {
  if (!(await seesUnits(read, session, payload))) throw new StoreFailure('forbidden', 'units_of_other_agreements');
  const { demonstration } = await getSetting(read, 'workspace');
  if (payload.workspace.demonstration !== demonstration) throw new StoreFailure('conflict', 'workspace_kind');
}

/**
 * A pack covers every unit of the workspace, in counts alone. Where the session sees the files of some only, they are counted on the
 * writing connection, and the audit says so.
 */
async function payloadOf(context: ActionContext, quarter: Quarter): Promise<PackPayload> {
  if (await seesAllUnits(context.read, context)) return buildPayload(context.counted, quarter, context);
  return context.transact(async (tx) => ({
    output: await buildPayload(tx, quarter, context),
    audit: { subject: { kind: 'quarter', id: periodOf(quarter).id }, facts: { allUnits: true } },
  }));
}

export const packActions: Handlers = {
  'packs.export': async (context, { quarter, file }) => {
    const path = context.path(file);
    await requireShown(context.read, context);
    const key = await getSetting(context.read, 'signingKey');
    const payload = await payloadOf(context, quarter);
    if (payload.units.length === 0) throw new StoreFailure('invalid_input', 'unknown_unit');
    const signature = signText(key, canonicalJson(payload));
    const told = toldSuccession(key.succession);
    const text = canonicalJson({ format: packFormat, version: packVersion, payload, signature, ...told });
    const hash = sha256(text);
    const fingerprint = fingerprintOf(key.publicKey);
    await leaveWorkspace(context, {
      path,
      bytes: text,
      fact: async (tx) => {
        const id = periodOf(quarter).id;
        const exportedAt = context.clock.now();
        const target = issuedPack.quarter;
        const figures = figuresHash(payload.panel, quarter);
        await tx
          .insert(issuedPack)
          .values({ quarter: id, exportedAt, figures })
          .onConflictDoUpdate({ target, set: { exportedAt, figures } });
        const facts = { sha256: hash, units: payload.units.length, values: payload.panel.length };
        return { subject: { kind: 'quarter', id }, facts };
      },
    });
    return { sha256: hash, fingerprint, bytes: Buffer.byteLength(text) };
  },

  'packs.inspect': async (context, { file }) => {
    const verified = await readPack(sourceOf(context, file));
    const { payload, fingerprint } = verified;
    await requireTakeable(context, verified);
    const trust = await trustIn(context.read, verified, context.clock.now());
    const [held] = await context.read.select({ id: pack.id }).from(pack).where(eq(pack.sha256, verified.sha256));
    return {
      workspaceName: payload.workspace.name,
      quarter: payload.quarter,
      units: payload.units.map(({ code, name }) => ({ code, name })),
      fingerprint,
      sha256: verified.sha256,
      exportedAt: payload.exportedAt,
      months: new Set(payload.panel.map((cell) => cell.month)).size,
      notReviewed: payload.notReviewed,
      keyConfirmed: trust.isConfirmed,
      keyRevoked: trust.revoked,
      alreadyHeld: held !== undefined,
      changes: [...trust.changes],
    };
  },

  'packs.import': async (context, { file, confirmFingerprint, accept }) => {
    const verified = await readPack(sourceOf(context, file));
    await requireTakeable(context, verified);
    const id = context.newId();
    return context.transact(async (tx) => {
      const trust = await trustIn(tx, verified, context.clock.now());
      requireAccepted(trust, accept);
      if (!trust.isConfirmed && confirmFingerprint !== verified.fingerprint)
        throw new StoreFailure('forbidden', 'pack_key_not_confirmed');
      const counts = await importPack(tx, context, id, verified, trust);
      const { sha256, fingerprint } = verified;
      const accepted = acceptedFact(trust, accept);
      return {
        output: { id, ...counts },
        audit: {
          subject: { kind: 'pack', id },
          facts: { sha256, fingerprint, keyConfirmedNow: !trust.isConfirmed, ...accepted.facts, ...counts },
          changes: accepted.changes,
        },
      };
    });
  },

  'packs.refuse': async (context, { file, reason }) => {
    const verified = await readPack(sourceOf(context, file));
    await requireTakeable(context, verified);
    await context.transact(async (tx) => ({ output: null, audit: await refuse(tx, context, verified, reason) }));
    return {};
  },
};
