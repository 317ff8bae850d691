import type { RawDatabase } from '../sqlite/connection.ts';
import { partsInSql, wordsInSql } from '../searchedColumns.ts';

interface Trigger {
  readonly name: string;
  readonly sql: string;
}

/** Copies rows that triggers have been at already; then they are there again, and the index of words has every file. */
export async function withoutTriggers<T>(raw: RawDatabase, work: () => Promise<T>): Promise<T> {
  const triggers = raw.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as Trigger[];
  for (const { name } of triggers) raw.exec(`DROP TRIGGER "${name}"`);
  const output = await work();
  indexWords(raw);
  for (const { sql } of triggers) raw.exec(sql);
  return output;
}

const searchedRows = (['referral', 'investigation', 'person'] as const).map(
  (kind) => `SELECT '${kind}' AS kind, id, unit_id, entered_at, ${wordsInSql(kind)} AS words FROM ${kind}`,
);

/** What the triggers of the migrations take from each record; what is sealed is not searched. */
const searched = `WITH searched AS (${searchedRows.join(' UNION ALL ')}),
  shown AS (SELECT * FROM searched WHERE id NOT IN (SELECT item_id FROM sealed_item))`;

function hasTable(raw: RawDatabase, name: string): boolean {
  return raw.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(name) !== undefined;
}

const numbersOf = (kind: 'referral' | 'investigation'): string => `INSERT INTO search_number (rowid, part)
  SELECT search_entry.number, ${partsInSql(kind)} FROM search_entry JOIN ${kind} ON ${kind}.id = file_id WHERE kind = '${kind}' ORDER BY 1;`;

/** Records keep their places in the search; those without one get theirs in the order of their entry. */
function indexWords(raw: RawDatabase): void {
  if (!hasTable(raw, 'search_text')) return;
  raw.exec(`
    ${searched} DELETE FROM search_entry WHERE (kind, file_id) NOT IN (SELECT kind, id FROM shown);
    ${searched} INSERT INTO search_entry (kind, file_id, unit_id)
      SELECT kind, id, unit_id FROM shown WHERE (kind, id) NOT IN (SELECT kind, file_id FROM search_entry)
      ORDER BY entered_at, id;
    ${searched} INSERT INTO search_text (rowid, words)
      SELECT search_entry.number, shown.words FROM search_entry JOIN shown ON shown.kind = search_entry.kind AND shown.id = file_id;
    UPDATE search_entry SET unit_id = found.unit_id FROM (
      SELECT id, unit_id FROM referral UNION ALL SELECT id, unit_id FROM investigation UNION ALL SELECT id, unit_id FROM person) AS found
      WHERE found.id = search_entry.file_id AND found.unit_id <> search_entry.unit_id;
    ${numbersOf('referral')}
    ${numbersOf('investigation')}
    INSERT INTO search_identifier_place (identifier_id) SELECT id FROM identifier ORDER BY entered_at, id;
    INSERT INTO search_identifier (rowid, part)
      SELECT number, ${partsInSql('identifier')}
      FROM search_identifier_place JOIN identifier ON identifier.id = identifier_id ORDER BY 1;`);
}
