import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { referralInvestigation } from '../../../ground/schema/unit/investigations.ts';
import { never, referral } from '../../../ground/schema/unit/referrals.ts';
import { dangerDecision, referralScore } from '../../../ground/schema/unit/triage.ts';
import type { ReadDb, WriteTx } from '../../../ground/kernel/database.ts';
import { actsOf, filesOf } from './acts.ts';
import { inboxKey } from './inbox.ts';
import { findPeriod } from './periods.ts';
import {
  deadlineOf,
  decisionDeadline,
  firstAction,
  lastAction,
  startAt,
  type Acts,
  type DecisionPeriods,
} from './rules.ts';

type Db = Pick<ReadDb, 'select'>;
type Row = typeof referral.$inferSelect;

export async function latestScore(db: Db, referralId: ReferralId) {
  const [row] = await db
    .select()
    .from(referralScore)
    .where(and(eq(referralScore.referralId, referralId), isNull(referralScore.undoneAt)))
    .orderBy(desc(referralScore.position))
    .limit(1);
  return row ?? null;
}

export async function latestDecision(db: Db, referralId: ReferralId) {
  const [row] = await db
    .select()
    .from(dangerDecision)
    .where(eq(dangerDecision.referralId, referralId))
    .orderBy(desc(dangerDecision.position))
    .limit(1);
  return row ?? null;
}

type Files = Awaited<ReturnType<typeof filesOf>>;

/** Within how long a decision is due that was asked for at an instant. */
export async function decisionPeriods(db: Db, unitId: string, from: number): Promise<DecisionPeriods> {
  const wanted = { unitId, on: startAt(from).on };
  return {
    logged: await findPeriod(db, { code: 'danger_decision', ...wanted }),
    imported: await findPeriod(db, { code: 'imported_decision', ...wanted }),
  };
}

/** The first of the instants that are known. */
function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Of those bundled under a referral, the ones that carry a danger. */
export function inDangerUnder(db: Db, { id }: Pick<Row, 'id'>): Promise<Row[]> {
  return db
    .select()
    .from(referral)
    .where(and(eq(referral.bundledUnder, id), eq(referral.state, 'bundled'), isNotNull(referral.dangerSince)));
}

/** Until a danger is ended there is a next check: within the period of its score, from the last action, or from when the score counts. */
async function nextCheck(db: Db, row: Row, since: number, acts: readonly Acts[]): Promise<number> {
  const score = await latestScore(db, row.id);
  const from = startAt(Math.max(lastAction(acts, since) ?? 0, score?.countsFrom ?? since));
  const period = score
    ? { amount: score.periodAmount, measure: score.periodMeasure }
    : await findPeriod(db, { code: 'imminent', unitId: row.unitId, on: from.on });
  return deadlineOf(from, period);
}

/** The first deadline that is ahead or unanswered, of a referral itself and of those in danger that are followed under it. */
async function pendingAction(db: Db, row: Row, acts: Acts, ownDanger: number | null): Promise<number | null> {
  const due: (number | null)[] = [];
  if (ownDanger !== null) due.push(await nextCheck(db, row, ownDanger, [acts]));
  // What was reopened waits for a new score before it is due.
  else if (row.rescoreReason !== 'reopened' && firstAction(acts) === null)
    due.push((await latestScore(db, row.id))?.dueAt ?? null);
  for (const under of await inDangerUnder(db, row)) {
    const since = under.dangerSince ?? 0;
    due.push(await nextCheck(db, under, since, [acts, await actsOf(db, under.id, [])]));
  }
  return earliest(due);
}

async function pendingDecision(db: Db, row: Row, isDecided: boolean): Promise<number | null> {
  if (row.decisionFrom === null || isDecided) return null;
  return decisionDeadline(row, row.decisionFrom, await decisionPeriods(db, row.unitId, row.decisionFrom));
}

/** Since when a child is in danger by the referral's own decisions: the first of those that say so without one between that ends it. */
async function ownDangerOf(db: Db, referralId: ReferralId): Promise<number | null> {
  const decisions = await db
    .select({ imminent: dangerDecision.imminent, decidedAt: dangerDecision.decidedAt })
    .from(dangerDecision)
    .where(eq(dangerDecision.referralId, referralId))
    .orderBy(desc(dangerDecision.position));
  const end = decisions.findIndex(({ imminent }) => !imminent);
  return (end < 0 ? decisions : decisions.slice(0, end)).at(-1)?.decidedAt ?? null;
}

/** The same, or by one that is followed under it. */
async function dangerOf(db: Db, row: Row, own: number | null): Promise<number | null> {
  return earliest([own, ...(await inDangerUnder(db, row)).map(({ dangerSince }) => dangerSince)]);
}

/**
 * Computes a referral's deadlines, its danger and its place in the inbox from what is recorded, after any change to that. A referral
 * that is over owes nothing; what is followed under another shows its danger and its deadline there.
 */
export async function settleDue(tx: WriteTx, referralId: ReferralId): Promise<void> {
  const [row] = await tx.select().from(referral).where(eq(referral.id, referralId));
  // One that it was bundled under before bundles were of one unit may be out of reach.
  if (!row) throw new StoreFailure('not_found');
  await tx
    .update(referral)
    .set(await settled(tx, row))
    .where(eq(referral.id, row.id));
  if (row.state === 'bundled' && row.bundledUnder !== null) await settleDue(tx, row.bundledUnder);
}

/** Open, or carried on in a file that is. */
const isWorkedOn = (row: Row, files: Files): boolean =>
  row.open || (row.state === 'linked' && files.some(({ open }) => open));

async function settled(tx: WriteTx, row: Row) {
  const files = await filesOf(tx, row.id);
  const isFollowed = isWorkedOn(row, files);
  const acts = await actsOf(
    tx,
    row.id,
    files.map(({ id }) => id),
  );
  const decided = await latestDecision(tx, row.id);
  const ownDanger = await ownDangerOf(tx, row.id);
  const dangerSince = isFollowed || row.state === 'bundled' ? await dangerOf(tx, row, ownDanger) : null;
  const due = isFollowed ? await pending(tx, row, acts, { ownDanger, isDecided: decided !== null }) : nothingPending;
  const dueAt = Math.min(due.actionDueAt ?? never, due.decisionDueAt ?? never);
  const isDecisionOwed = row.decisionFrom !== null && decided === null;
  const key = inboxKey({ ...row, dangerSince, isDecisionOwed, band: row.riskBand, dueAt });
  return { ...due, firstActionAt: firstAction(acts), dueAt, dangerSince, inboxKey: key };
}

const nothingPending = { actionDueAt: null, decisionDueAt: null };

interface Known {
  readonly ownDanger: number | null;
  readonly isDecided: boolean;
}

async function pending(tx: WriteTx, row: Row, acts: Acts, { ownDanger, isDecided }: Known) {
  return {
    actionDueAt: await pendingAction(tx, row, acts, ownDanger),
    decisionDueAt: await pendingDecision(tx, row, isDecided),
  };
}

/** After a change to a file: it may be the first action on its referrals, or their end. */
export async function settleFile(tx: WriteTx, investigationId: InvestigationId): Promise<void> {
  const links = await tx
    .select({ id: referralInvestigation.referralId })
    .from(referralInvestigation)
    .where(eq(referralInvestigation.investigationId, investigationId));
  for (const { id } of links) await settleDue(tx, id);
}
