import type { ReturnId } from '#contract/ground/ids';
import type { Job } from '../../../ground/kernel/job.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import type { SigningKey } from '../../../ground/kernel/signing.ts';
import { getSetting } from '../../../store/settings.ts';
import type { AuditFact, ReadDb, WriteTx } from '../../../ground/kernel/database.ts';
import type { ActionContext, ActionHandler } from '../../../store/types.ts';
import { requireIntact } from '../../signedReport/document.ts';
import { leaveReport } from '../../signedReport/leave.ts';
import { folderName } from '../periods.ts';
import { getLocked, type Snapshot } from '../locked.ts';
import type { ReleaseContent } from './content.ts';
import { buildReleaseFiles } from './files.ts';
import type { EarlierRelease, MadeRelease, makeRelease, ReleaseKind } from './make.ts';
import { countReleases, earlierReleases, findRelease, hashOfRelease, keepRelease } from './register.ts';

async function intactSnapshot(db: ReadDb, returnId: ReturnId): Promise<Snapshot> {
  const snapshot = await getLocked(db, returnId);
  if (!snapshot) throw new StoreFailure('not_found');
  requireIntact(snapshot);
  return snapshot;
}

interface Prepared {
  readonly content: ReleaseContent;
  /** Null where the return was released before: its release stays as it was made. */
  readonly made: MadeRelease | null;
  /** How many releases it was checked against. */
  readonly against: number;
}

/** A reader has the releases of every agreement at hand: a release is protected against all of them, also those that its maker does not see. */
function releasesOfAll(context: ActionContext, returnId: ReturnId): Promise<readonly EarlierRelease[]> {
  if (context.session.agreementIds === null) return earlierReleases(context.read);
  return context.transact(async (tx) => {
    const output = await earlierReleases(tx);
    return {
      output,
      audit: { subject: { kind: 'return', id: returnId }, facts: { comparedWithAll: true, releases: output.length } },
    };
  });
}

/** In a thread of its own: to protect the counts of thirty units takes seconds. */
async function prepare(
  context: ActionContext,
  snapshot: Snapshot,
  kind: ReleaseKind,
  key: SigningKey,
  earlier: readonly EarlierRelease[],
  job: Job,
): Promise<Prepared> {
  const held = await findRelease(context.read, snapshot.locked.id);
  if (held && (held.method !== kind.method || held.base !== kind.base))
    throw new StoreFailure('conflict', 'release_method_differs');
  if (held) return { content: held, made: null, against: earlier.length };
  const input: Parameters<typeof makeRelease> = [snapshot.content, kind, key, earlier];
  const made = await context.compute<MadeRelease>({ name: 'release', input }, job);
  return { content: made.content, made, against: earlier.length };
}

/** Kept before anything leaves: what was published must be known to every release after it. */
function keeping(context: ActionContext, returnId: ReturnId, { content, made, against }: Prepared, manifest: string) {
  return async (tx: WriteTx): Promise<AuditFact> => {
    if (made) {
      if ((await countReleases(tx)) !== against) throw new StoreFailure('conflict', 'version_conflict');
      await keepRelease(tx, context, returnId, made);
    }
    const { method, base } = content;
    return { subject: { kind: 'return', id: returnId }, facts: { method, base, manifest } };
  };
}

function tally({ counts, categories = [], times, ledger }: ReleaseContent): {
  readonly counts: number;
  readonly suppressed: number;
} {
  const shown = [
    ...[...counts, ...categories, ...times].map((each) => each.shown),
    ...ledger.flatMap(({ cells }) => Object.values(cells)),
  ];
  const suppressed = shown.filter(({ mark }) => mark === 'x').length;
  return { counts: shown.filter(({ value }) => value !== null).length + suppressed, suppressed };
}

export const releaseActions: { readonly 'returns.release': ActionHandler<'returns.release'> } = {
  'returns.release': async (context, { returnId, folder, method, base, jobId }) => {
    const parent = context.path(folder);
    const snapshot = await intactSnapshot(context.read, returnId);
    const key = await getSetting(context.read, 'signingKey');
    const earlier = await releasesOfAll(context, returnId);
    const job = context.job(jobId ?? returnId);
    const prepared = await prepare(context, snapshot, { method, base }, key, earlier, job);
    const files = await buildReleaseFiles(snapshot, prepared.content, hashOfRelease(prepared.content), key);
    const { agreement, quarter } = snapshot.content;
    // A release that was stopped since its figures were known writes no folder.
    await job.breathe();
    const name = `${folderName(agreement.code, quarter, snapshot.locked.sequence)}-release`;
    const fact = (manifest: string) => keeping(context, returnId, prepared, manifest);
    return { ...(await leaveReport(context, key, { parent, name, files, fact })), ...tally(prepared.content) };
  },
};
