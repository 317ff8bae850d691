import { desc, sql, type SQL } from 'drizzle-orm';
import type { Output } from '#contract/index';
import { pick } from '../../ground/kernel/pick.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { startsWith } from '../../ground/kernel/window.ts';
import { externalKey } from '../referrals/rules.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { searchEntry } from '../../ground/schema/unit/search.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { filesOfOffence, identifiersLike, personsOf } from './people.ts';
import { toMatch, toNumber, type Endings } from './words.ts';

const shown = 20;
/** Matches that are looked at in a step for files of the session's units. */
const lookedAt = 2_000;

type Found = Output<'search.everywhere'>;
type FileIds = {
  readonly referrals: readonly string[];
  readonly investigations: readonly string[];
  readonly persons: readonly string[];
};

/** Each is a seek of its own: this many cost less than a beginning that the index gathers whole. */
const mostEndings = 100;

function endingsIn(db: ReadDb): Endings {
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
 * Files whose words match, the newest entered first: by rank, a common beginning takes a thousand times as long. Matches of
 * other units are passed over, a step at a time, until there is enough of one's own.
 */
async function byWords(db: ReadDb, match: string): Promise<FileIds> {
  const found: { kind: string; fileId: string }[] = [];
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null && found.length < shown;) {
    const step: SQL = sql`(select rowid as number from search_text where search_text match ${match} and rowid < ${before} order by rowid desc limit ${lookedAt})`;
    found.push(
      ...(await db.all<{ kind: string; fileId: string }>(
        sql`select kind, file_id as fileId from ${step} join ${searchEntry} using (number) order by number desc limit ${shown - found.length}`,
      )),
    );
    const [seen]: { count: number; least: number }[] = await db.all<{ count: number; least: number }>(
      sql`select count(*) as count, min(number) as least from ${step}`,
    );
    before = seen?.count === lookedAt ? seen.least : null;
  }
  const of = (kind: string): string[] => found.flatMap((each) => (each.kind === kind ? [each.fileId] : []));
  return { referrals: of('referral'), investigations: of('investigation'), persons: of('person') };
}

async function byNumber(db: ReadDb, prefix: string): Promise<FileIds> {
  const external = externalKey(prefix);
  const { id, number } = referral;
  const own = db.select({ id }).from(referral).where(startsWith(number, prefix)).orderBy(desc(number)).limit(shown);
  const given = external
    ? db
        .select({ id })
        .from(referral)
        .where(startsWith(referral.externalKey, external))
        .orderBy(referral.externalKey)
        .limit(shown)
    : [];
  const files = db
    .select({ id: investigation.id })
    .from(investigation)
    .where(startsWith(investigation.number, prefix))
    .orderBy(desc(investigation.number))
    .limit(shown);
  return {
    referrals: [...(await given), ...(await own)].map((row) => row.id),
    investigations: (await files).map((row) => row.id),
    persons: [],
  };
}

async function referralsOf(db: ReadDb, ids: readonly string[]): Promise<Found['referrals']> {
  const rows = await db.select().from(referral).where(isAmong(referral.id, ids));
  return rows.map((row) => ({
    ...pick(row, 'id', 'unitId', 'number', 'externalNumber', 'summary', 'source', 'receivedOn', 'state'),
  }));
}

async function investigationsOf(db: ReadDb, ids: readonly string[]): Promise<Found['investigations']> {
  const rows = await db.select().from(investigation).where(isAmong(investigation.id, ids));
  return rows.map((row) => ({
    ...pick(row, 'id', 'unitId', 'number', 'title', 'openedOn', 'open', 'waiting', 'waitingOn'),
  }));
}

/** In the order of the matches: the rows come in any. */
function inOrder<T extends { readonly id: string }>(rows: readonly T[], ids: readonly string[]): T[] {
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

const merge = (one: readonly string[], other: readonly string[]): string[] =>
  [...new Set([...one, ...other])].slice(0, shown);

export const searchReads: { readonly 'search.everywhere': ReadHandler<'search.everywhere'> } = {
  'search.everywhere': async (db, { text }) => {
    const [match, number] = [await toMatch(text, endingsIn(db)), toNumber(text)];
    const none: FileIds = { referrals: [], investigations: [], persons: [] };
    const numbered = number === null ? none : await byNumber(db, number);
    const worded = match === null ? none : await byWords(db, match);
    const referralIds = merge(numbered.referrals, worded.referrals);
    const investigationIds = merge(
      merge(numbered.investigations, worded.investigations),
      await filesOfOffence(db, text),
    );
    return {
      referrals: inOrder(await referralsOf(db, referralIds), referralIds),
      investigations: inOrder(await investigationsOf(db, investigationIds), investigationIds),
      persons: await personsOf(db, worded.persons),
      identifiers: await identifiersLike(db, text),
    };
  },
};
