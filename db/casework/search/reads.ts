import { desc } from 'drizzle-orm';
import type { Output } from '#contract/index';
import { pick } from '../../ground/kernel/pick.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { together } from '../../ground/kernel/together.ts';
import { startsWith } from '../../ground/kernel/window.ts';
import { externalKey } from '../referrals/rules.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { recordsOf, type FoundByWords } from '../../store/engineRecords.ts';
import type { ReadHandler } from '../../store/types.ts';
import { filesOfOffence, identifiersLike, personsOf } from './people.ts';
import { inOrder, toNumber } from './words.ts';

const shown = 20;

type Found = Output<'search.everywhere'>;
type FileIds = {
  readonly referrals: readonly string[];
  readonly investigations: readonly string[];
  readonly persons: readonly string[];
};

/** The newest entered first. */
function byKind(found: readonly FoundByWords[]): FileIds {
  const of = (kind: string): string[] => found.flatMap((each) => (each.kind === kind ? [each.fileId] : []));
  return { referrals: of('referral'), investigations: of('investigation'), persons: of('person') };
}

const merge = (one: readonly string[], other: readonly string[]): string[] =>
  [...new Set([...one, ...other])].slice(0, shown);

const toId = ({ id }: { readonly id: string }): string => id;

/** Numbers that begin so first, then those with it somewhere in them. */
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
  const found = await together({ given, own, files, parts: recordsOf(db).search.filesNumbered(prefix, shown) });
  const parts = byKind(found.parts);
  return {
    referrals: merge([...found.given, ...found.own].map(toId), parts.referrals),
    investigations: merge(found.files.map(toId), parts.investigations),
    persons: [],
  };
}

async function referralsOf(db: ReadDb, ids: readonly string[]): Promise<Found['referrals']> {
  const rows = await db.select().from(referral).where(isAmong(referral.id, ids));
  return rows.map((row) => ({
    ...pick(row, 'id', 'unitId', 'number', 'externalNumber', 'source', 'receivedOn', 'state'),
  }));
}

async function investigationsOf(db: ReadDb, ids: readonly string[]): Promise<Found['investigations']> {
  const rows = await db.select().from(investigation).where(isAmong(investigation.id, ids));
  return rows.map((row) => ({
    ...pick(row, 'id', 'unitId', 'number', 'title', 'openedOn', 'open', 'waiting', 'waitingOn'),
  }));
}

export const searchReads: { readonly 'search.everywhere': ReadHandler<'search.everywhere'> } = {
  'search.everywhere': async (db, { text }) => {
    const number = toNumber(text);
    const none: FileIds = { referrals: [], investigations: [], persons: [] };
    const { numbered, words, offending, identifiers } = await together({
      numbered: number === null ? none : byNumber(db, number),
      words: recordsOf(db).search.find(text, shown),
      offending: filesOfOffence(db, text),
      identifiers: identifiersLike(db, text),
    });
    const worded = byKind(words);
    const referralIds = merge(numbered.referrals, worded.referrals);
    const investigationIds = merge(merge(numbered.investigations, worded.investigations), offending);
    const { referrals, investigations, persons } = await together({
      referrals: referralsOf(db, referralIds),
      investigations: investigationsOf(db, investigationIds),
      persons: personsOf(db, worded.persons),
    });
    return {
      referrals: inOrder(referrals, referralIds),
      investigations: inOrder(investigations, investigationIds),
      persons,
      identifiers,
    };
  },
};
