import { sql, type SQL } from 'drizzle-orm';
import { folded } from '#contract/ground/folded';
import type { FoundByWords, SearchedKind, WordSearch, WriteTx } from '../../ground/kernel/database.ts';
import { askedWords } from '../../ground/kernel/words.ts';
import { searchEntry } from '../../ground/schema/unit/search.ts';
import { searchedColumns } from '../searchedColumns.ts';

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

/**
 * The newest entered first: by rank, a common beginning takes a thousand times as long. Matches of other units are passed over, a step at a time,
 * until there is enough of one's own.
 */
async function find(db: Asking, text: string, most: number): Promise<readonly FoundByWords[]> {
  const match = await toMatch(text, endingsIn(db));
  if (match === null) return [];
  const found: FoundByWords[] = [];
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null && found.length < most;) {
    const step: SQL = sql`(select rowid as number from search_text where search_text match ${match} and rowid < ${before} order by rowid desc limit ${lookedAt})`;
    found.push(
      ...(await db.all<FoundByWords>(
        sql`select kind, file_id as fileId from ${step} join ${searchEntry} using (number) order by number desc limit ${most - found.length}`,
      )),
    );
    const [seen]: { count: number; least: number }[] = await db.all<{ count: number; least: number }>(
      sql`select count(*) as count, min(number) as least from ${step}`,
    );
    before = seen?.count === lookedAt ? seen.least : null;
  }
  return found;
}

/** As the triggers of the migrations take them. */
function wordsOf(kind: SearchedKind): SQL {
  return sql.raw(searchedColumns[kind].map((column) => `coalesce(${column}, '')`).join(` || ' ' || `));
}

/** The full-text index, which triggers keep with the rows. */
export function folderSearch(db: Asking): WordSearch {
  return {
    findsBeginnings: true,
    find: (text, most) => find(db, text, most),
    take: async (number) => {
      await db.run(sql`DELETE FROM search_text WHERE rowid = ${number}`);
    },
    put: async (number, kind, id) => {
      await db.run(
        sql`INSERT INTO search_text (rowid, words) SELECT ${number}, ${wordsOf(kind)} FROM ${sql.identifier(kind)} WHERE id = ${id}`,
      );
    },
    forget: async () => {
      await db.run(sql`INSERT INTO search_text (search_text) VALUES ('optimize')`);
    },
  };
}
