import type { RiskBand, WaitingState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { defaultPeriods } from '../../casework/referrals/triage/periods.ts';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { DemonstrationDays } from './days.ts';
import { seed } from './names.ts';
import type { Story } from './story.ts';

/** Days within which a referral of each band is triaged, and is then given to somebody: before its deadline. */
const desk: Readonly<Record<RiskBand, readonly [triage: number, taking: number]>> = {
  imminent: [0, 0],
  very_high: [0, 0],
  high: [1, 3],
  medium: [2, 7],
  low: [2, 11],
};

/** So many referrals of each team were left when their deadline passed. */
const lateOnes = [2, 2, 1] as const;

const daysOf = (band: RiskBand): number => {
  const { amount, measure } = defaultPeriods[band];
  return measure === 'days' ? amount : 0;
};

/** The referrals of a team whose deadline passed last and that nobody was given. */
function leftLate(stories: readonly Story[], team: number, { lastDay }: DemonstrationDays): ReadonlySet<Story> {
  const dueOn = ({ receivedOn, band }: Story): CivilDate => addDays(receivedOn, daysOf(band));
  const passed = stories.filter(
    (story) =>
      story.source !== null &&
      story.destiny !== 'bundled' &&
      (story.band === 'high' || story.band === 'medium') &&
      isOpenOn(lastDay, story) &&
      dueOn(story) < lastDay,
  );
  const latest = passed.toSorted((a, b) => (dueOn(a) > dueOn(b) ? -1 : 1));
  return new Set(latest.slice(0, lateOnes[team]));
}

/** Fills in the days of every story of a team, up to the last day, and returns them in the order of their receipt. */
export function followAll(stories: readonly Story[], team: number, days: DemonstrationDays): readonly Story[] {
  const late = leftLate(stories, team, days);
  for (const [index, story] of stories.entries()) {
    // Each has a chance of its own: no other story depends on how it went.
    const chance = chanceOf(seed, `life ${String(team)} ${String(index)}`);
    if (story.source !== null) passDesk(story, late.has(story), chance);
    story.openedOn = openingOf(story, days, chance);
    if (story.openedOn !== null && story.openedOn <= days.lastDay) investigate(story, story.openedOn, days, chance);
    forget(story, days);
  }
  return stories.toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1));
}

/** The first days: triage, and an officer. */
function passDesk(story: Story, isLate: boolean, chance: Chance): void {
  const [triage, taking] = desk[story.band];
  const triagedOn = addDays(story.receivedOn, chance.whole(0, triage));
  const takenOn = addDays(triagedOn, chance.whole(0, taking));
  if (story.isThisMorning) {
    story.triagedOn = story.receivedOn;
    return;
  }
  const { closedOn } = story;
  story.triagedOn = closedOn !== null && closedOn < triagedOn ? closedOn : triagedOn;
  if (isLate || (closedOn !== null && closedOn <= takenOn)) return;
  story.takenOn = takenOn;
}

const isOpenOn = (day: CivilDate, { closedOn }: Story): boolean => closedOn === null || closedOn > day;

/** A file is opened within weeks; what waits for its end longer than that waits in a file too, whatever becomes of it. */
function openingOf(story: Story, { lastDay }: DemonstrationDays, chance: Chance): CivilDate | null {
  const { source, receivedOn, closedOn, takenOn, triagedOn, destiny } = story;
  if (source === null) return receivedOn;
  const isInvestigated = destiny === 'investigation';
  if (isOpenOn(lastDay, story) ? takenOn === null || destiny === 'bundled' : !isInvestigated) return null;
  const wait = isInvestigated ? chance.whole(0, 14) : chance.whole(10, 25);
  const on = addDays(takenOn ?? triagedOn ?? receivedOn, wait);
  return closedOn !== null && closedOn < on ? closedOn : on;
}

const waitStates = ['provider', 'lab', 'other_service', 'active'] as const satisfies readonly WaitingState[];

/** Of the files that are open, those of the last months wait for somebody to begin them. */
function isBegun({ receivedOn, source, destiny }: Story, lastDay: CivilDate, chance: Chance): boolean {
  return destiny === 'investigation' && (source === null || daysBetween(receivedOn, lastDay) > chance.whole(30, 200));
}

/** On whom a file waited. */
function passWaits(story: Story, from: CivilDate, end: CivilDate, chance: Chance): void {
  let on = addDays(from, Math.min(chance.whole(1, 10), Math.floor(daysBetween(from, end) / 2)));
  for (let step = 0; step < chance.whole(1, 3) && (step === 0 || on < end); step += 1) {
    story.waits.push({ on, state: step === 0 ? 'active' : chance.one(waitStates) });
    on = addDays(on, chance.whole(10, 80));
  }
}

/** What became of a file: its waits, and its end or the court. */
function investigate(story: Story, openedOn: CivilDate, { lastDay }: DemonstrationDays, chance: Chance): void {
  const { closedOn } = story;
  if (closedOn === null || closedOn > lastDay) {
    if (isBegun(story, lastDay, chance)) passWaits(story, openedOn, lastDay, chance);
    return;
  }
  passWaits(story, openedOn, closedOn, chance);
  story.toCourt = chance.yes(0.34);
  story.concludedOn = story.toCourt ? addDays(closedOn, chance.whole(150, 640)) : closedOn;
}

/** What would come after the last day has not happened. */
function forget(story: Story, { lastDay }: DemonstrationDays): void {
  for (const field of ['triagedOn', 'takenOn', 'openedOn', 'closedOn', 'concludedOn'] as const)
    if ((story[field] ?? '') > lastDay) story[field] = null;
  story.waits = story.waits.filter(({ on }) => on <= lastDay);
}
