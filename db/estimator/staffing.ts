import { isFollowed, meanOutflow } from './followed.ts';
import { at, mean, sum } from './numbers.ts';
import { outflowAt, type UnitPanel } from './panel.ts';
import type { UsableUnit } from './prepare.ts';
import { unfollowedStaff } from './unfollowedStaff.ts';
import type { Window } from './window.ts';

/** Months, as indices of the panel, whose staff in post cannot be as recorded, or is to be questioned. */
export type StaffingFaults = { readonly impossible: readonly number[]; readonly doubtful: readonly number[] };

type Series = { readonly from: number; readonly values: readonly (number | null)[] };

/** By what factor staff in post may differ from the unit's usual number after a jump, and how many FTE make a jump. */
type Limits = {
  readonly jump: number;
  readonly doubtful: number;
  readonly impossible: number;
  readonly fewestFte: number;
};
const ownStaff: Limits = { jump: 3, doubtful: 3, impossible: 8, fewestFte: 1 };
/** A team may grow from one funded person to four. */
const fundedStaff: Limits = { jump: 4, doubtful: 5, impossible: 8, fewestFte: 4 };

/** A unit that closes a tenth, or ten times, of what the others close with as many staff has another unit of measure. */
const amongUnits = { doubtful: 5, impossible: 10, fewestOthers: 7, fewestFiles: 100 } as const;

/** Files closed for an FTE in a month: units known from published figures are between 1 and 10; luck may explain fewer than ten. */
const rates = { least: 0.05, most: 100, fewestFiles: 10 } as const;

/** Hours of overtime for each person in post in a month: on top of about 150, nobody works 300, and hardly a whole team 100. */
const overtimeHours = { doubtful: 100, impossible: 300 } as const;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? at(sorted, Math.floor(middle)) : (at(sorted, middle - 1) + at(sorted, middle)) / 2;
}

/** Runs of months between jumps; months without a positive number belong to none. */
function segmentsOf(
  { from, values }: Series,
  { jump, fewestFte }: Limits,
): { readonly months: number[]; readonly level: number }[] {
  const segments: { months: number[]; level: number }[] = [];
  let last: number | null = null;
  values.forEach((value, index) => {
    if (value === null || value <= 0) return;
    const isJump =
      last === null || ((value / last >= jump || last / value >= jump) && Math.abs(value - last) >= fewestFte);
    if (isJump) segments.push({ months: [], level: value });
    segments.at(-1)?.months.push(from + index);
    last = value;
  });
  return segments;
}

/** Months after a jump, and far from the unit's usual number, that the outflow does not bear out. */
function jumps(panel: UnitPanel, series: Series, limits: Limits): StaffingFaults {
  const segments = segmentsOf(series, limits);
  if (segments.length < 2) return { impossible: [], doubtful: [] };
  const positive = series.values.filter((value) => value !== null && value > 0) as number[];
  const usual = median(positive);
  const found = segments.map(({ months, level }) => {
    const ratio = level / usual;
    const size = Math.max(ratio, 1 / ratio);
    const others = segments.flatMap((each) => (each.months === months ? [] : each.months));
    const isReal = size < limits.doubtful || isFollowed(panel, months, others, ratio);
    return { months, size: isReal ? 1 : size };
  });
  return {
    impossible: found.flatMap(({ months, size }) => (size >= limits.impossible ? months : [])),
    doubtful: found.flatMap(({ months, size }) => (size >= limits.doubtful && size < limits.impossible ? months : [])),
  };
}

function nearestPositive(values: readonly (number | null)[], t: number, step: 1 | -1): number | null {
  for (let other = t + step; other >= 0 && other < values.length; other += step) {
    const value = at(values, other);
    if (value !== null && value > 0) return value;
  }
  return null;
}

/** The larger of the nearest numbers in post before and after a month. */
const besides = (values: readonly (number | null)[], t: number): number =>
  Math.max(nearestPositive(values, t, -1) ?? 0, nearestPositive(values, t, 1) ?? 0);

/** Months with files closed and nobody in post, between or next to months with staff. */
function zeros(panel: UnitPanel, { from, values }: Series): StaffingFaults {
  const impossible: number[] = [];
  const doubtful: number[] = [];
  values.forEach((value, index) => {
    const t = from + index;
    const outflow = outflowAt(panel, t);
    const isUnfunded = at(panel.fteFunded, t) === 0;
    // With nobody at all in post and nothing reported, a unit that did not exist yet says nothing wrong.
    if (value !== 0 || outflow === 0 || (outflow === null && isUnfunded)) return;
    const beside = besides(values, index);
    // One person may leave a unit of one; of several, all are not gone while files are closed.
    if (beside > 1 && outflow !== null) impossible.push(t);
    else if (beside > 0 || isUnfunded) doubtful.push(t);
  });
  return { impossible, doubtful };
}

/** A gap of zeros between two equal numbers of funded staff, in which as much was closed as around it. */
function fundedGaps(panel: UnitPanel, { from, values }: Series): number[] {
  return values.flatMap((value, index) => {
    if (value !== 0) return [];
    const before = nearestPositive(values, index, -1);
    const after = nearestPositive(values, index, 1);
    if (before === null || after === null || Math.abs(before - after) > 0.25 * before) return [];
    const here = outflowAt(panel, from + index);
    const around = meanOutflow(
      panel,
      values.flatMap((each, other) =>
        each !== null && each > 0 && Math.abs(other - index) <= 6 ? [from + other] : [],
      ),
    );
    return here !== null && around !== null && here < 0.9 * around ? [] : [from + index];
  });
}

/** Two months or more with less than a twentieth of the usual funded staff: one alone may be that of a hiring. */
function scraps({ from, values }: Series): number[] {
  const positive = values.filter((value) => value !== null && value > 0) as number[];
  const least = positive.length === 0 ? 0 : median(positive) / 20;
  const found = values.flatMap((value, index) => (value !== null && value > 0 && value < least ? [from + index] : []));
  return found.length < 2 ? [] : found;
}

/**
 * Funded months, where own staff rose and fell with funded staff each time by as many: what is recorded as own
 * staff is then likely to be all staff.
 */
function countedTwice(panel: UnitPanel, { first, fundingStart, last }: Window): number[] {
  if (fundingStart === null || fundingStart === first) return [];
  const change = (values: readonly (number | null)[], t: number): number => (values[t] ?? NaN) - (values[t - 1] ?? NaN);
  const months = Array.from({ length: last - fundingStart + 1 }, (_, index) => fundingStart + index);
  const moves = months.filter((t) => change(panel.fteFunded, t) !== 0);
  return moves.every((t) => Math.abs(change(panel.fteBase, t) - change(panel.fteFunded, t)) < 1e-6) ? months : [];
}

/** Two people or more of every four: one may leave when the funded ones come. */
const replaced = { share: 0.3, fewestFte: 1.5, months: 6 } as const;

/**
 * The month in which funded staff came and own staff went for half a year at least: the same people may be recorded as funded from then on, and
 * what they closed before would count for the funding.
 */
function replacedStaff(panel: UnitPanel, { first, fundingStart, last }: Window): number[] {
  if (fundingStart === null) return [];
  const known = (from: number, to: number): number[] =>
    panel.fteBase.slice(Math.max(first, from), Math.min(last, to) + 1).filter((fte) => fte !== null);
  const isReplaced = (t: number): boolean => {
    const [before, after] = [known(t - replaced.months, t - 1), known(t, t + replaced.months - 1)];
    if (before.length === 0 || after.length === 0) return false;
    const lost = Math.min(...before) - Math.max(...after);
    return lost >= replaced.fewestFte && lost >= replaced.share * mean(before);
  };
  return [fundingStart - 1, fundingStart, fundingStart + 1].filter((t) => t > first && t <= last && isReplaced(t));
}

/** Months with more overtime than those in post can have worked. */
function tooMuchOvertime(panel: UnitPanel, { first, last }: Window): StaffingFaults {
  const impossible: number[] = [];
  const doubtful: number[] = [];
  for (let t = first; t <= last; t += 1) {
    const staff = (at(panel.fteBase, t) ?? 0) + (at(panel.fteFunded, t) ?? 0);
    const hours = (at(panel.overtimeBase, t) ?? 0) + (at(panel.overtimeFunded, t) ?? 0);
    if (staff <= 0) continue;
    if (hours > overtimeHours.impossible * staff) impossible.push(t);
    else if (hours > overtimeHours.doubtful * staff) doubtful.push(t);
  }
  return { impossible, doubtful };
}

/** Every month, where an FTE closes fewer than one file in 20 months, or more than a hundred a month: another unit of measure. */
function unlikelyRate(panel: UnitPanel, window: Window): number[] {
  const work = workOf({ panel, window });
  if (work === null || work.fte < 1) return [];
  const rate = work.files / work.fte;
  const isLow = rate < rates.least && work.fte * rates.least >= rates.fewestFiles;
  if (!isLow && rate <= rates.most) return [];
  return Array.from({ length: window.last - window.first + 1 }, (_, index) => window.first + index);
}

/** By how many times funded staff outnumber own staff, of at least so many FTE in a month, and to what share the files for each person then fell. */
type Crowd = { readonly times: number; readonly fewestFte: number; readonly share: number };
const crowds = {
  impossible: { times: 5, fewestFte: 0, share: 1 / 8 },
  doubtful: { times: 3, fewestFte: 10, share: 1 / 3 },
} as const satisfies Record<string, Crowd>;

/** The funded months, where funded staff are many times the others and files closed for each person fell to a fraction: another unit of measure. */
function tooManyFunded(panel: UnitPanel, { first, fundingStart, last }: Window, crowd: Crowd): number[] {
  if (fundingStart === null || fundingStart === first) return [];
  const rate = (from: number, to: number): number | null => {
    let [files, fte] = [0, 0];
    for (let t = from; t <= to; t += 1) {
      const staff = (at(panel.fteBase, t) ?? 0) + (at(panel.fteFunded, t) ?? 0);
      const outflow = outflowAt(panel, t);
      if (outflow === null || staff <= 0) continue;
      files += outflow;
      fte += staff;
    }
    return fte > 0 ? files / fte : null;
  };
  const months = Array.from({ length: last - fundingStart + 1 }, (_, index) => fundingStart + index);
  const fte = (values: readonly (number | null)[]): number => sum(months.map((t) => values[t] ?? 0));
  const funded = fte(panel.fteFunded);
  if (funded < crowd.times * fte(panel.fteBase) || funded < crowd.fewestFte * months.length) return [];
  const before = rate(first, fundingStart - 1);
  const after = rate(fundingStart, last);
  return before !== null && after !== null && after < before * crowd.share ? months : [];
}

/**
 * What a unit's own months say against its staff in post. Staff that is zero while files are closed, or that jumps to many times the usual
 * number and back without the outflow following, was not recorded as it was: productivity is files for a person, so that such a month
 * would count for a great effect of the funding. Overtime counts as staff, so that more than people can work is a fault of the same kind.
 * @returns months of the window, ascending
 */
export function staffingFaults(panel: UnitPanel, window: Window): StaffingFaults {
  const { first, last } = window;
  const base = { from: first, values: panel.fteBase.slice(first, last + 1) };
  const funded = { from: first, values: panel.fteFunded.slice(first, last + 1) };
  const parts = [
    jumps(panel, base, ownStaff),
    jumps(panel, funded, fundedStaff),
    zeros(panel, base),
    tooMuchOvertime(panel, window),
  ];
  const single = parts.flatMap((part) => part.impossible);
  // Months that differ by themselves explain a low rate of the whole.
  const impossible = new Set(single.length > 0 ? single : tooManyFunded(panel, window, crowds.impossible));
  const doubtful = new Set([
    ...parts.flatMap((part) => part.doubtful),
    ...fundedGaps(panel, funded),
    ...scraps(funded),
    ...countedTwice(panel, window),
    ...replacedStaff(panel, window),
    ...unfollowedStaff(panel, window),
    ...tooManyFunded(panel, window, crowds.doubtful),
    ...unlikelyRate(panel, window),
  ]);
  const sorted = (months: Iterable<number>): number[] => [...months].sort((one, other) => one - other);
  return { impossible: sorted(impossible), doubtful: sorted([...doubtful].filter((t) => !impossible.has(t))) };
}

type Work = { readonly files: number; readonly fte: number };

/** Files closed, and FTE-months of base and funded staff, in the months that report both; null where there are none. */
function workOf({ panel, window }: UsableUnit): Work | null {
  let [files, fte] = [0, 0];
  for (let t = window.first; t <= window.last; t += 1) {
    const outflow = outflowAt(panel, t);
    const staff = (at(panel.fteBase, t) ?? 0) + (at(panel.fteFunded, t) ?? 0);
    if (outflow === null || staff <= 0) continue;
    files += outflow;
    fte += staff;
  }
  return files > 0 && fte > 0 ? { files, fte } : null;
}

/**
 * How far each unit's files for an FTE are from the median of the others: usual where there are few others, or where neither what it closed nor
 * what they would have is a hundred files, so that luck may explain it.
 */
export function staffingAmongUnits(units: readonly UsableUnit[]): readonly ('usual' | 'doubtful' | 'impossible')[] {
  const works = units.map(workOf);
  return works.map((own, index) => {
    const others = works.flatMap((work, other) => (work === null || other === index ? [] : [work.files / work.fte]));
    if (own === null || others.length < amongUnits.fewestOthers) return 'usual';
    const expected = own.fte * median(others);
    if (Math.max(own.files, expected) < amongUnits.fewestFiles) return 'usual';
    const size = Math.max(own.files / expected, expected / own.files);
    if (size >= amongUnits.impossible) return 'impossible';
    return size >= amongUnits.doubtful ? 'doubtful' : 'usual';
  });
}
