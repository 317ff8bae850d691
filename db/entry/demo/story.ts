import type { ReferralSource, ReferralState, RiskBand, WaitingState } from '#contract/ground/codes';
import { firstDayOf, lastDayOf, monthOf, type CivilDate, type Month } from '#contract/ground/dates';
import { samplePoisson } from '../../ground/analysis/samplers.ts';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import { chanceOf, type Chance } from './chance.ts';
import { demonstrationDays } from './days.ts';
import { lastDay, seed } from './names.ts';
import { staffOf } from './staff.ts';

type Destiny = 'administrative' | 'bundled' | 'direct' | 'investigation';

/** One referral's life in days, before any row of it exists. */
export interface Story {
  readonly receivedOn: CivilDate;
  /** Null for an investigation that the team began without a referral. */
  readonly source: ReferralSource | null;
  readonly band: RiskBand;
  readonly destiny: Destiny;
  /** The day on which the team ended its part; null while open. */
  closedOn: CivilDate | null;
  /** For an investigation: opened on, waits in order, and whether it ended at court. */
  openedOn: CivilDate | null;
  waits: { readonly on: CivilDate; readonly state: WaitingState }[];
  toCourt: boolean;
  concludedOn: CivilDate | null;
}

const sources = [
  ['ncecc', 58],
  ['cybertip', 14],
  ['mandatory_report', 6],
  ['other_service', 8],
  ['public', 7],
  ['school', 2],
  ['child_welfare', 3],
  ['border_services', 2],
] as const satisfies readonly (readonly [ReferralSource, number])[];

const bands = [
  ['imminent', 1],
  ['very_high', 6],
  ['high', 21],
  ['medium', 44],
  ['low', 28],
] as const satisfies readonly (readonly [RiskBand, number])[];

const destinies = [
  ['administrative', 30],
  ['bundled', 8],
  ['direct', 17],
  ['investigation', 45],
] as const satisfies readonly (readonly [Destiny, number])[];

const urgency: Readonly<Record<RiskBand, number>> = { imminent: 0, very_high: 10, high: 60, medium: 160, low: 300 };

/** Referrals grow year by year, more in the months when schools were closed, less in summer. */
function meanInflow(month: Month, team: number): number {
  const years = Number(month.slice(0, 4)) - 2019 + (Number(month.slice(5)) - 4) / 12;
  const season = 1 + 0.12 * Math.cos((2 * Math.PI * (Number(month.slice(5)) - 1)) / 12);
  const closures = month >= '2020-03' && month <= '2020-06' ? 1.36 : 1;
  return ([34.6, 30.6, 18.2][team] ?? 20) * 1.115 ** years * season * closures;
}

function dayIn(month: Month, chance: Chance): CivilDate {
  const last = lastDayOf(month) < lastDay ? lastDayOf(month) : lastDay;
  return addDays(firstDayOf(month), chance.whole(0, daysBetween(firstDayOf(month), last)));
}

function begin(month: Month, chance: Chance, proactive: boolean): Story {
  return {
    receivedOn: dayIn(month, chance),
    source: proactive ? null : chance.weighted(sources),
    band: chance.weighted(bands),
    destiny: proactive ? 'investigation' : chance.weighted(destinies),
    closedOn: null,
    openedOn: null,
    waits: [],
    toCourt: false,
    concludedOn: null,
  };
}

/** What the team can end in a month: its staff, the funded with a slower start, each about four files. */
function capacity(team: number, month: Month, chance: Chance): number {
  const staff = staffOf(team, demonstrationDays(), monthOf(lastDay));
  const index = staff.findIndex((each) => each.month === month);
  const now = staff[index]?.values;
  if (!now) return 0;
  const before = staff[index - 6]?.values.fte_funded ?? 0;
  const funded = 0.8 * (Math.min(before, now.fte_funded) + 0.5 * Math.max(0, now.fte_funded - before));
  const hours = now.overtime_base_hours + now.overtime_funded_hours;
  return samplePoisson(chance.random, 4.1 * (now.fte_base + funded + hours / 145));
}

/** Urgent and old files first, with the disorder of real days. */
function pickOrder(open: readonly Story[], month: Month, chance: Chance): Story[] {
  return open
    .map((story) => ({
      story,
      rank: urgency[story.band] - daysBetween(story.receivedOn, lastDayOf(month)) + chance.whole(0, 240),
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ story }) => story);
}

/** Plays one team's months and returns every file in the order of its receipt. */
export function tellTeam(team: number, months: readonly Month[]): readonly Story[] {
  const chance = chanceOf(seed, `team ${String(team)}`);
  const stories: Story[] = [];
  let open: Story[] = [];
  for (const month of months) {
    const fresh = [
      ...Array.from({ length: samplePoisson(chance.random, meanInflow(month, team)) }, () =>
        begin(month, chance, false),
      ),
      ...Array.from({ length: samplePoisson(chance.random, 0.9) }, () => begin(month, chance, true)),
    ];
    stories.push(...fresh);
    // What is bundled or dismissed leaves the desk within days and takes little of anyone's time.
    for (const story of fresh.filter((each) => each.destiny === 'bundled' || each.destiny === 'administrative')) {
      if (story.destiny === 'bundled' || chance.yes(0.8)) story.closedOn = soon(story.receivedOn, chance);
    }
    open = [...open, ...fresh].filter((story) => story.closedOn === null);
    for (const story of pickOrder(open, month, chance).slice(0, Math.round(capacity(team, month, chance) * 0.74))) {
      const day = dayIn(month, chance);
      story.closedOn = day < story.receivedOn ? story.receivedOn : day;
    }
    open = open.filter((story) => story.closedOn === null);
  }
  for (const story of stories) if (story.destiny === 'investigation') investigate(story, chance);
  return stories.sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1));
}

function soon(day: CivilDate, chance: Chance): CivilDate | null {
  const on = addDays(day, chance.whole(1, 21));
  return on <= lastDay ? on : null;
}

const waitStates = ['provider', 'lab', 'other_service', 'active'] as const satisfies readonly WaitingState[];

/** A file is opened at once, or after some weeks; one that nobody could begin yet is not opened at all. */
function openingDay({ source, receivedOn, closedOn }: Story, chance: Chance): CivilDate | null {
  if (source === null) return receivedOn;
  const span = daysBetween(receivedOn, closedOn ?? lastDay);
  if (!closedOn && span <= chance.whole(30, 200)) return null;
  return addDays(receivedOn, Math.min(span, chance.whole(2, 45)));
}

/** Fills in when the file was opened, on whom it waited, and how it ended. */
function investigate(story: Story, chance: Chance): void {
  story.openedOn = openingDay(story, chance);
  if (!story.openedOn) return;
  const end = story.closedOn ?? lastDay;
  let on = addDays(story.openedOn, chance.whole(1, 10));
  for (let step = 0; step < chance.whole(1, 3) && on < end; step += 1) {
    story.waits.push({ on, state: step === 0 ? 'active' : chance.one(waitStates) });
    on = addDays(on, chance.whole(10, 80));
  }
  if (!story.closedOn) return;
  story.toCourt = chance.yes(0.34);
  story.concludedOn = story.toCourt ? afterCourt(story.closedOn, chance) : story.closedOn;
}

function afterCourt(day: CivilDate, chance: Chance): CivilDate | null {
  const on = addDays(day, chance.whole(150, 640));
  return on <= lastDay ? on : null;
}

/** The state in which a referral of each destiny ends. */
export function endState(story: Story, chance: Chance): ReferralState {
  if (story.destiny === 'administrative') return chance.yes(0.7) ? 'not_viable' : 'information_only';
  if (story.destiny === 'bundled') return 'bundled';
  return chance.yes(0.12) ? 'transferred_out' : 'concluded';
}
