import { sql } from 'drizzle-orm';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { FoundByWords, WordSearch } from '../engineRecords.ts';
import { askedWords } from '../../ground/kernel/words.ts';
import type { Sealing } from './sealing.ts';
import { wordTokens } from './server/encryption/values.ts';

const kept = (): Promise<void> => Promise.resolve();
const none = (): Promise<readonly never[]> => Promise.resolve([]);

/** The server knows whole words by their keyed hashes, which it takes from the rows itself. */
export function serverSearch(db: Pick<ReadDb, 'all'>, sealing: Sealing | undefined): WordSearch {
  return {
    find: (text, most) => {
      const words = askedWords(text).map((word) => word.text);
      const [first, ...others] = sealing ? wordTokens(sealing.keys, words.join(' ')) : [];
      if (first === undefined) return Promise.resolve([]);
      const also = others.map(
        (token) =>
          sql` AND EXISTS (SELECT 1 FROM vigie.word AS other WHERE other.token = ${token} AND other.number = word.number)`,
      );
      return db.all<FoundByWords>(sql`SELECT kind, file_id AS "fileId" FROM vigie.word AS word JOIN search_entry USING (number)
        WHERE word.token = ${first}${sql.join(also)} ORDER BY word.number DESC LIMIT ${most}`);
    },
    filesNumbered: none,
    identifiersWith: none,
    put: kept,
    take: kept,
    forget: kept,
  };
}
