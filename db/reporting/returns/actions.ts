import type { Quarter } from '#contract/ground/dates';
import type { AgreementId, FileGrant, TemplateId } from '#contract/ground/ids';
import type { ReturnContent } from '#contract/reporting/returns';
import { auditHead } from '../../store/audit/append.ts';
import { must } from '../../ground/kernel/assert.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fundingReturn } from '../../ground/schema/coordination/returns.ts';
import { getSetting } from '../../store/settings.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { sourceOf } from '../../documents/tables/dropped.ts';
import { fillTemplate } from './templates/fill.ts';
import { heldTemplates } from './templates/held.ts';
import { contentHashOf, requireIntact } from '../signedReport/document.ts';
import { leaveReport } from '../signedReport/leave.ts';
import { assembleContent } from './assemble.ts';
import { buildFiles, type FilledTemplate } from './files/build.ts';
import { folderName } from './periods.ts';
import { findLocked, getLocked, type Snapshot } from './locked.ts';
import { printReturn } from './report/page.ts';
import { returnReport } from './report/report.ts';
import { estimatorFor } from './reads.ts';
import { saysSomethingNew } from './restatement/restate.ts';

type Handlers = { readonly [M in 'returns.lock' | 'returns.export']: ActionHandler<M> };

/** The version that this lock restates; null for the first. */
async function restatedBy(
  db: ReadDb,
  agreementId: AgreementId,
  quarter: Quarter,
  restate: boolean,
): Promise<Snapshot | null> {
  const held = await findLocked(db, agreementId, quarter);
  if (held && !restate) throw new StoreFailure('conflict', 'return_locked');
  if (!held && restate) throw new StoreFailure('not_found', 'return_not_locked');
  return held;
}

function requireLockable(content: ReturnContent, contentHash: string, before: Snapshot | null): void {
  if (contentHashOf(content) !== contentHash) throw new StoreFailure('conflict', 'version_conflict');
  if (before && !saysSomethingNew(before.content, content)) throw new StoreFailure('conflict', 'return_unchanged');
  if (content.checks.some((each) => each.blocking)) throw new StoreFailure('conflict', 'return_has_blocking_checks');
}

/** The funders' own workbooks, each filled through its saved mapping. */
async function filledBy(
  context: ActionContext,
  snapshot: Snapshot,
  templateIds: readonly TemplateId[],
  files: readonly FileGrant[],
): Promise<FilledTemplate[]> {
  const filled: FilledTemplate[] = [];
  for (const [position, id] of templateIds.entries()) {
    const [mapping] = await heldTemplates(context.read, id);
    if (!mapping) throw new StoreFailure('not_found');
    const file = sourceOf(context, must(files[position], 'the contract asks for a workbook with each mapping'));
    filled.push({ name: mapping.name, ...(await fillTemplate(file, mapping, snapshot)) });
  }
  return filled;
}

export const returnActions: Handlers = {
  'returns.lock': async (context, { agreementId, quarter, contentHash, jobId, restate }) => {
    const before = await restatedBy(context.read, agreementId, quarter, restate);
    const estimate = estimatorFor(context.read, context, jobId);
    const seen = await assembleContent(context.read, agreementId, quarter, estimate, before);
    return context.transact(async (tx) => {
      const restated = await restatedBy(context.read, agreementId, quarter, restate);
      // Assembled again while nothing else can write, of what the session sees; the estimate holds as long as the panel it was made from does.
      const content = await assembleContent(
        context.read,
        agreementId,
        quarter,
        () => Promise.resolve(seen.counterfactual),
        restated,
      );
      requireLockable(content, contentHash, restated);
      const sequence = (restated?.locked.sequence ?? 0) + 1;
      const locked = {
        id: context.newId(),
        agreementId,
        sequence,
        lockedAt: context.clock.now(),
        auditHead: await auditHead(tx),
        contentHash,
      };
      await tx.insert(fundingReturn).values({
        ...locked,
        ...quarter,
        restates: restated?.locked.id ?? null,
        lockedBy: context.session.user.id,
        content: canonicalJson(content),
      });
      return {
        output: { ...locked, quarter, lockedBy: context.session.user.displayName },
        audit: {
          subject: { kind: 'return', id: locked.id },
          facts: { agreementId, ...quarter, sequence, contentHash },
        },
      };
    });
  },

  'returns.export': async (context, { returnId, folder, templateIds, templateFiles, separator }) => {
    const parent = context.path(folder);
    const snapshot = await getLocked(context.read, returnId);
    if (!snapshot) throw new StoreFailure('not_found');
    requireIntact(snapshot);
    const { locked, content } = snapshot;
    const key = await getSetting(context.read, 'signingKey');
    const report = returnReport(snapshot);
    const files = await buildFiles(snapshot, key, {
      separator,
      report,
      pdf: await printReturn(report, context.print),
      filled: await filledBy(context, snapshot, templateIds, templateFiles),
    });
    return leaveReport(context, key, {
      parent,
      name: folderName(content.agreement.code, content.quarter, locked.sequence),
      files,
      fact: (manifest) => ({
        subject: { kind: 'return', id: returnId },
        facts: { files: files.length, manifest, templates: templateIds.join(' ') || null },
      }),
    });
  },
};
