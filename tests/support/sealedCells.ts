import type { WorkspaceKind } from '#contract/ground/codes';
import { storedTables } from '../../db/store/postgres/server/tables.ts';
import type { TestDatabase } from './postgres.ts';

/** Columns of words by what the server has in them: a text that is not encrypted, or encrypted texts alone. */
export async function sealedCells(
  { run }: TestDatabase,
  kind: WorkspaceKind,
): Promise<{ readonly open: readonly string[]; readonly sealed: readonly string[] }> {
  const questions = storedTables(kind).flatMap((table) =>
    table.columns
      .filter(({ protection }) => protection !== 'clear')
      .map(
        ({ name }) =>
          `SELECT '${table.name}.${name}' AS place, bool_and("${name}" ~ '^[ve]1:${table.name}[.]${name}:') AS sealed FROM "${table.name}"`,
      ),
  );
  const rows = await run(`SELECT * FROM (${questions.join(' UNION ALL ')}) AS found WHERE sealed IS NOT NULL`);
  const placesOf = (isSealed: boolean): string[] =>
    rows.filter((row) => row['sealed'] === isSealed).map(({ place }) => String(place));
  return { open: placesOf(false), sealed: placesOf(true) };
}
