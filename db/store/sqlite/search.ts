import { sql, type SQL } from 'drizzle-orm';
import { folded } from '#contract/ground/folded';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { FoundByWords, SearchedKind, WordSearch } from '../engineRecords.ts';
import { askedWords } from '../../ground/kernel/words.ts';
import { searchEntry } from '../../ground/schema/unit/search.ts';
import { partsInSql, wordsInSql } from '../searchedColumns.ts';

/** Of the beginnings that the index keeps: see its `prefix`. */
const longestKept = 3;
/** Matches that are looked at in a step for files of the session's units. */
const lookedAt = 2_000;
/** Each is a seek of its own: this many cost less than a beginning that the index gathers whole. */
const mostEndings = 100;

type Asking = Pick<WriteTx, 'all' | 'run'>;
/** The words of the index that begin so, folded as it folds them; null where they are too many to be asked for one by one. */
export type Endings = (beginning: string) => Promise<readonly string[] | null>;

/**
 * The text as typed, as a question to the full-text index: every word, or one that begins with it. Quoted, so that nothing typed is an operator.
 * Null where there is no letter and no digit.
 */
export async function toMatch(text: string, endings: Endings): Promise<string | null> {
  const words = askedWords(text);
  if (words.length === 0) return null;
  const questions = await Promise.all(
    words.map(async ({ text: word, mayGoOn }) => (mayGoOn ? beginsWith(word, endings) : `"${word}"`)),
  );
  return questions.join(' AND ');
}

/**
 * The index keeps the files of beginnings of two and three letters. Those of a longer one it would gather from every word,
 * whole, before it gives the newest: words asked for by name give theirs one at a time.
 */
async function beginsWith(part: string, endings: Endings): Promise<string> {
  const words = part.length > longestKept ? await endings(folded(part)) : null;
  return words === null || words.length === 0 ? `"${part}"*` : `(${words.map((each) => `"${each}"`).join(' OR ')})`;
}

function endingsIn(db: Asking): Endings {
  return async (beginning) => {
    const words: string[] = [];
    for (let from = beginning; words.length <= mostEndings;) {
      const [next] = await db.all<{ term: string }>(sql`select term from search_term where term >= ${from} limit 1`);
      if (next?.term.startsWith(beginning) !== true) return words;
      words.push(next.term);
      // No word has this character: the next one after all places of this one.
      from = `${next.term}\u0001`;
    }
    return null;
  };
}

type Index = 'search_text' | 'search_number' | 'search_identifier';
/** What is shown of a step of matches, `(… as number)`, no more than so many. */
type Shown = (step: SQL, most: number) => SQL;

/**
 * The newest entered first: by rank, a common beginning takes a thousand times as long. Matches of other units are passed over, a step at a time,
 * until there is enough of one's own.
 */
async function newest<T>(db: Asking, index: Index, match: string, shown: Shown, most: number): Promise<readonly T[]> {
  const table = sql.identifier(index);
  const found: T[] = [];
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null;) {
    const step: SQL = sql`(select rowid as number from ${table} where ${table} match ${match} and rowid < ${before} order by rowid desc limit ${lookedAt})`;
    found.push(...(await db.all<T>(shown(step, most - found.length))));
    if (found.length >= most) break;
    const [seen]: { count: number; least: number }[] = await db.all<{ count: number; least: number }>(
      sql`select count(*) as count, min(number) as least from ${step}`,
    );
    before = seen?.count === lookedAt ? seen.least : null;
  }
  return found;
}

const entries: Shown = (step, most) =>
  sql`select kind, file_id as fileId from ${step} join ${searchEntry} using (number) order by number desc limit ${most}`;

const identifiers: Shown = (step, most) =>
  sql`select identifier.id as id from ${step} join search_identifier_place using (number) join identifier on identifier.id = identifier_id
    order by number desc limit ${most}`;

async function find(db: Asking, text: string, most: number): Promise<readonly FoundByWords[]> {
  const match = await toMatch(text, endingsIn(db));
  return match === null ? [] : newest(db, 'search_text', match, entries, most);
}

/** One of the parts, each as it is typed; null where all are shorter than what the index keeps. */
function toParts(parts: readonly string[]): string | null {
  const long = [...new Set(parts.map((part) => part.normalize('NFC')))].filter((part) => /.{3}/su.test(part));
  return long.length === 0 ? null : long.map((part) => `"${part.replaceAll('"', '""')}"`).join(' OR ');
}

async function putBack(db: Asking, number: number, kind: SearchedKind, id: string): Promise<void> {
  const row = sql`FROM ${sql.identifier(kind)} WHERE id = ${id}`;
  await db.run(sql`INSERT INTO search_text (rowid, words) SELECT ${number}, ${sql.raw(wordsInSql(kind))} ${row}`);
  if (kind !== 'person')
    await db.run(sql`INSERT INTO search_number (rowid, part) SELECT ${number}, ${sql.raw(partsInSql(kind))} ${row}`);
}

/** The full-text indexes, which triggers keep with the rows. */
export function folderSearch(db: Asking): WordSearch {
  return {
    find: (text, most) => find(db, text, most),
    filesNumbered: async (part, most) => {
      const match = toParts([part]);
      return match === null ? [] : newest(db, 'search_number', match, entries, most);
    },
    identifiersWith: async (parts, most) => {
      const match = toParts(parts);
      if (match === null) return [];
      return (await newest<{ id: string }>(db, 'search_identifier', match, identifiers, most)).map(({ id }) => id);
    },
    take: async (number) => {
      for (const index of ['search_text', 'search_number'])
        await db.run(sql`DELETE FROM ${sql.identifier(index)} WHERE rowid = ${number}`);
    },
    put: (number, kind, id) => putBack(db, number, kind, id),
    forget: async () => {
      for (const index of ['search_text', 'search_number', 'search_identifier'])
        await db.run(sql`INSERT INTO ${sql.identifier(index)} (${sql.identifier(index)}) VALUES ('optimize')`);
    },
  };
}
