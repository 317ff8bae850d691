import type { FundingRow } from '#contract/reporting/funding';
import { foldWord, readCell, rowProblems, type FundingCells, type UnitCodes } from '#contract/reporting/fundingCells';
import { fundingColumns, type FundingColumn, type Register } from '#contract/reporting/fundingColumns';
import type { FundingFileRow, FundingVerdict } from '#contract/reporting/fundingFiles';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { wholeCells, type Catalogues } from '../rows.ts';
import type { TableRow } from '../../../documents/tables/types.ts';

export interface JudgedRow extends FundingFileRow {
  /** The row that has the code already. */
  readonly held: FundingRow | null;
  /** What it becomes. */
  readonly after: FundingCells;
}

type Placed = readonly (FundingColumn | null)[];

/** The columns of a file by their headings, in either language or by their keys; each once. */
export function columnsOf(
  register: Register,
  header: readonly string[],
): { readonly placed: Placed; readonly ignored: string[] } {
  const left = new Map(
    fundingColumns[register].flatMap((column) =>
      [column.label.en, column.label.fr, column.key].map((name) => [foldWord(name), column] as const),
    ),
  );
  const taken = new Set<string>();
  const placed = header.map((heading) => {
    const found = left.get(foldWord(heading));
    if (!found || taken.has(found.key)) return null;
    taken.add(found.key);
    return found;
  });
  if (!taken.has('code'))
    throw new StoreFailure('invalid_input', 'column_unmapped', [{ path: 'code', code: 'column_unmapped' }]);
  return { placed, ignored: header.filter((heading, place) => placed[place] === null && heading.trim() !== '') };
}

interface Read {
  readonly cells: FundingCells;
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: FundingFileRow['problems'];
}

function readRow(placed: Placed, { cells }: TableRow, units: UnitCodes): Read {
  const read: Record<string, string | number | null> = {};
  const texts = new Map<string, string>();
  const problems: FundingFileRow['problems'] = [];
  placed.forEach((column, place) => {
    const text = (cells[place] ?? '').trim();
    // A blank leaves the recorded value: blank is never zero, and never an erasure.
    if (column === null || text === '') return;
    texts.set(column.key, text);
    const reading = readCell(column, text, units);
    if ('value' in reading) read[column.key] = reading.value;
    else problems.push({ key: column.key, problem: reading.problem, text });
  });
  return { cells: read, texts, problems };
}

function changesOf(register: Register, before: FundingCells, after: FundingCells): FundingFileRow['changes'] {
  return fundingColumns[register].flatMap(({ key }) => {
    const [was, is] = [before[key] ?? null, after[key] ?? null];
    return was === is ? [] : [{ key, before: was, after: is }];
  });
}

const codeOf = (cells: FundingCells): string => foldWord(String(cells['code'] ?? ''));

function problemsOf(
  register: Register,
  { texts, problems }: Read,
  after: FundingCells,
  { isTwice, pillars }: { readonly isTwice: boolean; readonly pillars: readonly string[] },
): FundingFileRow['problems'] {
  const known = new Set(problems.map(({ key }) => key));
  const others = rowProblems(register, after).filter(({ key }) => !known.has(key));
  const twice = isTwice ? [{ key: 'code', problem: 'code_taken' as const }] : [];
  const pillar = after['pillar'] ?? null;
  const isUnknown = pillar !== null && !pillars.includes(String(pillar));
  const unknown = isUnknown ? [{ key: 'pillar', problem: 'unknown_pillar' as const }] : [];
  return [
    ...problems,
    ...[...others, ...twice, ...unknown].map((each) => ({ ...each, text: texts.get(each.key) ?? '' })),
  ];
}

function verdictOf(
  found: FundingRow | null,
  { problems, changes }: Pick<FundingFileRow, 'problems' | 'changes'>,
): FundingVerdict {
  if (problems.length > 0) return 'invalid';
  if (found === null) return 'new';
  return changes.length > 0 ? 'changed' : 'same';
}

/** What would become of each row of a file. A code that is in it twice identifies neither row. */
export function judgeRows(
  register: Register,
  held: readonly FundingRow[],
  placed: Placed,
  rows: readonly TableRow[],
  { units, pillars }: Catalogues,
): readonly JudgedRow[] {
  const byCode = new Map(held.map((row) => [codeOf(row.cells), row]));
  const read = rows.map((row) => readRow(placed, row, units));
  const codes = new Map<string, number>();
  for (const { cells } of read) codes.set(codeOf(cells), (codes.get(codeOf(cells)) ?? 0) + 1);
  return read.map((each, place): JudgedRow => {
    const code = codeOf(each.cells);
    const found = byCode.get(code) ?? null;
    const after = wholeCells(register, { ...found?.cells, ...each.cells });
    const isTwice = code !== '' && (codes.get(code) ?? 0) > 1;
    const problems = problemsOf(register, each, after, { isTwice, pillars });
    const changes = changesOf(register, found?.cells ?? {}, after);
    return {
      line: rows[place]?.line ?? 0,
      code: each.texts.get('code') ?? '',
      verdict: verdictOf(found, { problems, changes }),
      problems,
      changes,
      held: found,
      after,
    };
  });
}
