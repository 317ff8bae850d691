import { isInProgress, type AnnualContent } from '#contract/reporting/annual';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { annualReport } from '../../ground/schema/coordination/annual.ts';
import { describeFile } from '../../documents/files/builtFile.ts';
import { printerOf } from '../../documents/page/print.ts';
import { auditHead } from '../../store/audit/append.ts';
import { leaveAsFolder } from '../../store/leaveWorkspace.ts';
import { getSetting } from '../../store/settings.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { contentHashOf, requireIntact } from '../signedReport/document.ts';
import { leaveReport } from '../signedReport/leave.ts';
import { unexplainedIn } from './assemble.ts';
import { printedAnnual } from './report.ts';
import { annualFolder, buildAnnualDraft, buildAnnualFiles } from './files.ts';
import { findAnnual, type AnnualPaper } from './locked.ts';
import { nextOf, saysTheSame } from './next.ts';

/** @throws StoreFailure where a quarter that has ended lacks both return and reason, or the year has not ended */
function requireWhole(content: AnnualContent): void {
  if (content.quarters.every(({ locked }) => locked === null)) throw new StoreFailure('conflict', 'return_not_locked');
  if (isInProgress(content)) throw new StoreFailure('conflict', 'year_not_ended');
  if (unexplainedIn(content).length > 0) throw new StoreFailure('conflict', 'quarter_without_reason');
}

async function printed({ print }: ActionContext, paper: AnnualPaper, at: number): Promise<Uint8Array | null> {
  return print && (await printerOf(print)(printedAnnual(paper), at));
}

type Actions = 'annual.lock' | 'annual.export' | 'annual.draft';

export const annualActions: { readonly [M in Actions]: ActionHandler<M> } = {
  'annual.lock': (context, { contentHash, ...year }) =>
    context.transact(async (tx) => {
      const before = await findAnnual(tx, year);
      const content = await nextOf(tx, year, context, before);
      if (contentHashOf(content) !== contentHash) throw new StoreFailure('conflict', 'version_conflict');
      requireWhole(content);
      if (before && (await saysTheSame(tx, year, context, before)))
        throw new StoreFailure('conflict', 'return_unchanged');
      const locked = {
        id: context.newId(),
        ...year,
        sequence: (before?.locked.sequence ?? 0) + 1,
        lockedAt: context.clock.now(),
        auditHead: await auditHead(tx),
        contentHash,
      };
      const lockedBy = context.session.user;
      await tx.insert(annualReport).values({ ...locked, lockedBy: lockedBy.id, content: canonicalJson(content) });
      return {
        output: { ...locked, lockedBy: lockedBy.displayName },
        audit: {
          subject: { kind: 'agreement', id: year.agreementId },
          facts: { fiscalYear: year.fiscalYear, sequence: locked.sequence, contentHash },
        },
      };
    }),

  'annual.export': async (context, { folder, separator, ...year }) => {
    const parent = context.path(folder);
    const snapshot = await findAnnual(context.read, year);
    if (!snapshot) throw new StoreFailure('conflict', 'return_not_locked');
    requireIntact(snapshot);
    const key = await getSetting(context.read, 'signingKey');
    const pdf = await printed(context, snapshot, snapshot.locked.lockedAt);
    const files = await buildAnnualFiles(snapshot, key, { separator, pdf });
    return leaveReport(context, key, {
      ...{ parent, name: annualFolder(snapshot), files },
      fact: (manifest) => ({
        subject: { kind: 'agreement', id: year.agreementId },
        facts: { fiscalYear: year.fiscalYear, sequence: snapshot.locked.sequence, files: files.length, manifest },
      }),
    });
  },

  'annual.draft': async (context, { folder, separator, ...year }) => {
    const parent = context.path(folder);
    const content = await nextOf(context.read, year, context, await findAnnual(context.read, year));
    const draft = { content, locked: null };
    const at = context.clock.now();
    const files = await buildAnnualDraft(draft, at, { separator, pdf: await printed(context, draft, at) });
    const name = await leaveAsFolder(context, {
      ...{ parent, name: annualFolder(draft), files },
      fact: {
        subject: { kind: 'agreement', id: year.agreementId },
        facts: { fiscalYear: year.fiscalYear, draft: true, files: files.length },
      },
    });
    return { folderName: name, files: files.map(describeFile) };
  },
};
