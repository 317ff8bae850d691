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
import { pick } from '../../ground/kernel/pick.ts';
import { fold, stateDayHeaders } from './aliases.ts';
import { belowNames } from './belowNames.ts';
import { addRow, endRows, noClaims } from './claims.ts';
import { heldBackNumbers } from '../../casework/referrals/heldBack.ts';
import { heldNumbers, numbersAtOnce } from '../../casework/referrals/knownNumbers.ts';
import { heldFingerprints } from './duplicates.ts';
import { hasIdentifiers } from './identifiers.ts';
import { KeptRows } from './keptRows.ts';
import type { LineReader } from './lines.ts';
import { membersByName } from './members.ts';
import { passOver, sheetsOf, type PassedOverLines } from './passedOver.ts';
import { registerOf } from './register.ts';
import { compareHeld, heldBackRow, makeJudge, splitRows, stripOthers } from './rules.ts';
import { RowColours } from './rowColours.ts';
import { sharedJudge, type RowIdentifiers } from './shared.ts';
import type { Judge, Layout } from './types.ts';

export interface Preview {
  readonly id: string;
  readonly source: FileSource;
  readonly sha256: string;
  readonly reading: Reading;
  readonly mapping: ImportMapping;
  readonly header: readonly string[];
  readonly judge: Judge;
  readonly layout: Layout;
  readonly rows: KeptRows;
  /** Of a row that says the same as one before it: which of them it is, by its place. */
  readonly repeats: ReadonlyMap<number, number>;
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
  return new StoreFailure('invalid_input', 'column_unmapped', `mapping.columns.${field}`);
}

/** Whether a column, one unit for all or, in a register, lines above the rows name the unit. */
const hasUnits = ({ columns, unitId, values }: ImportMapping): boolean =>
  columns.unitCode !== undefined || unitId !== null || Object.keys(values?.unitCode ?? {}).length > 0;

/** The file or the mapping must give what every referral has. */
function requireMapping(mapping: ImportMapping, columnCount: number, ownUnits: readonly string[]): void {
  const { columns, unitId, sourceDefault } = mapping;
  for (const [field, column] of Object.entries(columns)) if (column >= columnCount) throw unmapped(field);
  if (columns.receivedOn === undefined) throw unmapped('receivedOn');
  if (columns.source === undefined && sourceDefault === null) throw unmapped('source');
  if (!hasUnits(mapping)) throw unmapped('unitCode');
  if (unitId !== null && !ownUnits.includes(unitId)) throw new StoreFailure('forbidden');
}

async function layoutOf(
  context: ActionContext,
  mapping: ImportMapping,
  header: readonly string[],
  { serialDay }: OpenedTable,
): Promise<Layout> {
  const columnCount = header.length;
  requireMapping(mapping, columnCount, context.session.unitIds);
  const sourceDefault = mapping.sourceDefault === null ? null : referralSource.safeParse(mapping.sourceDefault);
  if (sourceDefault?.success === false) {
    throw new StoreFailure('invalid_input', undefined, [{ path: 'mapping.sourceDefault', code: 'invalid_value' }]);
  }
  const units = await context.read.select(pick(unit, 'id', 'code', 'nameEn', 'nameFr')).from(unit);
  const own = units.filter(({ id }) => context.session.unitIds.includes(id));
  return {
    mapping,
    columnCount,
    serialDay,
    hasStateDays: stateDayHeaders.has(fold(header[mapping.columns.concludedOn ?? -1] ?? '')),
    sourceDefault: sourceDefault?.data ?? null,
    register: registerOf(mapping, { serialDay, today: context.clock.today() }),
    unitByCode: new Map(units.map((each) => [fold(each.code), each.id])),
    ownCodes: new Map(
      own.flatMap(({ code, nameEn, nameFr }) => [code, nameEn, nameFr].map((word) => [fold(word), code])),
    ),
    ownUnits: new Set(context.session.unitIds),
    members: mapping.columns.assignedTo === undefined ? new Map() : await membersByName(context.read),
    today: context.clock.today(),
    now: context.clock.now(),
  };
}

const breath = 1000;

type Input = Parameters<ActionHandler<'imports.preview'>>[1];

async function startOf(context: ActionContext, mapping: ImportMapping, header: readonly string[], table: OpenedTable) {
  const layout = await layoutOf(context, mapping, header, table);
  const readSheet = sheetsOf(mapping, header, table, context.clock.today());
  return { header, layout, judge: makeJudge(layout), readSheet };
}

type Start = Awaited<ReturnType<typeof startOf>>;

async function readRows(context: ActionContext, { reading, mapping }: Input, source: FileSource, job: Job) {
  const size = await source.size();
  const table = await openTable(source, reading, job);
  const mapped = new Set(Object.values(mapping.columns));
  const stripped = { parts: table.dropped, cells: 0 };
  const rows = new KeptRows();
  const claims = noClaims();
  const colours = new RowColours();
  const passed: PassedOverLines = { total: 0, lines: [] };
  let sha256 = '';
  let found: (Start & { readonly readLine: LineReader }) | null = null;
  const records = table.rows({
    onBytes: (done) => {
      job.progress('reading', done, size);
    },
    onEnd: (hash) => {
      sha256 = hash;
    },
  });
  for await (const below of belowNames(records, mapping.headerRow)) {
    if (below.isNames) {
      const start: Start = found ?? (await startOf(context, mapping, below.names, table));
      found = { ...start, readLine: start.readSheet(below.titles) };
      rows.beginSheet(below.sheet);
      claims.times.clear();
      continue;
    }
    if (!found) continue;
    const { row, ahead } = below;
    const { why, unit, cells, notes } = found.readLine(row.cells, ahead);
    if (unit !== null) rows.beginGroup(unit);
    if (why !== null) {
      passOver(passed, why, row);
      continue;
    }
    const kept = stripOthers(cells, mapped);
    stripped.cells += kept.stripped;
    colours.add(row.colours);
    for (const cells of splitRows(kept.cells, mapping))
      addRow(rows, claims, found.judge, { line: row.line, cells, notes });
    if (rows.size % breath === 0) await job.breathe();
  }
  if (!found) throw new StoreFailure('invalid_input', 'not_a_csv');
  endRows(rows, claims);
  return { ...found, rows, claims, sha256, stripped, passed, marked: colours.marked() };
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
      const { referral } = row.verdict === 'new' ? judge(row) : { referral: null };
      if (referral !== null) piece.push({ index, unitId: referral.unitId, identifiers: referral.identifiers });
    }
    for (const [index, reasons] of await judgeShared(piece))
      rows.judge(index, { verdict: 'new', reasons: [...rows.row(index).reasons, ...reasons] });
    job.progress('judging', Math.min(rows.size, first + breath), rows.size);
    await job.breathe();
  }
}

/** A row without a number that an earlier import brought is there already. */
async function judgeFingerprints(tx: WriteTx, { rows, claims: { fingerprints } }: ReadRows, job: Job): Promise<void> {
  const all = [...fingerprints.keys()];
  for (let first = 0; first < all.length; first += numbersAtOnce) {
    for (const held of await heldFingerprints(tx, all.slice(first, first + numbersAtOnce))) {
      const claim = fingerprints.get(held);
      if (claim) rows.judge(claim.index, { verdict: 'duplicate', reasons: ['row_imported_already'] });
    }
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
    const all = Array.from(claims.numbers, ([key, { receivedOn }]) => ({ key, receivedOn }));
    for (let first = 0; first < all.length; first += numbersAtOnce) {
      const some = all.slice(first, first + numbersAtOnce);
      const held = await heldNumbers(tx, some);
      const keys = some.map(({ key }) => key);
      for (const [key, holders] of held) {
        const claim = claims.numbers.get(key);
        const judged = claim && compareHeld(claim, holders);
        if (judged) rows.judge(claim.index, judged);
      }
      for (const [key, why] of await heldBackNumbers(tx, keys, context.session)) {
        const claim = claims.numbers.get(key);
        if (claim) rows.judge(claim.index, heldBackRow(why));
      }
      job.progress('judging', Math.min(all.length, first + numbersAtOnce), all.length);
      await job.breathe();
    }
    await judgeFingerprints(tx, read, job);
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
  const { rows, judge, layout, header, sha256, stripped, passed, marked, claims } = read;
  const { repeats, officers } = claims;
  const { mapping, reading } = input;
  const id = context.newId();
  const preview: Preview = {
    id,
    source,
    sha256,
    reading,
    mapping,
    header,
    judge,
    layout,
    rows,
    repeats,
    applied: false,
  };
  context.memory.set(memoryKey, preview);
  return {
    previewId: id,
    rows: rows.size,
    counts: { ...counts },
    reasons: { ...reasons },
    stripped,
    marked,
    officers: [...officers],
    passedOver: passed,
  };
};
