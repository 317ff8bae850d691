import type { Month } from '#contract/ground/dates';

/** The first of the month, as the scales of a figure place it. */
export function monthDate(month: Month): Date {
  return new Date(`${month}-01T00:00:00Z`);
}

/** The month of a place on the axis. */
export function monthAt(date: Date): Month {
  return date.toISOString().slice(0, 7) as Month;
}

/** Labelled months, never so many that they touch: Aprils, where the fiscal year begins, or Aprils and Octobers. */
export function monthTicks(months: readonly Month[], width: number, room = 76): readonly Date[] {
  const most = Math.max(2, Math.floor(width / room));
  const halves = months.filter((month) => month.endsWith('-04') || month.endsWith('-10'));
  const years = months.filter((month) => month.endsWith('-04'));
  const chosen = halves.length <= most ? halves : years;
  const step = Math.ceil(chosen.length / most);
  return chosen.filter((_, index) => index % step === 0).map(monthDate);
}
