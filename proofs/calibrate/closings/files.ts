import type { Chance } from './chance.ts';
import type { Law } from './laws.ts';

/** A file with all that will ever be decided of it: what happens to it in both worlds ends it in both. Months, from 0. */
export type File = {
  /** Negative: open before the first month. */
  readonly came: number;
  readonly from: 'outside' | 'base' | 'funded';
  /** Lower is looked at earlier: the month in which it came, moved by its urgency. */
  readonly turn: number;
  readonly triagedIn: number;
  /** Closed at triage where the desk closes a larger share than this. */
  readonly viability: number;
  readonly lapsesIn: number;
  readonly isDropped: boolean;
  /** Closed by a clean-up of a larger share than this. */
  readonly worth: number;
  readonly isElsewhere: boolean;
};

/** Of all files; closed at triage; for another service. */
const causes = [
  { weight: 0.4, closed: 0.05, elsewhere: 0 },
  { weight: 0.2, closed: 0.15, elsewhere: 0 },
  { weight: 0.15, closed: 0.45, elsewhere: 0 },
  { weight: 0.1, closed: 0.1, elsewhere: 0 },
  { weight: 0.15, closed: 0, elsewhere: 0.6 },
] as const;
const causeShape = 5;
const longestTriage = 2;

/** Share of the files that never wait for an investigator, by their causes. */
export const leftByCause = causes.reduce(
  (sum, { weight, closed, elsewhere }) => sum + weight * (closed + elsewhere),
  0,
);

/** How much each cause weighs in a month: some months bring many of one. */
export const drawCauseWeights = (chance: Chance): readonly number[] =>
  causes.map(({ weight }) => weight * chance.luck(causeShape));

function drawCause(chance: Chance, weights: readonly number[]): (typeof causes)[number] {
  let left = chance.share() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = causes.findIndex((_, place) => (left -= weights[place] ?? 0) < 0);
  return causes[found] ?? causes[0];
}

/** A unit's own draws of its law. */
export type Habits = { readonly law: Law; readonly lapse: number; readonly dropped: number };

/** @param weights of the causes in the month; not used where files have none */
export function drawFile(
  chance: Chance,
  { law, lapse, dropped }: Habits,
  came: number,
  from: File['from'],
  weights: readonly number[],
): File {
  const isNew = came >= 0 && from === 'outside';
  const viability = chance.share();
  const cause = law.byCause ? drawCause(chance, weights) : null;
  const isClosed = cause !== null && viability < cause.closed;
  const isElsewhere = cause !== null && !isClosed && viability < cause.closed + cause.elsewhere;
  return {
    came,
    from,
    turn: came + 6 * chance.bell(),
    triagedIn: isNew && law.byCause ? came + chance.whole(0, longestTriage) : came,
    viability: !isNew ? 1 : cause === null ? viability : isClosed ? -1 : 1,
    lapsesIn: Math.max(came + law.lapse.after, -1) + 1 + chance.wait(lapse),
    isDropped: chance.happens(dropped),
    worth: chance.share(),
    isElsewhere: isNew && isElsewhere,
  };
}

/** What a month does to the open files of one world. */
export type Events = {
  readonly month: number;
  readonly triageShare: number;
  /** 0 where there is no clean-up. */
  readonly cleaned: number;
  readonly isBatchSent: boolean;
  readonly lookedAt: number;
};

function leavesUnseen(file: File, { month, triageShare, cleaned, isBatchSent }: Events): boolean {
  if (file.triagedIn === month && file.viability < triageShare) return true;
  if (file.came === month) return false;
  return file.lapsesIn === month || file.worth < cleaned || (file.isElsewhere && isBatchSent);
}

/** The month in one world: what leaves by itself, then the work, on what is not at triage or waiting for a transfer. */
export function passMonth(
  open: readonly File[],
  events: Events,
): { readonly open: readonly File[]; readonly investigated: number; readonly administrative: number } {
  const waiting = open.filter((file) => !leavesUnseen(file, events));
  const lookedAt = waiting
    .filter(({ triagedIn, isElsewhere }) => triagedIn <= events.month && !isElsewhere)
    .sort((one, other) => one.turn - other.turn)
    .slice(0, events.lookedAt);
  const seen = new Set(lookedAt);
  const dropped = lookedAt.filter(({ isDropped }) => isDropped).length;
  return {
    open: waiting.filter((file) => !seen.has(file)),
    investigated: lookedAt.length - dropped,
    administrative: open.length - waiting.length + dropped,
  };
}
