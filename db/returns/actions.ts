import type { Quarter } from '#contract/dates';
import type { AgreementId, ReturnId } from '#contract/ids';
import { auditHead } from '../audit/append.ts';
import { must } from '../kernel/assert.ts';
import { canonicalJson } from '../kernel/canonicalJson.ts';
import { StoreFailure } from '../kernel/failure.ts';
import { fingerprintOf, sha256 } from '../kernel/signing.ts';
import { fundingReturn } from '../schema/coordination/returns.ts';
import { getSetting } from '../store/settings.ts';
import type { ActionHandler, ReadDb } from '../store/types.ts';
import { assembleContent, contentHashOf } from './assemble.ts';
import { buildFiles } from './files/build.ts';
import { folderName } from './files/periods.ts';
import { writeFolder } from './files/writeFolder.ts';
import { findLocked, getLocked } from './locked.ts';
import { estimatorFor } from './reads.ts';

type Handlers = { readonly [M in 'returns.lock' | 'returns.export']: ActionHandler<M> };

async function requireUnlocked(db: ReadDb, agreementId: AgreementId, quarter: Quarter): Promise<void> {
  if (await findLocked(db, agreementId, quarter)) throw new StoreFailure('conflict', 'return_locked');
}

export const returnActions: Handlers = {
  'returns.lock': async (context, { agreementId, quarter, contentHash, jobId }) => {
    await requireUnlocked(context.read, agreementId, quarter);
    const estimate = estimatorFor(context.read, context, jobId);
    const seen = await assembleContent(context.read, agreementId, quarter, estimate);
    return context.transact(async (tx) => {
      await requireUnlocked(tx, agreementId, quarter);
      // Assembled again where nothing else can write; the estimate holds as long as the panel it was made from does.
      const content = await assembleContent(tx, agreementId, quarter, () =>
        Promise.resolve(must(seen.counterfactual, 'the agreement asked for an estimate a moment ago')),
      );
      if (contentHashOf(content) !== contentHash) throw new StoreFailure('conflict', 'version_conflict');
      if (content.checks.some((each) => each.blocking))
        throw new StoreFailure('conflict', 'return_has_blocking_checks');
      const locked = {
        id: context.newId() as ReturnId,
        agreementId,
        lockedAt: context.clock.now(),
        auditHead: await auditHead(tx),
        contentHash,
      };
      await tx.insert(fundingReturn).values({
        ...locked,
        ...quarter,
        lockedBy: context.session.user.id,
        content: canonicalJson(content),
      });
      return {
        output: { ...locked, quarter, lockedBy: context.session.user.displayName },
        audit: { subject: { kind: 'return', id: locked.id }, facts: { agreementId, ...quarter, contentHash } },
      };
    });
  },

  'returns.export': async (context, { returnId, folder }) => {
    const parent = context.path(folder);
    const snapshot = await getLocked(context.read, returnId);
    if (!snapshot) throw new StoreFailure('not_found');
    const { locked, content } = snapshot;
    if (contentHashOf(content) !== locked.contentHash) throw new StoreFailure('corrupt', 'return_tampered');
    const key = await getSetting(context.read, 'signingKey');
    const files = await buildFiles(snapshot, key);
    const described = files.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength, sha256: sha256(bytes) }));
    const manifestHash = must(described.at(-1), 'an export ends with its manifest').sha256;
    // Audited first: nothing leaves unrecorded, at worst a record tells of a folder that could not be written.
    await context.transact(() =>
      Promise.resolve({
        output: null,
        audit: { subject: { kind: 'return', id: returnId }, facts: { files: files.length, manifest: manifestHash } },
      }),
    );
    const name = writeFolder(parent, folderName(content.agreement.code, content.quarter), files);
    return { folderName: name, files: described, fingerprint: fingerprintOf(key.publicKey) };
  },
};
