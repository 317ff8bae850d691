import { parseISO } from 'date-fns/parseISO';
import type { CivilDate } from '#contract/ground/dates';

/** 14:30, 14 h 30, 1430h, 2:30 p.m., alone or after a date. One of a zone of its own is none here. */
const clock =
  /(?:^|[T,\s])(?:(?<hour>\d\d?) ?[:h] ?(?<minute>\d\d)(?::\d\d(?:\.\d+)?)?|(?<hours>\d\d)(?<minutes>\d\d) ?(?:h|hrs?|hours|heures))(?: ?(?<half>[ap])\.?m\.?)?$/i;

/** Midnight is what an export writes where it knows no time. */
function timeIn(text: string): string | null {
  const {
    hour,
    minute,
    hours = hour,
    minutes = minute,
    half,
  } = clock.exec(text.replace(/[\u00a0\u202f]/g, ' '))?.groups ?? {};
  if (hours === undefined || minutes === undefined || Number(hours) + Number(minutes) === 0) return null;
  const ofDay = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(ofDay).padStart(2, '0')}:${minutes}`;
}

/** A date that is written otherwise, with the time that stood beside it. */
export function withTime(date: string, written: string): string {
  const time = timeIn(written);
  return time === null ? date : `${date} ${time}`;
}

/** The instant of a receipt, where the first of these texts that gives a time of the day gives one that has come. */
export function receiptInstant(on: CivilDate, texts: readonly string[], now: number): number | null {
  const time = texts.map(timeIn).find((each) => each !== null);
  const at = time === undefined ? Number.NaN : parseISO(`${on}T${time}`).getTime();
  return at <= now ? at : null;
}
