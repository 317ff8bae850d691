import type { ReferralSource, ReferralState, RiskBand, WaitingState } from '#contract/ground/codes';
import { firstDayOf, lastDayOf, monthOf, monthsBetween, type CivilDate, type Month } from '#contract/ground/dates';
import { samplePoisson } from '../../estimator/samplers.ts';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { DemonstrationDays } from './days.ts';
import { seed } from './names.ts';
import { staffOf } from './staff.ts';

type Destiny = 'administrative' | 'bundled' | 'direct' | 'investigation';

/** One referral's life in days, before any row of it exists. */
export interface Story {
  readonly receivedOn: CivilDate;
  /** Null for an investigation that the team began without a referral. */
  readonly source: ReferralSource | null;
  readonly band: RiskBand;
  readonly destiny: Destiny;
  /** The danger that came this morning: two hours before the demonstration is looked at. */
  readonly isThisMorning?: true;
  /** When it was triaged and when somebody was given it; null where that has not happened. */
  triagedOn: CivilDate | null;
  takenOn: CivilDate | null;
  /** The day on which the team ended its part; null while open. */
  closedOn: CivilDate | null;
  /** When a file was opened from it, on whom that waited, in order, and whether it ended at court. */
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
function meanInflow(month: Month, team: number, firstMonth: Month): number {
  const years = Number(month.slice(0, 4)) - Number(firstMonth.slice(0, 4)) + (Number(month.slice(5)) - 4) / 12;
  const season = 1 + 0.12 * Math.cos((2 * Math.PI * (Number(month.slice(5)) - 1)) / 12);
  const closures = month >= '2020-03' && month <= '2020-06' ? 1.36 : 1;
  return ([34.6, 30.6, 18.2][team] ?? 20) * 1.115 ** years * season * closures;
}

const dayIn = (month: Month, chance: Chance): CivilDate =>
  addDays(firstDayOf(month), chance.whole(0, daysBetween(firstDayOf(month), lastDayOf(month))));

const earliest = (...days: readonly CivilDate[]): CivilDate => days.reduce((first, day) => (day < first ? day : first));

const blank = {
  triagedOn: null,
  takenOn: null,
  closedOn: null,
  openedOn: null,
  concludedOn: null,
  toCourt: false,
} as const;

function begin(month: Month, chance: Chance, proactive: boolean): Story {
  return {
    ...blank,
    waits: [],
    receivedOn: dayIn(month, chance),
    source: proactive ? null : chance.weighted(sources),
    band: chance.weighted(bands),
    destiny: proactive ? 'investigation' : chance.weighted(destinies),
  };
}

/** What the team can end in a month: its staff, the funded with a slower start, each about four files. */
function capacity(team: number, month: Month, chance: Chance, days: DemonstrationDays): number {
  const staff = staffOf(team, days, month);
  const now = staff.at(-1)?.values;
  if (!now) return 0;
  const before = staff.at(-7)?.values.fte_funded ?? 0;
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

/**
 * Plays one team's months and returns what it received and which of it it ended. Each month is played whole, so that what was before is the
 * same whichever day is the last; what would be received after that day is left out.
 */
export function tellTeam(team: number, days: DemonstrationDays): readonly Story[] {
  const { firstMonth, lastDay } = days;
  const chance = chanceOf(seed, `team ${String(team)}`);
  const stories: Story[] = [];
  let open: Story[] = [];
  for (const month of monthsBetween(firstMonth, monthOf(lastDay))) {
    const fresh = [
      ...Array.from({ length: samplePoisson(chance.random, meanInflow(month, team, firstMonth)) }, () =>
        begin(month, chance, false),
      ),
      ...Array.from({ length: samplePoisson(chance.random, 0.9) }, () => begin(month, chance, true)),
    ];
    stories.push(...fresh);
    // What is bundled or dismissed leaves the desk within days and takes little of anyone's time.
    for (const story of fresh.filter((each) => each.destiny === 'bundled' || each.destiny === 'administrative')) {
      if (story.destiny === 'bundled' || chance.yes(0.8))
        story.closedOn = addDays(story.receivedOn, chance.whole(1, 21));
    }
    open = [...open, ...fresh].filter((story) => story.closedOn === null);
    for (const story of pickOrder(open, month, chance).slice(
      0,
      Math.round(capacity(team, month, chance, days) * 0.74),
    )) {
      const day = dayIn(month, chance);
      // Even the most urgent takes its time.
      const soonest = earliest(addDays(story.receivedOn, 14), lastDayOf(month));
      story.closedOn = day < soonest ? soonest : day;
    }
    open = open.filter((story) => story.closedOn === null);
  }
  const received = stories.filter(
    ({ receivedOn, band }) => receivedOn < lastDay || (receivedOn === lastDay && band !== 'imminent'),
  );
  if (team === 0) received.push(dangerOf(lastDay));
  return received;
}

/** The one danger of the last day. */
function dangerOf(lastDay: CivilDate): Story {
  const received = { receivedOn: lastDay, source: 'ncecc', band: 'imminent', destiny: 'investigation' } as const;
  return { ...blank, ...received, waits: [], isThisMorning: true };
}

/** The state in which a referral of each destiny ends. */
export function endState(destiny: Destiny, chance: Chance): ReferralState {
  if (destiny === 'administrative') return chance.yes(0.7) ? 'not_viable' : 'information_only';
  if (destiny === 'bundled') return 'bundled';
  return chance.yes(0.12) ? 'transferred_out' : 'concluded';
}
