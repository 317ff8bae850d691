import type { ReferralId } from '#contract/ground/ids';
import type { CheckKind, Identifiable, ReferralState, RiskBand } from '#contract/ground/codes';
import { addMonths, firstDayOf, monthOf, type CivilDate } from '#contract/ground/dates';
import { isEnded, isOpen } from '../../casework/referrals/rules.ts';
import { never, type referral } from '../../ground/schema/unit/referrals.ts';
import { defaultPeriods } from '../../casework/referrals/triage/periods.ts';
import { deadlineOf, startAt } from '../../casework/referrals/triage/rules.ts';
import { inboxKey } from '../../casework/referrals/triage/inbox.ts';
import type { Chance } from './chance.ts';
import type { DemonstrationDays } from './days.ts';
import type { Story } from './story.ts';
import type { Desk, Rows } from './tables.ts';

/** The day from which the demonstration's teams worked with deadlines; what they received before is not asked for. */
const sinceWhen = ({ lastDay }: DemonstrationDays): CivilDate => firstDayOf(addMonths(monthOf(lastDay), -3));
const minute = 60_000;
const hour = 60 * minute;

/** Noon, whatever the unit did that day. */
export const instantOn = (day: CivilDate): number => Date.parse(`${day}T17:00:00Z`);

/** In the morning of its day; of the last day before the demonstration is looked at, the danger two hours before. */
export function receivedAt({ receivedOn, isThisMorning }: Story, { triage, days, now }: Desk): number {
  if (isThisMorning) return now - 2 * hour;
  const isToday = receivedOn === days.lastDay;
  return isToday ? now - triage.whole(20, 150) * minute : instantOn(receivedOn) - triage.whole(30, 180) * minute;
}

interface Told {
  readonly id: ReferralId;
  readonly story: Story;
  readonly receivedAt: number;
  readonly state: ReferralState;
  readonly band: RiskBand | null;
  readonly officer: string;
  readonly priorityReceived: string | null;
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

/** Before a referral is over, it is decided, reported and safe. */
const closingOf = ({ closedOn }: Story): number =>
  closedOn === null ? Number.POSITIVE_INFINITY : Date.parse(`${closedOn}T23:00:00Z`);

/** A danger ends within days, as soon as the child is safe. */
function endDanger(rows: Rows, told: Told, from: number, { newId, unitId, now }: Desk): boolean {
  // Of the hour alone: drawn by chance it would change everything that is drawn after it.
  const endedAt = Math.min(from + (20 + (Math.floor(from / hour) % 70)) * hour, closingOf(told.story));
  if (endedAt > now) return false;
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

/** How long after the receipt it is decided whether a child is in danger: in few cases late, and none of those that are late still waits. */
function timeToDecide(told: Told, { triage, now }: Desk): number {
  const [late, hours, minutes] = [triage.yes(0.07), triage.whole(1, 20), triage.whole(10, 50)];
  if (told.band === 'imminent') return minutes * minute;
  return late && told.receivedAt + 72 * hour < now ? (hours + 26) * hour : hours * hour;
}

/** The decision about danger and the word to child protection; null where it still waits, as for those of the last hours. */
function decide(rows: Rows, told: Told, desk: Desk): Decided | null {
  const { newId, unitId, triage, now } = desk;
  const closing = closingOf(told.story);
  const at = Math.min(told.receivedAt + timeToDecide(told, desk), closing);
  if (at > now) return null;
  const imminent = told.band === 'imminent';
  const answer = imminent ? 'yes' : triage.weighted(identifiable);
  const made = { unitId, referralId: told.id, userId: told.officer, position: 1, enteredAt: at };
  rows.decisions.push({ id: newId(), ...made, identifiable: answer, imminent, decidedAt: at, reason: reasons[answer] });
  const decided = { dangerSince: imminent ? dangerFrom(rows, told, at, desk) : null };
  const notifiedAt = Math.min(at + triage.whole(5, imminent ? 30 : 300) * minute, closing);
  if (answer === 'no' || notifiedAt > now) return decided;
  rows.notices.push({
    id: newId(),
    ...made,
    required: true,
    agency: 'Protection de l’enfance de Norhavre (fictive / fictitious)',
    person: 'Personne fictive / Fictitious person',
    notifiedAt,
    enteredAt: notifiedAt,
  });
  return decided;
}

function scoreOf(rows: Rows, told: Told, { newId, unitId, now }: Desk): number | null {
  const { receivedOn, triagedOn } = told.story;
  if (told.band === null || triagedOn === null) return null;
  const from = { at: told.receivedAt, on: receivedOn };
  const { amount, measure } = defaultPeriods[told.band];
  const dueAt = deadlineOf(from, { amount, measure });
  rows.scores.push({
    id: newId(),
    referralId: told.id,
    unitId,
    position: 1,
    band: told.band,
    scoredAt: Math.min(instantOn(triagedOn), now),
    scoredBy: told.officer,
    countsFrom: from.at,
    periodAmount: amount,
    periodMeasure: measure,
    dueAt,
  });
  return dueAt;
}

/** Who is given a referral checks something within hours; a few do so late, and none of those waits still. */
function act(rows: Rows, told: Told, dueAt: number | null, { newId, unitId, now, triage }: Desk): number | null {
  const takenOn = told.story.takenOn ?? told.story.openedOn;
  if (takenOn === null || dueAt === null) return null;
  const [late, hours] = [triage.yes(0.08), triage.whole(1, 3)];
  const inTime = Math.min(instantOn(takenOn) + hours * hour, dueAt);
  const tooLate = dueAt + hours * 24 * hour;
  const checkedAt = late && told.band !== 'imminent' && tooLate < now ? tooLate : inTime;
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

/** A danger that goes on is checked again, the last time an hour before the demonstration is looked at. Returns when the next check is due. */
function checkAgain(rows: Rows, { id, officer }: Told, { newId, unitId, now }: Desk): number {
  const checkedAt = now - hour;
  rows.checks.push({ id: newId(), referralId: id, unitId, kind: 'records', checkedAt, userId: officer });
  return deadlineOf(startAt(checkedAt), defaultPeriods.imminent);
}

const isAfter = (at: number | null, since: number | null): boolean => at !== null && at >= (since ?? 0);

interface Known {
  readonly firstActionAt: number | null;
  readonly dangerSince: number | null;
  readonly scoreDueAt: number | null;
}

function nextAction(rows: Rows, told: Told, { firstActionAt, dangerSince, scoreDueAt }: Known, desk: Desk) {
  if (!isAfter(firstActionAt, dangerSince)) return scoreDueAt;
  return dangerSince === null ? null : checkAgain(rows, told, desk);
}

const isFollowed = ({ state }: Told): boolean => !isEnded(state) && state !== 'bundled';

/** What a referral of before was: nobody asked for a decision then. */
function untimed({ priorityReceived, band }: Told): Deadlines {
  return { inboxKey: inboxKey({ dangerSince: null, isDecisionOwed: false, priorityReceived, band, dueAt: never }) };
}

/** What a referral of the last months was scored, decided and owes, as the application would have written it. */
export function tellTriage(rows: Rows, told: Told, desk: Desk): Deadlines {
  const { story, band, priorityReceived } = told;
  if (story.receivedOn < sinceWhen(desk.days)) return untimed(told);
  const decisionFrom = told.receivedAt;
  const decided = decide(rows, told, desk);
  const dangerSince = decided?.dangerSince ?? null;
  const scoreDueAt = scoreOf(rows, told, desk);
  const firstActionAt = act(rows, told, scoreDueAt, desk);
  const actionDueAt = isFollowed(told)
    ? nextAction(rows, told, { firstActionAt, dangerSince, scoreDueAt }, desk)
    : null;
  const decisionDueAt = decided === null ? decisionFrom + defaultPeriods.danger_decision.amount * hour : null;
  const dueAt = Math.min(actionDueAt ?? never, decisionDueAt ?? never);
  return {
    decisionFrom,
    firstActionAt,
    actionDueAt,
    decisionDueAt,
    dueAt,
    dangerSince,
    inboxKey: inboxKey({ dangerSince, isDecisionOwed: decided === null, priorityReceived, band, dueAt }),
    ...newFact(told, desk.triage, desk.now),
  };
}
