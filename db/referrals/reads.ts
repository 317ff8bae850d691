import { and, asc, eq, ne } from 'drizzle-orm';
import type { ReferralState } from '#contract/codes';
import type { CivilDate } from '#contract/dates';
import type { InvestigationId } from '#contract/ids';
import { must } from '../kernel/assert.ts';
import { user } from '../schema/common/people.ts';
import { investigation, referralInvestigation } from '../schema/unit/investigations.ts';
import { referral, referralEvent } from '../schema/unit/referrals.ts';
import type { ReadDb, ReadHandler } from '../store/types.ts';
import { triageOf } from '../triage/reads.ts';
import { listReferrals } from './list.ts';
import { externalKey } from './rules.ts';
import { toDuplicate, toReferral } from './rows.ts';

type Handlers = { readonly [M in 'referrals.list' | 'referrals.get' | 'referrals.duplicates']: ReadHandler<M> };

async function sameNumber(db: ReadDb, number: string | null, except: string) {
  const key = externalKey(number);
  if (!key) return [];
  const rows = await db
    .select()
    .from(referral)
    .where(and(eq(referral.externalKey, key), ne(referral.id, except)))
    .limit(20);
  return rows.map((row) => ({ ...toDuplicate(row), reasons: ['same_external_number' as const] }));
}

async function historyOf(db: ReadDb, row: typeof referral.$inferSelect) {
  const events = await db
    .select({ event: referralEvent, by: user.displayName })
    .from(referralEvent)
    .leftJoin(user, eq(user.id, referralEvent.userId))
    .where(eq(referralEvent.referralId, row.id))
    .orderBy(asc(referralEvent.position));
  const [entered] = await db.select({ by: user.displayName }).from(user).where(eq(user.id, row.enteredBy));
  return [
    {
      on: row.receivedOn as CivilDate,
      at: row.enteredAt,
      from: null,
      to: 'received' as const,
      by: entered?.by ?? '',
      reason: null,
    },
    ...events.map(({ event, by }) => ({
      on: event.on as CivilDate,
      at: event.at,
      from: event.fromState as ReferralState,
      to: event.toState as ReferralState,
      by: by ?? '',
      reason: event.reason,
    })),
  ];
}

export const referralReads: Handlers = {
  'referrals.list': listReferrals,

  'referrals.duplicates': async (db, input) => ({ duplicates: await sameNumber(db, input.externalNumber, '') }),

  'referrals.get': async (db, input) => {
    const [found] = await db.select().from(referral).where(eq(referral.id, input.referralId));
    const row = must(found, 'dispatch has found the referral in scope');
    const [head] = row.bundledUnder ? await db.select().from(referral).where(eq(referral.id, row.bundledUnder)) : [];
    const links = await db
      .select({ id: investigation.id, number: investigation.number, linkedOn: referralInvestigation.linkedOn })
      .from(referralInvestigation)
      .innerJoin(investigation, eq(investigation.id, referralInvestigation.investigationId))
      .where(eq(referralInvestigation.referralId, row.id));
    return {
      referral: toReferral(row),
      bundledUnder: head ? toDuplicate(head) : null,
      investigations: links.map((link) => ({
        ...link,
        id: link.id as InvestigationId,
        linkedOn: link.linkedOn as CivilDate,
      })),
      duplicates: await sameNumber(db, row.externalNumber, row.id),
      history: await historyOf(db, row),
      triage: await triageOf(db, row),
    };
  },
};
