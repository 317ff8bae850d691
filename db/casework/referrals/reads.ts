import { asc, eq } from 'drizzle-orm';
import type { TipCount } from '#contract/casework/tipCounts';
import type { ReferralId } from '#contract/ground/ids';
import { anyId } from '../../ground/kernel/among.ts';
import { knownFiles } from '../identifiers/known.ts';
import { heldIdentifiers, soughtOf } from '../identifiers/matches.ts';
import { must } from '../../ground/kernel/assert.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { together } from '../../ground/kernel/together.ts';
import { user } from '../../ground/schema/common/people.ts';
import { referralCount } from '../../ground/schema/unit/tips.ts';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { unitsHolding } from './elsewhere.ts';
import { heldBackNumber } from './heldBack.ts';
import { externalKey } from './rules.ts';
import { triageOf } from './triage/reads.ts';
import { listReferrals } from './list.ts';
import { toReferral, uncertainOf } from './rows.ts';

type Handlers = { readonly [M in 'referrals.list' | 'referrals.get' | 'referrals.duplicates']: ReadHandler<M> };

async function countsOf(db: ReadDb, referralId: ReferralId) {
  const rows = await db
    .select()
    .from(referralCount)
    .where(eq(referralCount.referralId, referralId))
    .orderBy(referralCount.category);
  return rows.map(({ category, count }) => ({ category: category as TipCount, count }));
}

/** The other units that hold the referral's number or its identifiers. */
async function elsewhereOf(db: ReadDb, { id, externalNumber }: typeof referral.$inferSelect) {
  return unitsHolding(db, { externalNumber, sought: await heldIdentifiers(db, [id]) });
}

async function historyOf(db: ReadDb, row: typeof referral.$inferSelect) {
  const asked = db
    .select({ event: referralEvent, by: user.displayName })
    .from(referralEvent)
    .leftJoin(user, eq(user.id, referralEvent.userId))
    .where(eq(referralEvent.referralId, row.id))
    .orderBy(asc(referralEvent.position));
  const entering = db
    .select({ by: user.displayName })
    .from(user)
    .where(eq(user.id, anyId(row.enteredBy)));
  const [events, [entered]] = await Promise.all([asked, entering]);
  return [
    {
      on: row.receivedOn,
      uncertain: null,
      at: row.enteredAt,
      from: null,
      to: 'received' as const,
      by: entered?.by ?? '',
      reason: null,
    },
    ...events.map(({ event, by }) => ({
      on: event.on,
      uncertain: uncertainOf(event.onLatest, event.onPrecision),
      at: event.at,
      from: event.fromState,
      to: event.toState,
      by: by ?? '',
      reason: event.reason,
    })),
  ];
}

export const referralReads: Handlers = {
  'referrals.list': listReferrals,

  'referrals.duplicates': async (db, { externalNumber, identifiers = [] }, { session }) => {
    const given = { externalNumber, sought: soughtOf(identifiers) };
    return {
      files: await knownFiles(db, { sought: given.sought, externalKey: externalKey(externalNumber), except: [] }),
      elsewhere: await unitsHolding(db, given),
      heldBack: await heldBackNumber(db, externalKey(externalNumber), session),
    };
  },

  'referrals.get': async (db, input) => {
    const [known] = await db.select().from(referral).where(eq(referral.id, input.referralId));
    const row = must(known, 'dispatch has found the referral in scope');
    const links = db
      .select({ id: investigation.id, number: investigation.number, linkedOn: referralInvestigation.linkedOn })
      .from(referralInvestigation)
      .innerJoin(investigation, eq(investigation.id, referralInvestigation.investigationId))
      .where(eq(referralInvestigation.referralId, row.id))
      .orderBy(asc(referralInvestigation.linkedOn), asc(investigation.id));
    const { heads, ...found } = await together({
      heads: row.bundledUnder ? db.select().from(referral).where(eq(referral.id, row.bundledUnder)) : [],
      investigations: links,
      elsewhere: elsewhereOf(db, row),
      counts: countsOf(db, row.id),
      history: historyOf(db, row),
      triage: triageOf(db, row),
    });
    const [head] = heads;
    return {
      referral: toReferral(row),
      bundledUnder: head === undefined ? null : pick(head, 'id', 'number', 'unitId'),
      ...found,
    };
  },
};
