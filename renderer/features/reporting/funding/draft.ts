import type { FundingRow, RowChange } from '#contract/reporting/funding';
import {
  readCell,
  rowProblems,
  type CellProblem,
  type CellReading,
  type FundingCells,
  type UnitCodes,
} from '#contract/reporting/fundingCells';
import { fundingColumns, type FundingColumn, type Register } from '#contract/reporting/fundingColumns';
import type { FundingRowId } from '#contract/ground/ids';
import { dayOrTyped } from '../../../lib/readDay.ts';
import { today } from '../../../lib/today.ts';

/** What is typed into one row and not saved yet: the texts by column, and the version of the row when the first was typed. */
interface RowEdit {
  /** Null for a row that is not saved yet. */
  readonly version: number | null;
  readonly texts: Readonly<Record<string, string>>;
}

export interface Draft {
  readonly edits: ReadonlyMap<string, RowEdit>;
  readonly removed: ReadonlySet<string>;
}

export const emptyDraft: Draft = { edits: new Map(), removed: new Set() };

/** What the grid is about: its columns, what is saved, and the units that its cells may name. */
export interface Sheet {
  readonly register: Register;
  readonly rows: readonly FundingRow[];
  readonly units: UnitCodes;
}

/** A row as the grid shows it. */
export interface SheetRow {
  readonly id: string;
  readonly saved: FundingRow | null;
  readonly texts: Readonly<Record<string, string>>;
  readonly isRemoved: boolean;
}

const newRow = /^new-(\d+)$/;

function newNumbers(draft: Draft): readonly number[] {
  return [...draft.edits.keys()].flatMap((id) => newRow.exec(id)?.[1] ?? []).map(Number);
}

/** The saved rows, those that are new, and a blank one in which the next may be typed. */
export function sheetRows(sheet: Sheet, draft: Draft): readonly SheetRow[] {
  const numbers = newNumbers(draft);
  const next = Math.max(0, ...numbers) + 1;
  return [
    ...sheet.rows.map((saved) => ({
      id: saved.id,
      saved,
      texts: draft.edits.get(saved.id)?.texts ?? {},
      isRemoved: draft.removed.has(saved.id),
    })),
    ...[...numbers, next].map((number) => {
      const id = `new-${String(number)}`;
      return { id, saved: null, texts: draft.edits.get(id)?.texts ?? {}, isRemoved: false };
    }),
  ];
}

/** The names of `count` rows from one on: those of the grid, then new ones. */
export function rowIdsFrom(rows: readonly SheetRow[], first: number, count: number): readonly string[] {
  const last = Number(newRow.exec(rows.at(-1)?.id ?? '')?.[1] ?? 0);
  return Array.from({ length: count }, (_, down) => {
    const beyond = first + down - rows.length;
    return rows[first + down]?.id ?? `new-${String(last + 1 + beyond)}`;
  });
}

function meansTheSame(column: FundingColumn, text: string, saved: FundingRow | null, units: UnitCodes): boolean {
  const reading = readTyped(column, text, units);
  return 'value' in reading && reading.value === (saved?.cells[column.key] ?? null);
}

/** Dates are read in every form that a date field takes. */
export function readTyped(column: FundingColumn, text: string, units: UnitCodes): CellReading {
  return readCell(column, column.kind === 'date' ? dayOrTyped(text, today(), 'either') : text, units);
}

/** Typing back what was saved is no change. */
export function withText(draft: Draft, sheet: Sheet, id: string, column: FundingColumn, text: string): Draft {
  const saved = sheet.rows.find((row) => row.id === id) ?? null;
  const held = draft.edits.get(id);
  const others = Object.entries(held?.texts ?? {}).filter(([key]) => key !== column.key);
  const isSame = meansTheSame(column, text, saved, sheet.units);
  const texts = Object.fromEntries(isSame ? others : [...others, [column.key, text]]);
  const edits = new Map(draft.edits);
  if (Object.keys(texts).length === 0) edits.delete(id);
  else edits.set(id, { version: held?.version ?? saved?.version ?? null, texts });
  return { ...draft, edits };
}

/** Takes a row away, or back; a row that was never saved is forgotten. */
export function withRemoved(draft: Draft, row: SheetRow): Draft {
  const edits = new Map(draft.edits);
  const removed = new Set(draft.removed);
  if (row.saved === null) edits.delete(row.id);
  else if (!removed.delete(row.id)) removed.add(row.id);
  return { edits, removed };
}

/** What a row holds with what is typed; `problems` names the cells that cannot be saved. */
export interface RowReading {
  readonly cells: FundingCells;
  readonly problems: Readonly<Record<string, CellProblem>>;
}

export function readRow(sheet: Sheet, row: SheetRow): RowReading {
  const cells: Record<string, string | number | null> = { ...row.saved?.cells };
  const problems: Record<string, CellProblem> = {};
  for (const column of fundingColumns[sheet.register]) {
    const text = row.texts[column.key];
    if (text === undefined) continue;
    const reading = readTyped(column, text, sheet.units);
    if ('value' in reading) cells[column.key] = reading.value;
    else problems[column.key] = reading.problem;
  }
  const isTouched = Object.keys(row.texts).length > 0;
  const found = isTouched ? rowProblems(sheet.register, cells) : [];
  for (const { key, problem } of found) problems[key] ??= problem;
  return { cells, problems };
}

export function countChanges({ edits, removed }: Draft): number {
  const cells = [...edits].filter(([id]) => !removed.has(id)).map(([, { texts }]) => Object.keys(texts).length);
  return cells.reduce((total, each) => total + each, removed.size);
}

/** What is sent to be saved. Each row goes with the version on which it was typed: a later one is then a conflict, never overwritten. */
export function toChanges(sheet: Sheet, draft: Draft): RowChange[] {
  return sheetRows(sheet, draft).flatMap((row): readonly RowChange[] => {
    const id = row.id as FundingRowId;
    if (row.saved && row.isRemoved) return [{ do: 'remove', id, version: row.saved.version }];
    const keys = Object.keys(row.texts);
    if (keys.length === 0) return [];
    const { cells } = readRow(sheet, row);
    const changed = Object.fromEntries(keys.map((key) => [key, cells[key] ?? null]));
    if (row.saved === null) return [{ do: 'add', cells: changed }];
    return [{ do: 'change', id, version: draft.edits.get(row.id)?.version ?? row.saved.version, cells: changed }];
  });
}
