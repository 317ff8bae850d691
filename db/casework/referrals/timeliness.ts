import type { UnitId } from '#contract/ground/ids';
import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { RiskBand, ReferralState } from '#contract/ground/codes';
import { monthOf, quarterOf, type CivilDate, type Quarter } from '#contract/ground/dates';
import { pick } from '../../ground/kernel/pick.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import { referralScore } from '../../ground/schema/unit/triage.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { endOf } from './triage/rules.ts';

/** One score of a referral, in the order of the scores. */
export interface TimedScore {
  readonly band: RiskBand;
  readonly scoredAt: number;
  readonly dueAt: number;
}

export interface TimedReferral {
  readonly unitId: string;
  readonly receivedOn: CivilDate;
  readonly scores: readonly [TimedScore, ...TimedScore[]];
  readonly firstActionAt: number | null;
  /** When it left without needing an action: concluded, dismissed, transferred or bundled; null while it has not. */
  readonly endedAt: number | null;
}

/** Of the referrals received in a quarter: R3 is `inTime` of `inTime + late`; the others have no answer yet, or need none. */
export interface TimelinessRow {
  readonly unitId: string;
  readonly quarter: Quarter;
  readonly band: RiskBand;
  readonly inTime: number;
  readonly late: number;
  readonly pending: number;
  readonly ended: number;
}

type Outcome = 'inTime' | 'late' | 'pending' | 'ended';

/** The score in force when it was first acted on, or the first where it was scored after that. */
function scoreThatCounts({ scores, firstActionAt }: TimedReferral): TimedScore {
  const before = scores.filter(({ scoredAt }) => firstActionAt === null || scoredAt <= firstActionAt);
  return before.at(-1) ?? scores[0];
}

/** As it was at an instant: what came after had not happened. One that was scored later is seen with its first score, and waits. */
function asSeen({ scores, firstActionAt, endedAt, ...file }: TimedReferral, asOf: number): TimedReferral {
  const by = (at: number | null): number | null => (at !== null && at <= asOf ? at : null);
  const [first, ...later] = scores;
  return {
    ...file,
    scores: [first, ...later.filter(({ scoredAt }) => scoredAt <= asOf)],
    firstActionAt: by(firstActionAt),
    endedAt: by(endedAt),
  };
}

/** Triaged and first acted on within the band's time, as seen at an instant. */
export function outcomeOf(whole: TimedReferral, asOf: number): { readonly band: RiskBand; readonly outcome: Outcome } {
  const file = asSeen(whole, asOf);
  const { band, dueAt } = scoreThatCounts(file);
  const { firstActionAt, endedAt, scores } = file;
  const done = firstActionAt === null ? null : Math.max(firstActionAt, scores[0].scoredAt);
  if (done !== null && done <= dueAt && done <= asOf) return { band, outcome: 'inTime' };
  if (endedAt !== null && firstActionAt === null && endedAt <= dueAt) return { band, outcome: 'ended' };
  return { band, outcome: dueAt < asOf ? 'late' : 'pending' };
}

/** Counts by unit, quarter of receipt and band. */
export function timelinessOf(files: readonly TimedReferral[], asOf: number): readonly TimelinessRow[] {
  const rows = new Map<string, TimelinessRow & Record<Outcome, number>>();
  for (const file of files) {
    const { band, outcome } = outcomeOf(file, asOf);
    const quarter = quarterOf(monthOf(file.receivedOn));
    const key = `${file.unitId} ${String(quarter.fiscalYear)} ${String(quarter.quarter)} ${band}`;
    const row = rows.get(key) ?? { unitId: file.unitId, quarter, band, inTime: 0, late: 0, pending: 0, ended: 0 };
    rows.set(key, { ...row, [outcome]: row[outcome] + 1 });
  }
  return [...rows.values()];
}

export interface Received {
  readonly unitIds: readonly UnitId[];
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const followed: ReferralState[] = ['received', 'triaged', 'assigned', 'linked'];

const receivedIn = ({ unitIds, from, to }: Received) =>
  and(inArray(referral.unitId, [...unitIds]), gte(referral.receivedOn, from), lte(referral.receivedOn, to));

/** The scored referrals received between two days. One scored in no version that kept scores has no answer and is in no count. */
export async function readTimed(db: ReadDb, received: Received): Promise<readonly TimedReferral[]> {
  const rows = await db
    .select({
      ...pick(referral, 'id', 'unitId', 'receivedOn', 'firstActionAt', 'state', 'stateOn'),
      movedAt: sql<number | null>`(select max(${referralEvent.at}) from ${referralEvent}
        where ${referralEvent.referralId} = ${referral.id})`,
      ...pick(referralScore, 'band', 'scoredAt', 'dueAt'),
    })
    .from(referral)
    .innerJoin(referralScore, and(eq(referralScore.referralId, referral.id), isNull(referralScore.undoneAt)))
    .where(receivedIn(received))
    .orderBy(asc(referral.id), asc(referralScore.position));
  const files = new Map<string, TimedReferral>();
  for (const { id, band, scoredAt, dueAt, ...row } of rows) {
    const score = { band, scoredAt, dueAt };
    const held = files.get(id);
    const scores: TimedReferral['scores'] = held ? [...held.scores, score] : [score];
    const endedAt = followed.includes(row.state)
      ? null
      : Math.min(endOf(row.stateOn), row.movedAt ?? Number.POSITIVE_INFINITY);
    files.set(id, {
      ...pick(row, 'unitId', 'receivedOn', 'firstActionAt'),
      scores,
      endedAt,
    });
  }
  return [...files.values()];
}

/** R3 of the units, by quarter of receipt and band, as it is at an instant; and how many of each unit nobody has scored. */
export async function readTimeliness(db: ReadDb, received: Received, asOf: number) {
  const unscored = await db
    .select({ unitId: referral.unitId, count: sql<number>`count(*)` })
    .from(referral)
    .where(
      and(
        receivedIn(received),
        isNotNull(referral.decisionFrom),
        isNull(referral.riskBand),
        inArray(referral.state, followed),
      ),
    )
    .groupBy(referral.unitId);
  return { rows: timelinessOf(await readTimed(db, received), asOf), unscored };
}
