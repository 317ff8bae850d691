import type { UnitPanel } from '../../../db/estimator/panel.ts';
import type { KnownPanel } from '../panels/known.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { closingWorlds, type ClosingWorld, type Law, type World } from './laws.ts';
import { advanceSide, sideOf, type Book, type Side } from './side.ts';
import { decision, drawUnit, months, openedByFunded, type Unit } from './unit.ts';

const unitsOfPanel = 27;
const usuallyFunded = 24;
const firstYear = 2018;
/** Of full productivity in the first month, and what base staff look at in a summer month. */
const rampStart = 0.25;
const summer = 0.92;

type Running = {
  readonly unit: Unit;
  /** Streams of the work of base staff, and of all that funded staff do. */
  readonly work: Chance;
  readonly funded: Chance;
  readonly productivity: number;
  readonly withFunding: Side;
  readonly without: Side;
  isFunded: boolean;
};

function fundedFte({ unit, isFunded }: Running, month: number): number {
  return isFunded && month >= unit.offer.start ? unit.offer.fte : 0;
}

/** Funded FTE weighted by experience: straight from a quarter to the whole. */
function rampedFte(running: Running, month: number): number {
  const { start, ramp } = running.unit.offer;
  return fundedFte(running, month) * Math.min(1, rampStart + ((1 - rampStart) * (month - start)) / ramp);
}

/** Both worlds of a month: they share what comes in, what base staff have time for, and the fate of each file. */
function advance(running: Running, month: number, effect: number): void {
  const { unit, work, funded, productivity, withFunding, without } = running;
  const ramped = rampedFte(running, month);
  const coming = unit.coming[month] ?? [];
  const pace = (unit.pace[month] ?? 0) * effect;
  const base = work.count(pace * (unit.base[month] ?? 0));
  const more = funded.count(pace * productivity * ramped);
  const opened = productivity > 0 ? openedByFunded(funded, unit.habits, month, ramped) : [];
  advanceSide(withFunding, unit, month, ramped, [...coming, ...opened], base + more);
  advanceSide(without, unit, month, 0, coming, base);
}

/** What a month does to the work of all units: it lasts a while, and less is done in summer. */
function drawMonthEffects(chance: Chance): number[] {
  let state = 0;
  return Array.from({ length: months }, (_, month) => {
    state = 0.8 * state + 0.05 * chance.bell();
    const isSummer = month % 12 === 3 || month % 12 === 4;
    return (isSummer ? summer : 1) * Math.exp(state + 0.05 * chance.bell());
  });
}

/** Funding goes to the largest backlogs for an FTE. */
function decideFunding(running: readonly Running[], funded: number): void {
  const need = ({ withFunding, unit }: Running): number => withFunding.open.length / (unit.base[decision - 1] ?? 1);
  for (const chosen of [...running].sort((one, other) => need(other) - need(one)).slice(0, funded))
    chosen.isFunded = true;
}

/** Units take the laws of their world in turn. */
function lawOf(laws: readonly Law[], place: number): Law {
  const law = laws[place % laws.length];
  if (law === undefined) throw new RangeError('A world needs a law.');
  return law;
}

const names = Array.from({ length: months }, (_, month) => {
  const since = month + 3;
  return `${String(firstYear + Math.floor(since / 12))}-${String((since % 12) + 1).padStart(2, '0')}`;
});

function reportOf(running: Running, place: number): UnitPanel {
  const { unit, withFunding } = running;
  const column = (files: readonly number[]): (number | null)[] =>
    files.map((count, month) => (unit.reported[month] ? count : null));
  const { outside, opened, investigated, administrative, backlog } = withFunding.book;
  return {
    unitId: `C${String(place + 1).padStart(2, '0')}`,
    months: names,
    inflowReferred: column(outside),
    inflowProactive: column(opened),
    outflowInvestigated: column(investigated),
    outflowAdministrative: column(administrative),
    backlog: column(backlog),
    fteBase: unit.base,
    fteFunded: names.map((_, month) => fundedFte(running, month)),
    overtimeBase: names.map(() => 0),
    overtimeFunded: names.map(() => 0),
    definitionId: names.map(() => 'closings'),
  };
}

export type SimulatedClosings = KnownPanel & {
  readonly books: readonly { readonly withFunding: Book; readonly without: Book }[];
};

/**
 * A panel of units simulated file by file with and without their funded staff. A file carries its own fate: what happens to it in both worlds
 * ends it in both. The same world and seed give the same panel.
 * @param seed whole number
 * @param funded units that get funded staff
 */
export function simulateClosings(name: ClosingWorld, seed: number, funded = usuallyFunded): SimulatedClosings {
  const { laws, productivity }: World = closingWorlds[name];
  const shared = chanceFrom(seed, 'shared');
  const centre = shared.between(...productivity.mean);
  const effects = drawMonthEffects(shared);
  const running = Array.from({ length: unitsOfPanel }, (_, place): Running => {
    const chanceOf = (purpose: string): Chance => chanceFrom(seed, `${String(place)} ${purpose}`);
    const unit = drawUnit(chanceOf, lawOf(laws, place));
    return {
      unit,
      work: chanceOf('work'),
      funded: chanceOf('funded'),
      productivity: Math.max(0, centre + productivity.deviation * chanceOf('productivity').bell()),
      withFunding: sideOf(unit.opening),
      without: sideOf(unit.opening),
      isFunded: false,
    };
  });
  for (const [month, effect] of effects.entries()) {
    if (month === decision) decideFunding(running, funded);
    for (const each of running) advance(each, month, effect);
  }
  return {
    panels: running.map(reportOf),
    units: running.map(({ isFunded, withFunding, without }) => ({
      funded: isFunded,
      backlog: withFunding.book.backlog,
      backlogWithout: without.book.backlog,
    })),
    books: running.map(({ withFunding, without }) => ({ withFunding: withFunding.book, without: without.book })),
  };
}
