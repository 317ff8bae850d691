import {
  difference,
  extractFields,
  type Difference,
  type ExtractKind,
  type ExtractMapping,
  type ExtractReason,
} from '#contract/intake/extracts';
import type { Output } from '#contract/index';
import type { Stripped } from '#contract/documents/tables';
import { reasonsInForce } from '../../casework/clearance/reasons.ts';
import { fold } from '../imports/aliases.ts';
import { stripOthers } from '../imports/rules.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { previewKeys } from '../../ground/kernel/previews.ts';
import type { Job } from '../../ground/kernel/job.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { sourceOf } from '../../documents/tables/dropped.ts';
import { openTable, type OpenedTable } from '../../documents/tables/open.ts';
import { tooLarge, type FileSource } from '../../documents/tables/source.ts';
import { unfoundedWords } from './aliases.ts';
import { judgeExtract, type ExtractItem, type JudgedRow } from './judge.ts';
import { membersByName } from '../imports/members.ts';
import type { NotRead } from './opening.ts';
import { makeReader, type ExtractLayout } from './readRow.ts';
import { unfounded } from './rules.ts';
import { isTitle } from './suggest.ts';

export interface ExtractPreview {
  readonly id: string;
  readonly kind: ExtractKind;
  readonly source: FileSource;
  readonly sha256: string;
  readonly header: readonly string[];
  readonly mapping: ExtractMapping;
  readonly items: readonly ExtractItem[];
  readonly rows: readonly JudgedRow[];
  /** Set while its rows are written and after: they are written once. */
  applied: boolean;
}

const memoryKey = previewKeys.extracts;

/** The one preview that is kept; a page that holds an older one must preview again. */
export function heldExtract(memory: ActionContext['memory'], previewId: string): ExtractPreview {
  const held = memory.get(memoryKey) as ExtractPreview | undefined;
  if (held?.id !== previewId) throw new StoreFailure('not_found');
  return held;
}

function unmapped(field: string): StoreFailure {
  return new StoreFailure('invalid_input', 'column_unmapped', `mapping.columns.${field}`);
}

function requireMapping(
  kind: ExtractKind,
  { columns, unitId }: ExtractMapping,
  columnCount: number,
  own: readonly string[],
) {
  for (const [field, column] of Object.entries(columns)) if (column >= columnCount) throw unmapped(field);
  for (const field of extractFields[kind].required) if (columns[field] === undefined) throw unmapped(field);
  if (columns.unitCode === undefined && unitId === null) throw unmapped('unitCode');
  if (unitId !== null && !own.includes(unitId)) throw new StoreFailure('forbidden');
}

type Input = Parameters<ActionHandler<'extracts.preview'>>[1];

async function clearanceWords({ read }: ActionContext): Promise<ReadonlyMap<string, string>> {
  const reasons = (await reasonsInForce(read)).filter(({ active }) => active);
  const named = reasons.flatMap(({ code, name, letter }) =>
    [code, name.en, name.fr, letter ?? code].map((word) => [fold(word), code] as const),
  );
  return new Map([...unfoundedWords.map((word) => [word, unfounded] as const), ...named]);
}

async function layoutOf(
  context: ActionContext,
  { kind, mapping }: Input,
  columnCount: number,
  { serialDay }: OpenedTable,
): Promise<ExtractLayout> {
  requireMapping(kind, mapping, columnCount, context.session.unitIds);
  const units = await context.read.select({ id: unit.id, code: unit.code }).from(unit);
  return {
    kind,
    mapping,
    columnCount,
    serialDay,
    unitByCode: new Map(units.map((each) => [fold(each.code), each.id])),
    ownUnits: new Set(context.session.unitIds),
    today: context.clock.today(),
    clearanceByWord: await clearanceWords(context),
    memberByName: await membersByName(context.read),
  };
}

/** Differences are compared as a whole, so an extract is kept whole; a larger one is divided by its dates. */
const mostRows = 200_000;
const breath = 500;

async function readItems(context: ActionContext, input: Input, source: FileSource, job: Job) {
  const size = await source.size();
  const table = await openTable(source, input.reading, job);
  const mapped = new Set(Object.values(input.mapping.columns));
  const stripped: Stripped = { parts: table.dropped, cells: 0 };
  const items: ExtractItem[] = [];
  let sha256 = '';
  let header: readonly string[] | null = null;
  let read: ReturnType<typeof makeReader> | null = null;
  const onBytes = (done: number): void => {
    job.progress('reading', done, size);
  };
  const onEnd = (hash: string): void => {
    sha256 = hash;
  };
  for await (const { line, cells } of table.rows({ onBytes, onEnd })) {
    if (!read) {
      if (isTitle(cells)) continue;
      header = cells;
      read = makeReader(await layoutOf(context, input, cells.length, table));
      continue;
    }
    const kept = stripOthers(cells, mapped);
    stripped.cells += kept.stripped;
    items.push({ line, result: read(kept.cells) });
    if (items.length > mostRows) throw tooLarge();
    if (items.length % breath === 0) await job.breathe();
  }
  if (!header) throw new StoreFailure('invalid_input', 'not_a_csv');
  return { items, header, sha256, stripped };
}

/** Lets other calls run between the rows that are judged. */
export function judgingBy(job: Job, total: number): (index: number) => Promise<void> {
  return async (index) => {
    if (index % breath !== 0) return;
    job.progress('judging', index, total);
    await job.breathe();
  };
}

function countsOf(rows: readonly JudgedRow[]) {
  const counts = Object.fromEntries(difference.options.map((each) => [each, 0])) as Record<Difference, number>;
  const reasons: Partial<Record<ExtractReason, number>> = {};
  for (const row of rows) {
    counts[row.difference] += 1;
    for (const reason of row.reasons) reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return { counts, reasons };
}

function proactiveIn(kind: ExtractKind, rows: readonly JudgedRow[]): number {
  if (kind !== 'investigations') return 0;
  return rows.filter((row) => row.difference === 'new' && (row.record?.referralKey ?? null) === null).length;
}

const mostNamed = 50;

/** The texts of new files that were not read, each once with the number of its rows; the most frequent first. */
function notReadIn(rows: readonly JudgedRow[]): Output<'extracts.preview'>['notRead'] {
  const found = new Map<string, NotRead & { rows: number }>();
  for (const { difference, record } of rows)
    for (const each of difference === 'new' && record !== null ? record.opening.notRead : []) {
      const key = `${each.field} ${each.text}`;
      found.set(key, { ...each, rows: (found.get(key)?.rows ?? 0) + 1 });
    }
  return [...found.values()].toSorted((a, b) => b.rows - a.rows).slice(0, mostNamed);
}

export const previewExtract: ActionHandler<'extracts.preview'> = async (context, input) => {
  const { kind, mapping } = input;
  const job = context.job(input.jobId);
  const source = sourceOf(context, input.file);
  // Two files in memory at once would be one too many.
  context.memory.delete(memoryKey);
  const { items, header, sha256, stripped } = await readItems(context, input, source, job);
  const rows = await judgeExtract(
    { shown: context.read, counted: context.counted },
    kind,
    items,
    judgingBy(job, items.length),
  );
  const { counts, reasons } = countsOf(rows);
  const facts = { kind, rows: items.length, ...counts, strippedCells: stripped.cells, fileSha256: sha256 };
  await context.transact(() => Promise.resolve({ output: null, audit: { facts } }));
  const id = context.newId();
  const preview: ExtractPreview = { id, kind, source, sha256, header, mapping, items, rows, applied: false };
  context.memory.set(memoryKey, preview);
  return { previewId: id, counts, reasons, proactive: proactiveIn(kind, rows), notRead: notReadIn(rows), stripped };
};
