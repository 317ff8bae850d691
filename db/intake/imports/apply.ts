import type { ImportId } from '#contract/ground/ids';
import { must } from '../../ground/kernel/assert.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fileImport } from '../../ground/schema/unit/imports.ts';
import type { Audited, WriteTx } from '../../ground/kernel/database.ts';
import type { Job } from '../../ground/kernel/job.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { hashOf } from '../../documents/tables/source.ts';
import { heldBackNumbers } from '../../casework/referrals/heldBack.ts';
import { heldNumbers } from '../../casework/referrals/knownNumbers.ts';
import { heldFingerprints } from './duplicates.ts';
import { repeatedFingerprint } from './fingerprint.ts';
import type { Tally } from './keptRows.ts';
import { rememberMapping } from './mappings.ts';
import { heldPreview, type Preview } from './preview.ts';
import { compareHeld, heldBackRow, importedRow } from './rules.ts';
import { endBulkWrite, endPiece, startBulkWrite, writeReferral, type BulkWrite } from './writeRows.ts';
import type { ImportedReferral } from './types.ts';

/** What was previewed is what is written: a file that was saved again meanwhile must be looked at again. */
async function requireUnchanged({ source, sha256 }: Preview): Promise<void> {
  const changed = new StoreFailure('conflict', 'file_changed');
  const now = await hashOf(source).catch(() => null);
  if (now !== sha256) throw changed;
}

type Left = (ReturnType<typeof compareHeld> & object) | ReturnType<typeof heldBackRow> | typeof importedRow;

/** The rows that must be left out although the preview called them new, by their place. */
type LeftOut = Map<number, Left>;

interface Fresh {
  readonly index: number;
  readonly referral: ImportedReferral;
}

function freshRows({ judge, rows, repeats }: Preview, places: Uint32Array): readonly Fresh[] {
  return Array.from(places, (index) => {
    const judged = judge(rows.row(index));
    const referral = must(judged.referral, 'the judge that found the row good judges it the same again');
    const { fingerprint } = referral;
    const own = fingerprint === null ? null : repeatedFingerprint(fingerprint, repeats.get(index) ?? 1);
    return { index, referral: { ...referral, fingerprint: own } };
  });
}

/** The numbers are looked up once more in the transaction that writes: someone may have logged one meanwhile. */
async function writePiece(write: BulkWrite, fresh: readonly Fresh[], leftOut: LeftOut): Promise<number> {
  const asked = fresh.flatMap(({ referral: { externalKey: key, receivedOn } }) =>
    key === null ? [] : [{ key, receivedOn }],
  );
  const held = await heldNumbers(write.tx, asked);
  const keys = asked.map(({ key }) => key);
  const heldBack = await heldBackNumbers(write.tx, keys, write.context.session);
  const fingerprints = fresh.flatMap(({ referral: { fingerprint } }) => (fingerprint === null ? [] : [fingerprint]));
  const rows = await heldFingerprints(write.tx, fingerprints);
  let written = 0;
  for (const { index, referral } of fresh) {
    const why = heldBack.get(referral.externalKey ?? '');
    const isImported = referral.fingerprint !== null && rows.has(referral.fingerprint);
    const left = why
      ? heldBackRow(why)
      : isImported
        ? importedRow
        : compareHeld(referral, held.get(referral.externalKey ?? '') ?? []);
    if (left) {
      leftOut.set(index, left);
      continue;
    }
    await writeReferral(write, referral);
    written += 1;
  }
  await endPiece(write);
  return written;
}

const breath = 1000;
/** An import of more than these is not undone by hand. */
const manyRows = 1000;

async function writeAll(write: BulkWrite, preview: Preview, leftOut: LeftOut, job: Job): Promise<number> {
  const places = preview.rows.newByDay();
  const own = new Set<string>(write.context.session.unitIds);
  let written = 0;
  for (let first = 0; first < places.length; first += breath) {
    const fresh = freshRows(preview, places.subarray(first, first + breath));
    if (fresh.some(({ referral }) => !own.has(referral.unitId))) throw new StoreFailure('forbidden');
    written += await writePiece(write, fresh, leftOut);
    job.progress('writing', first + fresh.length, places.length);
    await job.breathe();
  }
  return written;
}

function countsAfter({ counts }: Tally, leftOut: LeftOut): Tally['counts'] {
  const after = { ...counts };
  for (const { verdict } of leftOut.values()) {
    after.new -= 1;
    after[verdict] += 1;
  }
  return after;
}

async function recordImport(
  tx: WriteTx,
  context: ActionContext,
  preview: Preview,
  { importId, at }: { readonly importId: ImportId; readonly at: number },
  counts: Tally['counts'],
) {
  await tx.insert(fileImport).values({
    id: importId,
    fileName: preview.source.name,
    sha256: preview.sha256,
    importedAt: at,
    importedBy: context.session.user.id,
    newRows: counts.new,
    duplicateRows: counts.duplicate,
    conflictRows: counts.conflict,
    invalidRows: counts.invalid,
  });
  const { header, mapping, source } = preview;
  await rememberMapping(tx, { kind: 'referrals', header, mapping, fileName: source.name }, context);
}

interface Written {
  readonly importId: ImportId;
  readonly imported: number;
  readonly leftOut: LeftOut;
}

async function writeImport(tx: WriteTx, context: ActionContext, preview: Preview, job: Job): Promise<Audited<Written>> {
  const importId = context.newId();
  const leftOut: LeftOut = new Map();
  const write = startBulkWrite(tx, context, importId);
  const imported = await writeAll(write, preview, leftOut, job);
  const rowsSha256 = await endBulkWrite(write);
  const counts = countsAfter(preview.rows.tally(), leftOut);
  await recordImport(tx, context, preview, { importId, at: write.at }, counts);
  return {
    output: { importId, imported, leftOut },
    audit: {
      subject: { kind: 'import', id: importId },
      facts: { ...counts, fileSha256: preview.sha256, rowsSha256 },
    },
  };
}

export const applyImport: ActionHandler<'imports.apply'> = async (context, input) => {
  const began = performance.now();
  const preview = heldPreview(context.memory, input.previewId);
  if (preview.applied) throw new StoreFailure('conflict');
  preview.applied = true;
  try {
    await requireUnchanged(preview);
    const job = context.job(input.jobId);
    if (preview.rows.tally().counts.new > manyRows) await context.backUp('before_import', job);
    const { importId, imported, leftOut } = await context.transact((tx) => writeImport(tx, context, preview, job));
    for (const [index, judged] of leftOut) preview.rows.judge(index, judged);
    return { importId, imported, milliseconds: Math.round(performance.now() - began) };
  } catch (error) {
    preview.applied = false;
    throw error;
  }
};
