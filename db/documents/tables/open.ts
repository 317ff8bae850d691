import type { Reading } from '#contract/documents/tables';
import type { Follow } from '../../ground/foreign/readers.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { serialDay } from '../workbook/cellText.ts';
import { isArchive } from './detect.ts';
import { firstBytes, type FileSource } from './source.ts';
import { tableReader } from './tableReader.ts';
import type { TableRow } from './types.ts';

export type Progress = Pick<Follow, 'onBytes' | 'onEnd'>;

export interface OpenedTable {
  readonly reading: Reading;
  /** With the keys of their first lines. */
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly lines: readonly string[] }[];
  /** Parts of the file that are no table. */
  readonly dropped: number;
  /** To be asked for once, and at once: until then the file's reader waits. */
  readonly rows: (progress: Progress) => AsyncIterable<TableRow>;
  /** What a count of days is in this file; null where it is none. */
  readonly serialDay: (text: string) => string | null;
}

type Answers = ReturnType<typeof answersOf>;

/** A workbook is read whole, and a text row by row: where the first takes too much, the second is the way out. */
const tooMuch: ReadonlySet<unknown> = new Set(['file_too_large', 'file_takes_too_long', 'file_takes_too_much_memory']);

async function isWorkbook(source: FileSource): Promise<boolean> {
  return isArchive(await firstBytes(source));
}

async function* answersOf(source: FileSource, options: Parameters<typeof tableReader.read>[1], follow: Follow) {
  try {
    yield* source.readers.answers(tableReader, source, options, follow);
  } catch (error) {
    const isTooMuch = error instanceof StoreFailure && tooMuch.has(error.reason);
    throw isTooMuch && (await isWorkbook(source)) ? new StoreFailure('invalid_input', 'workbook_too_large') : error;
  }
}

async function* rowsOf(answers: Answers): AsyncGenerator<TableRow> {
  for await (const answer of answers) if (answer.kind === 'rows') yield* answer.rows;
}

async function open(source: FileSource, options: Parameters<typeof tableReader.read>[1], job: Follow['job']) {
  let heard: Progress = {};
  const answers = answersOf(source, options, {
    job,
    onBytes: (done) => heard.onBytes?.(done),
    onEnd: (sha256) => heard.onEnd?.(sha256),
  });
  const first = await answers.next();
  const head = first.done === true ? null : first.value;
  if (head?.kind !== 'head') throw new StoreFailure('invalid_input', 'file_damaged');
  const table: OpenedTable = {
    reading: head.reading,
    sheets: head.sheets,
    dropped: head.dropped,
    rows: (progress) => {
      heard = progress;
      return rowsOf(answers);
    },
    serialDay: (text) => serialDay(text, head.is1904),
  };
  return { table, undivided: head.undivided, close: () => answers.return(undefined) };
}

/** Opens a file in the way that was chosen. */
export async function openTable(source: FileSource, chosen: Reading, job: Follow['job']): Promise<OpenedTable> {
  return (await open(source, { chosen, isInspected: false, mostRows: null }, job)).table;
}

/** Opens a file whose kind is still to be found; a choice of another kind than the file's counts for nothing. */
export async function inspectTable(
  source: FileSource,
  chosen: Reading | undefined,
  isKnownName: (name: string) => boolean,
  mostRows: number,
): Promise<OpenedTable> {
  const { table, undivided, close } = await open(
    source,
    { chosen: chosen ?? null, isInspected: true, mostRows },
    undefined,
  );
  if (undivided === null || isKnownName(undivided)) return table;
  // Without a name that says so it is taken for prose.
  await close();
  throw new StoreFailure('invalid_input', 'not_a_csv');
}
