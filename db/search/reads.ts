import { inArray, sql } from 'drizzle-orm';
import type { ReferralSource, ReferralState, WaitingState } from '#contract/codes';
import type { CivilDate } from '#contract/dates';
import type { InvestigationId, ReferralId, UnitId } from '#contract/ids';
import type { Output } from '#contract/index';
import { investigation } from '../schema/unit/investigations.ts';
import { referral } from '../schema/unit/referrals.ts';
import { searchEntry } from '../schema/unit/search.ts';
import type { ReadDb, ReadHandler } from '../store/types.ts';
import { toMatch } from './words.ts';

const shown = 20;
/** Matches that are looked at for files of the session's units: a word that stands in every file of others costs no more than this. */
const lookedAt = 20_000;

type Found = Output<'search.everywhere'>;

/** The newest entries first: by rank, a common prefix takes a thousand times as long. */
function matching(db: ReadDb, match: string): readonly { readonly kind: string; readonly fileId: string }[] {
  const newest = sql`(select rowid as number from search_text where search_text match ${match} order by rowid desc limit ${lookedAt})`;
  return db.all<{ kind: string; fileId: string }>(
    sql`select kind, file_id as fileId from ${newest} join ${searchEntry} using (number) order by number desc limit ${shown}`,
  );
}

async function referralsOf(db: ReadDb, ids: readonly string[]): Promise<Found['referrals']> {
  const rows =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(referral)
          .where(inArray(referral.id, [...ids]));
  return rows.map((row) => ({
    id: row.id as ReferralId,
    unitId: row.unitId as UnitId,
    number: row.number,
    externalNumber: row.externalNumber,
    summary: row.summary,
    source: row.source as ReferralSource,
    receivedOn: row.receivedOn as CivilDate,
    state: row.state as ReferralState,
  }));
}

async function investigationsOf(db: ReadDb, ids: readonly string[]): Promise<Found['investigations']> {
  const rows =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(investigation)
          .where(inArray(investigation.id, [...ids]));
  return rows.map((row) => ({
    id: row.id as InvestigationId,
    unitId: row.unitId as UnitId,
    number: row.number,
    openedOn: row.openedOn as CivilDate,
    open: row.open,
    waiting: row.waiting as WaitingState,
    waitingOn: row.waitingOn,
  }));
}

/** In the order of the matches: the rows come in any. */
function inOrder<T extends { readonly id: string }>(rows: readonly T[], ids: readonly string[]): T[] {
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

export const searchReads: { readonly 'search.everywhere': ReadHandler<'search.everywhere'> } = {
  'search.everywhere': async (db, { text }) => {
    const match = toMatch(text);
    if (match === null) return { referrals: [], investigations: [] };
    const found = matching(db, match);
    const idsOf = (kind: string): string[] => found.flatMap((each) => (each.kind === kind ? [each.fileId] : []));
    const [referralIds, investigationIds] = [idsOf('referral'), idsOf('investigation')];
    return {
      referrals: inOrder(await referralsOf(db, referralIds), referralIds),
      investigations: inOrder(await investigationsOf(db, investigationIds), investigationIds),
    };
  },
};
