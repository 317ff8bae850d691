import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobId as jobIdSchema, type FileGrant } from '#contract/ground/ids';
import type { ImportField, ImportMapping, ValueField } from '#contract/intake/imports';
import type { Verdict } from '#contract/intake/verdicts';
import type { Output } from '#contract/index';
import { readRegister } from '../importRegister.ts';
import { Refused, type TestStore } from '../store.ts';

export type VerdictRow = Output<'imports.previewRows'>['rows'][number];

/** What came of a register that was imported with nothing changed by hand. */
export interface ReadBack {
  readonly rows: ReadonlyMap<number, VerdictRow>;
  readonly passedOver: ReadonlyMap<number, string>;
  /** The line that is read as the names of the columns, and the column for each field. */
  readonly header: string;
  readonly columns: Readonly<Partial<Record<ImportField, string>>>;
  /** Whether the page marks the text of a cell as to be checked. */
  readonly isToCheck: (field: ValueField, row: VerdictRow) => boolean;
  readonly imported: number;
  /** Why the file as a whole is refused, and nothing of it comes in. */
  readonly refused: string | null;
}

const verdicts: readonly Verdict[] = ['new', 'duplicate', 'conflict', 'invalid'];

const nothing = {
  rows: new Map(),
  passedOver: new Map(),
  header: '',
  columns: {},
  isToCheck: () => false,
  imported: 0,
};

export async function readBack(test: TestStore, text: string, change: Partial<ImportMapping> = {}): Promise<ReadBack> {
  try {
    return await readWhole(test, text, change);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, fields = [] } = error.failure;
    return { ...nothing, refused: [code, ...fields.map((field) => field.code)].join(' ') };
  }
}

async function readWhole(test: TestStore, text: string, change: Partial<ImportMapping>): Promise<ReadBack> {
  const path = join(test.parent, `other-${randomUUID()}.csv`);
  writeFileSync(path, text);
  const { inspected, survey, preview } = await readRegister(test, test.grant(path) as FileGrant, change);
  const rows = new Map<number, VerdictRow>();
  for (const verdict of verdicts) {
    for (const row of await rowsOf(test, preview.previewId, verdict)) rows.set(row.line, row);
  }
  const { columns, headerRow = 0 } = { ...inspected.suggested, ...change };
  const doubtful = new Map(
    survey.values.map(({ field, texts }) => [
      field,
      new Set(texts.filter(({ isSure }) => !isSure).map((one) => folded(one.text))),
    ]),
  );
  const jobId = jobIdSchema.parse(randomUUID());
  const { imported } = await test.call('imports.apply', { previewId: preview.previewId, jobId });
  return {
    rows,
    passedOver: new Map(preview.passedOver.lines.map(({ line, why }) => [line, why])),
    header: inspected.firstLines[headerRow]?.text ?? '',
    columns: Object.fromEntries(
      Object.entries(columns).map(([field, at]) => [field, inspected.columns[at]?.name ?? '']),
    ),
    isToCheck: (field, row) => {
      const at = columns[field];
      const cell = at === undefined ? '' : folded(row.cells[at] ?? '');
      return [...(doubtful.get(field) ?? [])].some((text) => isShownFor(text, cell));
    },
    imported,
    refused: null,
  };
}

/** A state is shown without the date that is written behind it in its cell. */
const isShownFor = (text: string, cell: string): boolean =>
  cell === text || (cell.startsWith(`${text} `) && /^\D*\d/.test(cell.slice(text.length)));

const folded = (text: string) => text.trim().toLowerCase();

async function rowsOf(test: TestStore, previewId: string, verdict: Verdict): Promise<VerdictRow[]> {
  const size = 200;
  const rows: VerdictRow[] = [];
  for (;;) {
    const page = await test.call('imports.previewRows', { previewId, verdict, offset: rows.length, size });
    rows.push(...page.rows);
    if (page.rows.length < size) return rows;
  }
}
