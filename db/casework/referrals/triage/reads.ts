import { and, asc, desc, eq, inArray, isNotNull, lt, or } from 'drizzle-orm';
import { periodCode } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { ReferralId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { pick } from '../../../ground/kernel/pick.ts';
import { countCapped } from '../../../ground/kernel/window.ts';
import { user } from '../../../ground/schema/common/people.ts';
import { referral } from '../../../ground/schema/unit/referrals.ts';
import {
  dangerDecision,
  protectionNotice,
  referralCheck,
  referralScore,
  triagePeriod,
} from '../../../ground/schema/unit/triage.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import type { ReadHandler } from '../../../store/types.ts';
import { missingOf, owedBy } from './danger.ts';
import { awayOn, whoseWork, type Whose } from '../../leave/away.ts';
import { defaultPeriods, setPeriods } from './periods.ts';
import { forAgreement, periodInForce } from './rules.ts';
import { together } from '../../../ground/kernel/together.ts';

type Row = typeof referral.$inferSelect;
type Triage = Output<'referrals.get'>['triage'];

async function scoresOf(db: ReadDb, referralId: ReferralId): Promise<Triage['scores']> {
  const rows = await db
    .select({ score: referralScore, by: user.displayName })
    .from(referralScore)
    .leftJoin(user, eq(user.id, referralScore.scoredBy))
    .where(eq(referralScore.referralId, referralId))
    .orderBy(desc(referralScore.position));
  return rows.map(({ score, by }) => ({
    band: score.band,
    scoredAt: score.scoredAt,
    by: by ?? '',
    note: score.note,
    countsFrom: score.countsFrom,
    period: { amount: score.periodAmount, measure: score.periodMeasure },
    dueAt: score.dueAt,
    isUndone: score.undoneAt !== null,
  }));
}

async function decisionsOf(db: ReadDb, referralId: ReferralId): Promise<Triage['decisions']> {
  const rows = await db
    .select({ decision: dangerDecision, by: user.displayName })
    .from(dangerDecision)
    .leftJoin(user, eq(user.id, dangerDecision.userId))
    .where(eq(dangerDecision.referralId, referralId))
    .orderBy(desc(dangerDecision.position));
  return rows.map(({ decision: { identifiable, imminent, decidedAt, reason, ended }, by }) => ({
    identifiable,
    imminent,
    decidedAt,
    reason,
    ended,
    by: by ?? '',
  }));
}

async function noticesOf(db: ReadDb, referralId: ReferralId): Promise<Triage['notices']> {
  const rows = await db
    .select({ notice: protectionNotice, by: user.displayName })
    .from(protectionNotice)
    .leftJoin(user, eq(user.id, protectionNotice.userId))
    .where(eq(protectionNotice.referralId, referralId))
    .orderBy(desc(protectionNotice.position));
  return rows.map(({ notice: { required, agency, person, notifiedAt, enteredAt, reason }, by }) => ({
    required,
    agency,
    person,
    notifiedAt,
    enteredAt,
    reason,
    by: by ?? '',
  }));
}

async function checksOf(db: ReadDb, referralId: ReferralId): Promise<Triage['checks']> {
  const rows = await db
    .select({ kind: referralCheck.kind, checkedAt: referralCheck.checkedAt, by: user.displayName })
    .from(referralCheck)
    .leftJoin(user, eq(user.id, referralCheck.userId))
    .where(eq(referralCheck.referralId, referralId))
    .orderBy(desc(referralCheck.checkedAt));
  return rows.map(({ kind, checkedAt, by }) => ({ kind, checkedAt, by: by ?? '' }));
}

/** How a referral was scored, decided and acted on. */
export async function triageOf(db: ReadDb, row: Row): Promise<Triage> {
  const { missing, owed, ...found } = await together({
    scores: scoresOf(db, row.id),
    decisions: decisionsOf(db, row.id),
    notices: noticesOf(db, row.id),
    checks: checksOf(db, row.id),
    missing: missingOf(db, row),
    owed: owedBy(db, [row]),
  });
  const isReported = owed.every(({ kind }) => kind !== 'protection_notice');
  return { ...found, firstActionAt: row.firstActionAt, missing: [...missing], isReported };
}

type Handlers = {
  readonly [M in 'referrals.owed' | 'referrals.waiting' | 'triagePeriods.list']: ReadHandler<M>;
};

export const triageReads: Handlers = {
  'referrals.owed': async (db, { referralIds }) => ({
    items: await owedBy(
      db,
      await db.select().from(referral).where(inArray(referral.id, referralIds)).orderBy(asc(referral.number)),
    ),
  }),

  'referrals.waiting': async (db, _input, { session, clock }) => {
    const open = eq(referral.open, true);
    const away = await awayOn(db, clock.today());
    const me = session.user.id;
    const by = (whose: Whose) => whose.where(referral.assignedTo, referral.unitId);
    const own = by(whoseWork(me, away));
    // One's own is not nobody's too, on a day of leave without a cover.
    const nobodys = by(
      whoseWork(
        'nobody',
        away.filter(({ userId }) => userId !== me),
      ),
    );
    const count = async (...where: Parameters<typeof and>) =>
      (await countCapped(db, referral, and(open, ...where))).value;
    return {
      mine: await count(own),
      unassigned: await count(nobodys),
      overdue: await count(or(own, nobodys), lt(referral.dueAt, clock.now())),
      toScore: await count(or(own, nobodys), isNotNull(referral.rescoreSince)),
    };
  },

  'triagePeriods.list': async (db, { unitId }, { clock }) => {
    const rows = await db
      .select({ set: triagePeriod, by: user.displayName })
      .from(triagePeriod)
      .leftJoin(user, eq(user.id, triagePeriod.setBy))
      .orderBy(asc(triagePeriod.validFrom));
    const known = await setPeriods(db);
    const setFor = (code: string, whom: string) =>
      rows
        .filter(({ set }) => set.code === code && set.setFor === whom)
        .map(({ set, by }) => ({
          ...pick(set, 'amount', 'measure', 'validFrom'),
          by,
        }));
    return {
      periods: periodCode.options.map((code) => ({
        code,
        inForce: periodInForce(known, defaultPeriods, { code, unitId, on: clock.today() }),
        agreement: [
          { ...defaultPeriods[code], validFrom: '1900-01-01' as CivilDate, by: null },
          ...setFor(code, forAgreement),
        ],
        unit: setFor(code, unitId),
      })),
    };
  },
};
