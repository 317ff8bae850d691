import { asc, inArray } from 'drizzle-orm';
import { referralInvestigation } from '../../../ground/schema/unit/investigations.ts';
import { referral } from '../../../ground/schema/unit/referrals.ts';
import { referralCount } from '../../../ground/schema/unit/tips.ts';
import { dangerDecision, protectionNotice, referralCheck, referralScore } from '../../../ground/schema/unit/triage.ts';
import { coded, fact, moment, named, recordOf, text, yesOrNo } from '../record.ts';
import { personOf, type Describe, type Reading, type Source } from './source.ts';

/** The numbers by which what belongs to a referral names it. */
async function numbersOf({ db, referralIds }: Reading): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: referral.id, number: referral.number })
    .from(referral)
    .where(inArray(referral.id, [...referralIds]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}

export const fromReferrals: Source = async (reading) => {
  const rows = await reading.db
    .select()
    .from(referral)
    .where(inArray(referral.id, [...reading.referralIds]))
    .orderBy(asc(referral.receivedOn), asc(referral.id));
  return referralRecords(reading, rows);
};

export const referralRecords: Describe<typeof referral> = async ({ db, referralIds, investigationId }, rows) => {
  const ids = [...referralIds];
  const links = await db.select().from(referralInvestigation).where(inArray(referralInvestigation.referralId, ids));
  const linkedOn = new Map(
    links.filter((each) => each.investigationId === investigationId).map((each) => [each.referralId, each.linkedOn]),
  );
  return rows.map((row) =>
    recordOf(
      'referrals',
      'referral',
      row,
      [
        fact('number', row.number),
        coded('source', 'referralSource', row.source),
        fact('receivedOn', row.receivedOn),
        fact('externalNumber', row.externalNumber),
        text('priority', row.priorityReceived),
        coded('riskBand', 'riskBand', row.riskBand),
        text('summary', row.summary),
        coded('state', 'referralState', row.state),
        fact('linkedOn', linkedOn.get(row.id) ?? null),
      ],
      { dated: 'receivedOn' },
    ),
  );
};

export const fromReferralCounts: Source = async (reading) => {
  const { db, referralIds } = reading;
  const numbers = await numbersOf(reading);
  const rows = await db
    .select()
    .from(referralCount)
    .where(inArray(referralCount.referralId, [...referralIds]))
    .orderBy(asc(referralCount.referralId), asc(referralCount.category));
  return rows.map((row) =>
    recordOf('referrals', 'count', { id: `${row.referralId}.${row.category}`, version: row.version }, [
      fact('referral', numbers.get(row.referralId) ?? null),
      coded('category', 'tipCount', row.category),
      fact('count', row.count),
    ]),
  );
};

export const fromScores: Source = async (reading) => {
  const { db, referralIds } = reading;
  const numbers = await numbersOf(reading);
  const rows = await db
    .select()
    .from(referralScore)
    .where(inArray(referralScore.referralId, [...referralIds]))
    .orderBy(asc(referralScore.scoredAt), asc(referralScore.id));
  return rows.map((row) =>
    recordOf(
      'triage',
      'score',
      row,
      [
        fact('referral', numbers.get(row.referralId) ?? null),
        coded('riskBand', 'riskBand', row.band),
        moment('at', row.scoredAt),
        text('note', row.note),
        fact('by', personOf(reading, row.scoredBy)),
        moment('takenBack', row.undoneAt),
      ],
      { dated: 'at' },
    ),
  );
};

export const fromChecks: Source = async (reading) => {
  const { db, referralIds } = reading;
  const numbers = await numbersOf(reading);
  const rows = await db
    .select()
    .from(referralCheck)
    .where(inArray(referralCheck.referralId, [...referralIds]))
    .orderBy(asc(referralCheck.checkedAt), asc(referralCheck.id));
  return rows.map((row) =>
    recordOf(
      'triage',
      'check',
      row,
      [
        fact('referral', numbers.get(row.referralId) ?? null),
        coded('check', 'checkKind', row.kind),
        moment('at', row.checkedAt),
        fact('by', personOf(reading, row.userId)),
      ],
      { dated: 'at' },
    ),
  );
};

export const fromDecisions: Source = async (reading) => {
  const { db, referralIds } = reading;
  const numbers = await numbersOf(reading);
  const rows = await db
    .select()
    .from(dangerDecision)
    .where(inArray(dangerDecision.referralId, [...referralIds]))
    .orderBy(asc(dangerDecision.decidedAt), asc(dangerDecision.id));
  return rows.map((row) =>
    recordOf(
      'triage',
      'danger',
      row,
      [
        fact('referral', numbers.get(row.referralId) ?? null),
        coded('identifiable', 'identifiable', row.identifiable),
        yesOrNo('imminent', row.imminent),
        moment('at', row.decidedAt),
        text('reason', row.reason),
        fact('by', personOf(reading, row.userId)),
      ],
      { dated: 'at' },
    ),
  );
};

export const fromNotices: Source = async (reading) => {
  const { db, referralIds } = reading;
  const numbers = await numbersOf(reading);
  const rows = await db
    .select()
    .from(protectionNotice)
    .where(inArray(protectionNotice.referralId, [...referralIds]))
    .orderBy(asc(protectionNotice.enteredAt), asc(protectionNotice.id));
  return rows.map((row) =>
    recordOf(
      'triage',
      'notice',
      row,
      [
        fact('referral', numbers.get(row.referralId) ?? null),
        yesOrNo('required', row.required),
        text('agency', row.agency),
        named('notified', row.person),
        moment('at', row.notifiedAt ?? row.enteredAt),
        text('reason', row.reason),
        fact('by', personOf(reading, row.userId)),
      ],
      { dated: 'at' },
    ),
  );
};
