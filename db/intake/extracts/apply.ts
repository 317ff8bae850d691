import { and, eq } from 'drizzle-orm';
import type { ExtractKind } from '#contract/intake/extracts';
import type { ImportId } from '#contract/ground/ids';
import { rememberMapping } from '../imports/mappings.ts';
import { moveMonths } from '../imports/months.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { extractRecord, fileImport } from '../../ground/schema/unit/imports.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Job } from '../../ground/kernel/job.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { hashOf } from '../../documents/tables/source.ts';
import { judgeExtract, type JudgedRow } from './judge.ts';
import { heldExtract, judgingBy, type ExtractPreview } from './preview.ts';
import { sumByMonth } from './recount.ts';
import { isOnePerFile } from './rules.ts';
import { ChangeLog } from './snapshots.ts';
import { removeSingle, writeRow, type ExtractWrite } from './write.ts';

type Input = Parameters<ActionHandler<'extracts.apply'>>[1];

/** What was previewed is what is written: a file that was saved again meanwhile must be looked at again. */
async function requireUnchanged({ source, sha256: seen }: ExtractPreview): Promise<void> {
  const now = await hashOf(source).catch(() => null);
  if (now !== seen) throw new StoreFailure('conflict', 'file_changed');
}

/** The rows to write: those of the groups taken, and the exceptions from the others. */
function chosenRows(rows: readonly JudgedRow[], { take, except }: Input): ReadonlySet<number> {
  const [groups, exceptions] = [new Set(take), new Set(except)];
  return new Set(
    rows.flatMap(({ difference, canTake }, index) =>
      canTake && groups.has(difference) !== exceptions.has(index) ? [index] : [],
    ),
  );
}

const seenOf = ({ difference, recordId, fields }: JudgedRow): string => canonicalJson({ difference, recordId, fields });

/** Compared once more in the transaction that writes: what someone changed since the preview is not written over. */
async function requireAsSeen(tx: WriteTx, preview: ExtractPreview, chosen: ReadonlySet<number>, job: Job) {
  const { kind, items, rows } = preview;
  const now = await judgeExtract({ shown: tx, counted: tx }, kind, items, judgingBy(job, items.length));
  const isStale = [...chosen].some((index) => {
    const [before, after] = [rows[index], now[index]];
    return !before || !after || seenOf(before) !== seenOf(after);
  });
  if (isStale) throw new StoreFailure('conflict', 'version_conflict');
}

interface Said {
  readonly kind: ExtractKind;
  readonly importId: ImportId;
  readonly row: JudgedRow;
  readonly recordId: string;
}

/** Keeps what the extract said of a record, for the next one to be compared with. */
async function keepSaid({ tx, log, context }: ExtractWrite, { kind, importId, row, recordId }: Said): Promise<void> {
  const { record, last, key } = row;
  if (record === null) return;
  const said = { ...last?.said, ...record.said };
  if (last !== null) {
    if (last.recordId === recordId && canonicalJson(last.said) === canonicalJson(said)) return;
    await log.touch('extract_record', last.id, record.unitId);
    await tx.update(extractRecord).set({ recordId, said, importId }).where(eq(extractRecord.id, last.id));
    return;
  }
  const id = context.newId();
  log.added('extract_record', id, record.unitId);
  await tx.insert(extractRecord).values({ id, unitId: record.unitId, kind, key, recordId, said, importId });
}

async function forgetSaid({ tx, log }: ExtractWrite, kind: ExtractKind, row: JudgedRow): Promise<void> {
  if (row.last === null) return;
  await log.touch('extract_record', row.last.id, row.last.unitId);
  await tx.delete(extractRecord).where(and(eq(extractRecord.id, row.last.id), eq(extractRecord.kind, kind)));
}

async function writeOne(write: ExtractWrite, kind: ExtractKind, importId: ImportId, row: JudgedRow): Promise<void> {
  if (row.difference === 'gone') {
    if (isOnePerFile(kind)) return;
    await removeSingle(write, kind, row);
    await forgetSaid(write, kind, row);
    return;
  }
  const recordId = await writeRow(write, kind, row);
  await keepSaid(write, { kind, importId, row, recordId });
}

async function recordImport(
  tx: WriteTx,
  context: ActionContext,
  preview: ExtractPreview,
  importId: ImportId,
  chosen: ReadonlySet<number>,
) {
  const count = (...wanted: readonly JudgedRow['difference'][]): number =>
    preview.rows.filter((row, index) => wanted.includes(row.difference) && chosen.has(index)).length;
  const all = (wanted: JudgedRow['difference']): number =>
    preview.rows.filter(({ difference }) => difference === wanted).length;
  const counts = {
    newRows: count('new', 'struck'),
    changedRows: count('changed', 'conflict', 'gone'),
    duplicateRows: all('unchanged'),
    conflictRows: all('conflict'),
    invalidRows: all('invalid'),
  };
  const { kind, source, header, mapping } = preview;
  const by = { importedAt: context.clock.now(), importedBy: context.session.user.id };
  await tx
    .insert(fileImport)
    .values({ id: importId, kind, fileName: source.name, sha256: preview.sha256, ...by, ...counts });
  await rememberMapping(tx, { kind, header, mapping, fileName: source.name }, context);
  return counts;
}

async function writeExtract(tx: WriteTx, context: ActionContext, preview: ExtractPreview, input: Input, job: Job) {
  const { kind, rows } = preview;
  const chosen = chosenRows(rows, input);
  await requireAsSeen(tx, preview, chosen, job);
  const importId = context.newId();
  const write: ExtractWrite = { tx, context, log: new ChangeLog(tx), moves: [], source: preview.source.name };
  for (const [index, row] of rows.entries()) {
    if (chosen.has(index)) await writeOne(write, kind, importId, row);
    else if (row.difference === 'unchanged' && row.recordId !== null)
      await keepSaid(write, { kind, importId, row, recordId: row.recordId });
    job.progress('writing', index + 1, rows.length);
    if (index % 100 === 0) await job.breathe();
  }
  await moveMonths(tx, importId, sumByMonth(write.moves), context);
  await write.log.close(importId, context);
  const counts = await recordImport(tx, context, preview, importId, chosen);
  const rowsSha256 = sha256(Buffer.from(canonicalJson([...chosen].map((index) => rows[index]?.fields ?? []))));
  return {
    output: { importId, written: chosen.size },
    audit: {
      subject: { kind: 'import', id: importId },
      facts: { kind, ...counts, fileSha256: preview.sha256, rowsSha256 },
    },
  };
}

export const applyExtract: ActionHandler<'extracts.apply'> = async (context, input) => {
  const began = performance.now();
  const preview = heldExtract(context.memory, input.previewId);
  if (preview.applied) throw new StoreFailure('conflict');
  preview.applied = true;
  try {
    await requireUnchanged(preview);
    const job = context.job(input.jobId);
    const { importId, written } = await context.transact((tx) => writeExtract(tx, context, preview, input, job));
    return { importId, written, milliseconds: Math.round(performance.now() - began) };
  } catch (error) {
    preview.applied = false;
    throw error;
  }
};
