import type { FieldProblem } from '#contract/ground/errors';
import type { FundingRow, RowChange } from '#contract/reporting/funding';
import { foldWord, rowProblems, type FundingCells } from '#contract/reporting/fundingCells';
import { fundingColumns, type Register } from '#contract/reporting/fundingColumns';
import type { FundingRowId } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { Catalogues } from './rows.ts';

/** What one row was and becomes. Null: it is not there. */
export interface RowPair {
  readonly id: FundingRowId;
  readonly before: FundingCells | null;
  readonly after: FundingCells | null;
  /** Version of the existing row; 0 where there never was one. */
  readonly version: number;
}

/** Pairs each requested change with the existing row. A change made without the row's latest version is refused. */
export function pairsOf(
  register: Register,
  held: readonly FundingRow[],
  changes: readonly RowChange[],
  newId: () => string,
): readonly RowPair[] {
  const byId = new Map(held.map((row) => [row.id, row]));
  const seen = new Set<string>();
  const blank: FundingCells = Object.fromEntries(fundingColumns[register].map(({ key }) => [key, null]));
  return changes.map((change): RowPair => {
    if (change.do === 'add')
      return { id: newId() as FundingRowId, before: null, after: { ...blank, ...trimmed(change.cells) }, version: 0 };
    const row = byId.get(change.id);
    if (row?.version !== change.version || seen.has(change.id)) throw new StoreFailure('conflict', 'version_conflict');
    seen.add(change.id);
    const after = change.do === 'remove' ? null : { ...row.cells, ...trimmed(change.cells) };
    return { id: row.id, before: row.cells, after, version: row.version };
  });
}

/** Text without the spaces around it; nothing but spaces is blank. */
function trimmed(cells: FundingCells): FundingCells {
  return Object.fromEntries(
    Object.entries(cells).map(([key, value]) => {
      const text = typeof value === 'string' ? value.trim() : value;
      return [key, text === '' ? null : text];
    }),
  );
}

function unknownColumns(register: Register, cells: FundingCells): readonly string[] {
  const known = new Set(fundingColumns[register].map(({ key }) => key));
  return Object.keys(cells).filter((key) => !known.has(key));
}

/** What keeps a change from being saved, named `<place>.<column>`; empty where nothing does. */
export function changeProblems(
  register: Register,
  held: readonly FundingRow[],
  pairs: readonly RowPair[],
  { units, pillars }: Catalogues,
): readonly FieldProblem[] {
  const touched = new Set(pairs.map(({ id }) => id));
  const codes = new Map<string, number>();
  const count = (cells: FundingCells | null): void => {
    const code = foldWord(String(cells?.['code'] ?? ''));
    if (code !== '') codes.set(code, (codes.get(code) ?? 0) + 1);
  };
  for (const row of held) if (!touched.has(row.id)) count(row.cells);
  for (const { after } of pairs) count(after);
  return pairs.flatMap(({ after }, place) => {
    if (after === null) return [];
    const problem = (key: string, code: string): FieldProblem => ({ path: `${String(place)}.${key}`, code });
    const { unitId, code, pillar } = after;
    return [
      ...unknownColumns(register, after).map((key) => problem(key, 'unrecognized_keys')),
      ...rowProblems(register, after).map((each) => problem(each.key, each.problem)),
      ...(unitId != null && !units.some((each) => each.id === unitId) ? [problem('unitId', 'unknown_unit')] : []),
      ...(pillar != null && !pillars.includes(String(pillar)) ? [problem('pillar', 'unknown_pillar')] : []),
      ...((codes.get(foldWord(String(code ?? ''))) ?? 0) > 1 ? [problem('code', 'code_taken')] : []),
    ];
  });
}
