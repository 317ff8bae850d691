import { referralSource } from '#contract/ground/codes';
import type { ImportField, ImportMapping } from '#contract/intake/imports';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { unit } from '../../ground/schema/common/units.ts';
import type { Reading, Stripped } from '#contract/documents/tables';
import { previewKeys } from '../../ground/kernel/previews.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Job } from '../../ground/kernel/job.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { sourceOf } from '../../documents/tables/dropped.ts';
import { openTable, type OpenedTable } from '../../documents/tables/open.ts';
import type { FileSource } from '../../documents/tables/source.ts';
import type { TableRow } from '../../documents/tables/types.ts';
import { fold } from './aliases.ts';
import { heldBackNumbers } from '../../casework/referrals/heldBack.ts';
import { heldNumbers, numbersAtOnce } from './duplicates.ts';
import { hasIdentifiers } from './identifiers.ts';
import { KeptRows } from './keptRows.ts';
import { compareHeld, heldBackRow, makeJudge, stripOthers, type HeldNumber, type Judge, type Layout } from './rules.ts';
import { sharedJudge, type RowIdentifiers } from './shared.ts';

export interface Preview {
  readonly id: string;
  readonly source: FileSource;
  readonly sha256: string;
  readonly reading: Reading;
  readonly mapping: ImportMapping;
  readonly header: readonly string[];
  readonly judge: Judge;
  readonly rows: KeptRows;
  /** Set while its rows are written and after: they are written once. */
  applied: boolean;
}

const memoryKey = previewKeys.referrals;

/** The one preview that is kept; a page that holds an older one must preview again. */
export function heldPreview(memory: ActionContext['memory'], previewId: string): Preview {
  const held = memory.get(memoryKey) as Preview | undefined;
  if (held?.id !== previewId) throw new StoreFailure('not_found');
  return held;
}

function unmapped(field: string): StoreFailure {
  return new StoreFailure('invalid_input', 'column_unmapped', [
    { path: `mapping.columns.${field}`, code: 'column_unmapped' },
  ]);
}

/** The file must give, or the mapping stand in for, what every referral has. */
function requireMapping(mapping: ImportMapping, columnCount: number, ownUnits: readonly string[]): void {
  const { columns, unitId, sourceDefault } = mapping;
  for (const [field, column] of Object.entries(columns)) if (column >= columnCount) throw unmapped(field);
  if (columns.receivedOn === undefined) throw unmapped('receivedOn');
  if (columns.source === undefined && sourceDefault === null) throw unmapped('source');
  if (columns.unitCode === undefined && unitId === null) throw unmapped('unitCode');
  if (unitId !== null && !ownUnits.includes(unitId)) throw new StoreFailure('forbidden');
}

async function layoutOf(
  context: ActionContext,
  mapping: ImportMapping,
  columnCount: number,
  { serialDay }: OpenedTable,
): Promise<Layout> {
  requireMapping(mapping, columnCount, context.session.unitIds);
  const sourceDefault = mapping.sourceDefault === null ? null : referralSource.safeParse(mapping.sourceDefault);
  if (sourceDefault?.success === false) {
    throw new StoreFailure('invalid_input', undefined, [{ path: 'mapping.sourceDefault', code: 'invalid_value' }]);
  }
  const units = await context.read.select({ id: unit.id, code: unit.code }).from(unit);
  return {
    mapping,
    columnCount,
    serialDay,
    sourceDefault: sourceDefault?.data ?? null,
    unitByCode: new Map(units.map((each) => [fold(each.code), each.id])),
    ownUnits: new Set(context.session.unitIds),
    today: context.clock.today(),
  };
}

const breath = 1000;

/** The place in `rows` and the facts that are compared, for each number of the file: its first row. */
type Claims = Map<string, HeldNumber & { readonly index: number }>;

function addRow(rows: KeptRows, claims: Claims, judge: Judge, { line, cells }: TableRow): void {
  const judged = judge(cells);
  if (!judged.referral) {
    rows.add({ line, cells, verdict: 'invalid', reasons: judged.reasons, receivedOn: null });
    return;
  }
  const { externalKey, unitId, receivedOn } = judged.referral;
  if (externalKey !== null && claims.has(externalKey)) {
    rows.add({ line, cells, verdict: 'duplicate', reasons: ['twice_in_file'], receivedOn });
    return;
  }
  if (externalKey !== null) claims.set(externalKey, { index: rows.size, unitId, receivedOn });
  rows.add({ line, cells, verdict: 'new', reasons: [], receivedOn });
}

type Input = Parameters<ActionHandler<'imports.preview'>>[1];

async function readRows(context: ActionContext, { reading, mapping }: Input, source: FileSource, job: Job) {
  const size = await source.size();
  const table = await openTable(source, reading, job);
  const mapped = new Set(Object.values(mapping.columns));
  const stripped = { parts: table.dropped, cells: 0 };
  const rows = new KeptRows();
  const claims: Claims = new Map();
  let sha256 = '';
  let header: readonly string[] | null = null;
  let judge: Judge | null = null;
  const records = table.rows({
    onBytes: (done) => {
      job.progress('reading', done, size);
    },
    onEnd: (hash) => {
      sha256 = hash;
    },
  });
  for await (const record of records) {
    if (!judge) {
      header = record.cells;
      judge = makeJudge(await layoutOf(context, mapping, header.length, table));
      continue;
    }
    const kept = stripOthers(record.cells, mapped);
    stripped.cells += kept.stripped;
    addRow(rows, claims, judge, { line: record.line, cells: kept.cells });
    if (rows.size % breath === 0) await job.breathe();
  }
  if (!judge || !header) throw new StoreFailure('invalid_input', 'not_a_csv');
  rows.pack();
  return { rows, claims, judge, header, sha256, stripped };
}

type ReadRows = Awaited<ReturnType<typeof readRows>>;

const strippedFacts = ({ parts, cells }: Stripped) => ({ strippedParts: parts, strippedCells: cells });

/** What the new rows share with others: their cells are judged once more, which costs less than keeping what they say. */
async function judgeIdentifiers(tx: WriteTx, { rows, judge }: ReadRows, job: Job): Promise<void> {
  const judgeShared = await sharedJudge(tx);
  for (let first = 0; first < rows.size; first += breath) {
    const piece: RowIdentifiers[] = [];
    for (let index = first; index < Math.min(rows.size, first + breath); index += 1) {
      const row = rows.row(index);
      const { referral } = row.verdict === 'new' ? judge(row.cells) : { referral: null };
      if (referral !== null) piece.push({ index, unitId: referral.unitId, identifiers: referral.identifiers });
    }
    for (const [index, reasons] of await judgeShared(piece)) rows.judge(index, { verdict: 'new', reasons });
    job.progress('judging', Math.min(rows.size, first + breath), rows.size);
    await job.breathe();
  }
}

/**
 * Looks the numbers and the identifiers up in a transaction, because the reading connection shows the session's units only. Nothing is
 * written in it but the one audit entry that says what was looked at.
 */
function judgeNumbers(context: ActionContext, read: ReadRows, mapping: ImportMapping, job: Job) {
  const { rows, claims, sha256, stripped } = read;
  const isMapped = (field: ImportField) => mapping.columns[field] !== undefined;
  return context.transact(async (tx) => {
    const keys = [...claims.keys()];
    for (let first = 0; first < keys.length; first += numbersAtOnce) {
      const some = keys.slice(first, first + numbersAtOnce);
      const held = await heldNumbers(tx, some);
      for (const [key, holders] of held) {
        const claim = claims.get(key);
        const judged = claim && compareHeld(claim, holders);
        if (judged) rows.judge(claim.index, judged);
      }
      for (const [key, why] of await heldBackNumbers(tx, some, context.session)) {
        const claim = claims.get(key);
        if (claim) rows.judge(claim.index, heldBackRow(why));
      }
      job.progress('judging', Math.min(keys.length, first + numbersAtOnce), keys.length);
      await job.breathe();
    }
    if (hasIdentifiers(isMapped)) await judgeIdentifiers(tx, read, job);
    const tally = rows.tally();
    return {
      output: tally,
      audit: { facts: { rows: rows.size, ...tally.counts, ...strippedFacts(stripped), fileSha256: sha256 } },
    };
  });
}

export const previewImport: ActionHandler<'imports.preview'> = async (context, input) => {
  const source = sourceOf(context, input.file);
  const job = context.job(input.jobId);
  // Two files in memory at once would be one too many.
  context.memory.delete(memoryKey);
  const read = await readRows(context, input, source, job);
  const { counts, reasons } = await judgeNumbers(context, read, input.mapping, job);
  const { rows, judge, header, sha256, stripped } = read;
  const { mapping, reading } = input;
  const id = context.newId();
  const preview: Preview = { id, source, sha256, reading, mapping, header, judge, rows, applied: false };
  context.memory.set(memoryKey, preview);
  return { previewId: id, rows: rows.size, counts: { ...counts }, reasons: { ...reasons }, stripped };
};
