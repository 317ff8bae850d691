import type { Chance } from './chance.ts';
import { drawCauseWeights, drawFile, leftByCause, type File, type Habits } from './files.ts';
import type { Law } from './laws.ts';

export const months = 78;
/** In which it is decided who is funded; each funding begins in this month or one of the 18 after it. */
export const decision = 30;
const latestStart = 18;
const filesPerFte = 4;
const openedPerFte = 0.2;
const growthFrom = 24;
const rateDeviation = 0.2;
const circumstance = { lasting: 0.93, deviation: 0.15 };
const unreported = 0.03;
const openFor = 12;
const batchChance = 0.3;
/** Months of inflow that usually lie: what lapses out of them needs no work. */
const usualStock = 3;

/** A unit before anything happens, with all that is the same in both worlds. */
export type Unit = {
  readonly habits: Habits;
  readonly usualTriage: number;
  readonly base: readonly number[];
  readonly opening: readonly File[];
  /** Files that come whether or not the unit is funded, by month. */
  readonly coming: readonly (readonly File[])[];
  /** Files that an FTE looks at in a month, by month: its rate, its circumstances and its luck. */
  readonly pace: readonly number[];
  readonly cleanUpIn: number;
  readonly raisedIn: number;
  readonly batches: readonly boolean[];
  readonly offer: { readonly start: number; readonly fte: number; readonly ramp: number };
  readonly reported: readonly boolean[];
};

const byMonth = <T>(of: (month: number) => T): T[] => Array.from({ length: months }, (_, month) => of(month));

/** 2 to 14 FTE, two of them coming or going, never under 1. */
function drawBase(chance: Chance): number[] {
  const first = chance.whole(2, 14);
  const changes = [0, 1].map(() => ({ from: chance.whole(6, months - 1), by: chance.happens(0.5) ? 1 : -1 }));
  return byMonth((month) =>
    Math.max(
      1,
      changes.reduce((fte, { from, by }) => (month >= from ? fte + by : fte), first),
    ),
  );
}

/** Circumstances that last from month to month, and each month's own luck. */
function drawPace(chance: Chance, rate: number): number[] {
  const { lasting, deviation } = circumstance;
  let state = deviation * chance.bell();
  return byMonth(() => {
    state = lasting * state + deviation * Math.sqrt(1 - lasting ** 2) * chance.bell();
    return rate * Math.exp(state) * chance.luck(12);
  });
}

/** Share of the inflow that waits for an investigator: staff of a unit that closes much at triage have less to do, and are fewer. */
function needOf({ byCause, move }: Law, triage: number, lapse: number): number {
  const closed = byCause ? leftByCause : move === 'raised' ? 0.12 : triage;
  return 1 - closed - (byCause ? 0 : usualStock * lapse);
}

/** @param chanceOf a stream of its own for each purpose, so that no draw moves another */
export function drawUnit(chanceOf: (purpose: string) => Chance, law: Law): Unit {
  const setting = chanceOf('setting');
  const [inflow, stories] = [chanceOf('inflow'), chanceOf('files')];
  const base = drawBase(setting);
  const lapse = setting.between(...law.lapse.chance);
  const habits = { law, lapse, dropped: setting.between(...law.dropped) };
  const usualTriage = law.byCause ? 0 : setting.between(...law.triage);
  const perFte = filesPerFte * setting.between(0.8, 1.1);
  const growth = setting.between(0.002, 0.008);
  const usualInflow = perFte * (base[0] ?? 0);
  const rate = filesPerFte * needOf(law, usualTriage, lapse) * Math.exp(rateDeviation * setting.bell());
  const filesOf = (count: number, came: () => number, from: File['from'], weights: readonly number[]): File[] =>
    Array.from({ length: count }, () => drawFile(stories, habits, came(), from, weights));
  const coming = byMonth((month) => {
    const weights = drawCauseWeights(inflow);
    const season = 1 + 0.12 * Math.sin((2 * Math.PI * (month + 2)) / 12);
    const expected = usualInflow * season * (1 + growth) ** Math.max(0, month - growthFrom) * inflow.luck(15);
    const opened = inflow.count(openedPerFte * (base[month] ?? 0));
    const outside = inflow.count(Math.max(0.5, expected - openedPerFte * (base[0] ?? 0)));
    return [...filesOf(outside, () => month, 'outside', weights), ...filesOf(opened, () => month, 'base', weights)];
  });
  const opening = Math.round(usualInflow * needOf(law, usualTriage, lapse) * setting.between(0.5, 6));
  return {
    habits,
    usualTriage,
    base,
    coming,
    opening: filesOf(opening, () => -setting.whole(1, openFor), 'outside', []),
    pace: drawPace(chanceOf('pace'), rate),
    cleanUpIn: setting.whole(24, 70),
    raisedIn: setting.whole(36, 60),
    batches: byMonth(() => setting.happens(batchChance)),
    offer: { start: decision + setting.whole(0, latestStart), fte: setting.whole(1, 4), ramp: setting.whole(4, 8) },
    // The last month is always reported: it is the one that is judged.
    reported: byMonth((month) => !setting.happens(unreported) || month === months - 1),
  };
}

/** Files that funded staff open themselves in a month; they come in one of the two worlds only. */
export const openedByFunded = (chance: Chance, habits: Habits, month: number, ramped: number): File[] =>
  Array.from({ length: chance.count(openedPerFte * ramped) }, () => drawFile(chance, habits, month, 'funded', []));
