import { addHours } from 'date-fns/addHours';
import { endOfDay } from 'date-fns/endOfDay';
import { parseISO } from 'date-fns/parseISO';
import { startOfMinute } from 'date-fns/startOfMinute';
import type { Identifiable, PeriodCode, PeriodMeasure } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { DangerItem } from '#contract/casework/triage';
import { addDays, dayOf } from '../../../ground/kernel/days.ts';

export interface Period {
  readonly amount: number;
  readonly measure: PeriodMeasure;
}

/** From when a deadline counts: hours from the instant, days from the calendar day. */
export interface Start {
  readonly at: number;
  readonly on: CivilDate;
}

/** The last millisecond of a calendar day where the unit sits, however many hours that day has. */
export function endOf(day: CivilDate): number {
  return endOfDay(parseISO(day)).getTime();
}

/** Where a day begins or ends among instants. */
export function instantOfDay(day: CivilDate, end: 'first' | 'last'): number {
  return end === 'last' ? endOf(day) : endOf(addDays(day, -1)) + 1;
}

export const startAt = (instant: number): Start => ({ at: instant, on: dayOf(instant) });

/** Hours are hours gone by, across any change of clock; days end with the last of them. */
export function deadlineOf({ at, on }: Start, { amount, measure }: Period): number {
  return measure === 'hours' ? addHours(at, amount).getTime() : endOf(addDays(on, amount));
}

const inHours = ({ amount, measure }: Period): number => (measure === 'hours' ? amount : amount * 24);

export function isLaxer(period: Period, than: Period): boolean {
  return inHours(period) > inHours(than);
}

/** A period as it was set from a day on, for the agreement or for one unit. */
export interface SetPeriod extends Period {
  readonly code: PeriodCode;
  readonly setFor: string;
  readonly validFrom: CivilDate;
}

export const forAgreement = 'agreement';

function latest(
  rows: readonly SetPeriod[],
  setFor: string,
  { code, on }: { readonly code: PeriodCode; readonly on: CivilDate },
): SetPeriod | undefined {
  return rows
    .filter((row) => row.setFor === setFor && row.code === code && row.validFrom <= on)
    .reduce<SetPeriod | undefined>((last, row) => (last && last.validFrom > row.validFrom ? last : row), undefined);
}

export type Defaults = Readonly<Record<PeriodCode, Period>>;

export function agreementPeriod(
  rows: readonly SetPeriod[],
  defaults: Defaults,
  code: PeriodCode,
  on: CivilDate,
): Period {
  const { amount, measure } = latest(rows, forAgreement, { code, on }) ?? defaults[code];
  return { amount, measure };
}

/** The stricter of the agreement's and the unit's on a day: a unit's own never loosens what the agreement asks. */
export function periodInForce(
  rows: readonly SetPeriod[],
  defaults: Defaults,
  wanted: { readonly code: PeriodCode; readonly unitId: string; readonly on: CivilDate },
): Period {
  const agreed = agreementPeriod(rows, defaults, wanted.code, wanted.on);
  const own = latest(rows, wanted.unitId, wanted);
  return own === undefined || isLaxer(own, agreed) ? agreed : { amount: own.amount, measure: own.measure };
}

export interface Acts {
  /** When it was first assigned, or linked to a file. */
  readonly assignedAt: number | null;
  readonly checks: readonly number[];
  /** Authorities, seizures and arrests: known by their day, and by when they were entered. */
  readonly dated: readonly { readonly on: CivilDate; readonly enteredAt: number | null }[];
}

/** The instants of a check that follows the assignment, of an authority, a seizure or an arrest. What is known by its day counts at that day's end, or at its entry where that came before. With `since`, what was done before is left out. */
function actionsSince({ assignedAt, checks, dated }: Acts, since: number): readonly number[] {
  // A check is recorded to the minute: one in the minute of the assignment follows it.
  const from = assignedAt === null ? Number.POSITIVE_INFINITY : startOfMinute(assignedAt).getTime();
  return [
    ...checks.filter((at) => at >= from),
    ...dated.map(({ on, enteredAt }) => Math.min(endOf(on), enteredAt ?? Number.POSITIVE_INFINITY)),
  ].filter((at) => at >= startOfMinute(since).getTime());
}

export function firstAction(acts: Acts): number | null {
  const instants = actionsSince(acts, 0);
  return instants.length === 0 ? null : Math.min(...instants);
}

/** When a danger was last acted on; null where nothing has been done since it was known. */
export function lastAction(acts: readonly Acts[], since: number): number | null {
  const instants = acts.flatMap((each) => actionsSince(each, since));
  return instants.length === 0 ? null : Math.max(...instants);
}

export interface Asked {
  /** Null: nobody was ever asked. */
  readonly decisionFrom: number | null;
  /** The latest decision. */
  readonly identifiable: Identifiable | null;
  readonly hasNotice: boolean;
  /** The latest decision confirmed a danger, which nothing has ended. */
  readonly isInDanger: boolean;
}

/** What is owed before concluding: a decision, word to child protection wherever a child may be identified, and the end of a danger. */
export function missingItems({ decisionFrom, identifiable, hasNotice, isInDanger }: Asked): readonly DangerItem[] {
  if (identifiable === null) return decisionFrom === null ? [] : ['danger_decision'];
  const isNoticeOwed = !hasNotice && (isInDanger || (decisionFrom !== null && identifiable !== 'no'));
  return [...(isNoticeOwed ? (['protection_notice'] as const) : []), ...(isInDanger ? (['danger_end'] as const) : [])];
}

/** A deadline that passed without an action remains: another score does not renew it. */
export function standingDeadline(
  computed: number,
  before: { readonly dueAt: number; readonly isActedOn: boolean } | null,
  now: number,
): number {
  return before !== null && !before.isActedOn && before.dueAt < now ? before.dueAt : computed;
}

export interface Imported {
  /** Null where it was logged one by one. */
  readonly importId: string | null;
  readonly receivedOn: CivilDate;
}

export interface DecisionPeriods {
  /** From the receipt or the entry. */
  readonly logged: Period;
  /** From the import, for what was late already when it came in. */
  readonly imported: Period;
}

/** When a decision is due. One that was late already when its referral came in with a file has its own time from the import: a backlog that is taken over is not a thousand deadlines missed on one day. */
export function decisionDeadline(
  { importId, receivedOn }: Imported,
  askedAt: number,
  { logged, imported }: DecisionPeriods,
): number {
  const wasInTime = deadlineOf({ at: endOf(receivedOn), on: receivedOn }, logged) >= askedAt;
  return deadlineOf(startAt(askedAt), importId === null || wasInTime ? logged : imported);
}
