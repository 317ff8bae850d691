import type { ReferralId } from '#contract/ground/ids';
import type { CheckKind, Identifiable, ReferralState, RiskBand } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { isEnded, isOpen } from '../../casework/referrals/rules.ts';
import { never, type referral } from '../../ground/schema/unit/referrals.ts';
import { defaultPeriods } from '../../casework/referrals/triage/periods.ts';
import { deadlineOf } from '../../casework/referrals/triage/rules.ts';
import { inboxKey } from '../../casework/referrals/triage/inbox.ts';
import type { Chance } from './chance.ts';
import type { Desk, Rows } from './tables.ts';

/** The day from which the demonstration's teams worked with deadlines; what they received before is not asked for. */
const since = '2026-08-01' as CivilDate;
const hour = 3_600_000;

/** The afternoon, whatever happened that day. */
export const instantOn = (day: CivilDate): number => Date.parse(`${day}T17:00:00Z`);

interface Told {
  readonly id: ReferralId;
  readonly receivedOn: CivilDate;
  readonly state: ReferralState;
  readonly band: RiskBand | null;
  readonly officer: string;
  readonly priorityReceived: string | null;
  /** When it was triaged, and when it was assigned or carried over to a file. */
  readonly triagedOn: CivilDate | null;
  readonly takenOn: CivilDate | null;
}

type Deadlines = Pick<
  typeof referral.$inferInsert,
  | 'decisionFrom'
  | 'firstActionAt'
  | 'actionDueAt'
  | 'decisionDueAt'
  | 'dueAt'
  | 'rescoreSince'
  | 'rescoreReason'
  | 'dangerSince'
  | 'inboxKey'
>;

const identifiable = [
  ['yes', 5],
  ['unknown', 7],
  ['no', 8],
] as const satisfies readonly (readonly [Identifiable, number])[];
const reasons: Readonly<Record<Identifiable, string>> = {
  yes: 'Un prénom et une école sont nommés. / A first name and a school are named. (fictif / fictitious)',
  unknown: 'Rien ne permet encore de le dire. / Nothing tells yet. (fictif / fictitious)',
  no: 'Aucun enfant n’est désigné. / No child is pointed to. (fictif / fictitious)',
};
const checks = ['records', 'subscriber', 'open_source', 'deconfliction'] as const satisfies readonly CheckKind[];

interface Decided {
  /** Since when a child is in danger; null where none is, or is no longer. */
  readonly dangerSince: number | null;
}

/** A danger ended before its referral was over, and in most of those that an investigation follows. */
function endDanger(rows: Rows, told: Told, from: number, { newId, unitId, now }: Desk): boolean {
  // Of the hour alone: drawn by chance it would change everything that is drawn after it.
  const spread = Math.floor(from / hour);
  const endedAt = from + (20 + (spread % 70)) * hour;
  const isWaiting = isOpen(told.state) || (told.state === 'linked' && spread % 10 < 3);
  if (isWaiting || endedAt > now) return false;
  const made = { unitId, referralId: told.id, userId: told.officer, position: 2, enteredAt: endedAt };
  const reason = 'L’enfant est en sécurité. / The child is safe. (fictif / fictitious)';
  const facts = { identifiable: 'yes', imminent: false, decidedAt: endedAt, reason, ended: 'child_safe' } as const;
  rows.decisions.push({ id: newId(), ...made, ...facts });
  return true;
}

/** Since when a danger lasts; null where it has ended. */
function dangerFrom(rows: Rows, told: Told, at: number, desk: Desk): number | null {
  const isFollowed = isOpen(told.state) || told.state === 'linked';
  return endDanger(rows, told, at, desk) || !isFollowed ? null : at;
}

/** Whether a decision that would be taken at an instant still waits. */
function isUndecided({ state }: Told, decidedAt: number, { triage, now }: Desk): boolean {
  const isOver = !isOpen(state) && state !== 'linked';
  return !isOver && (decidedAt > now || triage.yes(0.02));
}

/** The decision about danger and the word to child protection; null where it still waits, as for a few of the latest. */
function decide(rows: Rows, told: Told, desk: Desk): Decided | null {
  const { newId, unitId, triage, now } = desk;
  const received = instantOn(told.receivedOn);
  const hours = triage.yes(0.93) ? triage.whole(1, 20) : triage.whole(26, 70);
  const decidedAt = received + hours * hour;
  const isOver = !isOpen(told.state) && told.state !== 'linked';
  if (isUndecided(told, decidedAt, desk)) return null;
  const answer = told.band === 'imminent' ? 'yes' : triage.weighted(identifiable);
  const at = Math.min(decidedAt, now);
  const made = { unitId, referralId: told.id, userId: told.officer, position: 1, enteredAt: at };
  const imminent = told.band === 'imminent';
  rows.decisions.push({ id: newId(), ...made, identifiable: answer, imminent, decidedAt: at, reason: reasons[answer] });
  const decided = { dangerSince: imminent ? dangerFrom(rows, told, at, desk) : null };
  if (answer === 'no' || (!isOver && !imminent && triage.yes(0.4))) return decided;
  rows.notices.push({
    id: newId(),
    ...made,
    required: true,
    agency: 'Protection de l’enfance de Norhavre (fictive / fictitious)',
    person: 'Personne fictive / Fictitious person',
    notifiedAt: Math.min(at + triage.whole(0, 3) * hour, now),
  });
  return decided;
}

function scoreOf(rows: Rows, told: Told, { newId, unitId, now }: Desk): number | null {
  if (told.band === null || told.triagedOn === null) return null;
  const from = { at: instantOn(told.receivedOn), on: told.receivedOn };
  const { amount, measure } = defaultPeriods[told.band];
  const dueAt = deadlineOf(from, { amount, measure });
  rows.scores.push({
    id: newId(),
    referralId: told.id,
    unitId,
    position: 1,
    band: told.band,
    scoredAt: Math.min(instantOn(told.triagedOn), now),
    scoredBy: told.officer,
    countsFrom: from.at,
    periodAmount: amount,
    periodMeasure: measure,
    dueAt,
  });
  return dueAt;
}

/** Most who are given a referral check something the same day; an urgent one always. */
function act(rows: Rows, told: Told, { newId, unitId, now, triage }: Desk): number | null {
  const isUrgent = told.band === 'imminent' || told.band === 'very_high';
  if (told.takenOn === null || !(isUrgent || triage.yes(0.85))) return null;
  const checkedAt = instantOn(told.takenOn) + triage.whole(1, 4) * hour;
  if (checkedAt > now) return null;
  rows.checks.push({
    id: newId(),
    referralId: told.id,
    unitId,
    kind: triage.one(checks),
    checkedAt,
    userId: told.officer,
  });
  return checkedAt;
}

/** A new fact came to a few of those that wait. */
function newFact(told: Told, chance: Chance, now: number) {
  if (told.band === null || !isOpen(told.state) || !chance.yes(0.03)) return {};
  return { rescoreSince: now - chance.whole(1, 40) * hour, rescoreReason: 'facts' as const };
}

const isAfter = (at: number | null, since: number | null): boolean => at !== null && at >= (since ?? 0);

const isFollowed = ({ state }: Told): boolean => !isEnded(state) && state !== 'bundled';

/** What a referral of before was: nobody asked for a decision then. */
function untimed({ priorityReceived, band }: Told): Deadlines {
  return { inboxKey: inboxKey({ dangerSince: null, isDecisionOwed: false, priorityReceived, band, dueAt: never }) };
}

/** What a referral of the last months was scored, decided and owes, as the application would have written it. */
export function tellTriage(rows: Rows, told: Told, desk: Desk): Deadlines {
  const { band, priorityReceived } = told;
  if (told.receivedOn < since) return untimed(told);
  const decisionFrom = instantOn(told.receivedOn);
  const decided = decide(rows, told, desk);
  const dangerSince = decided?.dangerSince ?? null;
  const scoreDueAt = scoreOf(rows, told, desk);
  const firstActionAt = act(rows, told, desk);
  const actionDueAt = isFollowed(told) && !isAfter(firstActionAt, dangerSince) ? scoreDueAt : null;
  const decisionDueAt = decided === null ? decisionFrom + defaultPeriods.danger_decision.amount * hour : null;
  const dueAt = Math.min(actionDueAt ?? never, decisionDueAt ?? never);
  return {
    ...{ decisionFrom, firstActionAt, actionDueAt, decisionDueAt, dueAt, dangerSince },
    inboxKey: inboxKey({ dangerSince, isDecisionOwed: decided === null, priorityReceived, band, dueAt }),
    ...newFact(told, desk.triage, desk.now),
  };
}
