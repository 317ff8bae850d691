import { addDays, addMonths, format, getDay, parseISO } from 'date-fns';
import { civilDate, type CivilDate } from '#contract/ground/dates';
import { folded } from '#contract/ground/folded';
import { monthOfName, numberOfWord, weekdayOfName } from './dayWords.ts';

/** Which days a field is about: of a fact, of a due date, or of either. */
export type Tense = 'past' | 'ahead' | 'either';

/** The day that a text says; several where it can mean several, which are asked and never guessed. */
export type ReadDay = { readonly day: CivilDate } | { readonly choices: readonly CivilDate[] };

interface Present {
  readonly today: CivilDate;
  readonly tense: Tense;
}

/** Days that a text can mean, best first, null for a day that there is not; null where the text is of another form. */
type Reader = (text: string, now: Present) => readonly (CivilDate | null)[] | null;

/** Null where there is no such day, or it is before 1900. */
function civil(year: number, month: number, day: number): CivilDate | null {
  const parts = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))];
  const parsed = civilDate.safeParse(parts.join('-'));
  return parsed.success ? parsed.data : null;
}

function later(day: CivilDate | null, days: number, months = 0): CivilDate | null {
  if (day === null) return null;
  return civilDate.safeParse(format(addDays(addMonths(parseISO(day), months), days), 'yyyy-MM-dd')).data ?? null;
}

/** The last such day up to today, and the first from today on: what the tense wants of them. */
function byTense(days: readonly (CivilDate | null)[], { today, tense }: Present): readonly (CivilDate | null)[] {
  const known = days.filter((day) => day !== null).toSorted();
  const past = known.findLast((day) => day <= today) ?? null;
  const ahead = known.find((day) => day >= today) ?? null;
  return ofTense(past, ahead, tense);
}

/** Of a year written with two digits both centuries are meant where this one's day would be ahead of a fact. */
function inYear(year: string | undefined, month: number, day: number, now: Present): readonly (CivilDate | null)[] {
  if (year?.length === 4) return [civil(Number(year), month, day)];
  if (year !== undefined) {
    const recent = civil(2000 + Number(year), month, day);
    const isAhead = now.tense === 'past' && recent !== null && recent > now.today;
    return isAhead ? [civil(1900 + Number(year), month, day), recent] : [recent];
  }
  const thisYear = Number(now.today.slice(0, 4));
  // A leap day comes eight years apart at the most.
  const years = Array.from({ length: 17 }, (_, index) => thisYear - 8 + index);
  return byTense(
    years.map((each) => civil(each, month, day)),
    now,
  );
}

/** 20261201, 2026-12-01; 3/4, 03/04/2026 and 26-04-03 in each order of their parts. */
const readDigits: Reader = (text, now) => {
  const whole = /^(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})$/.exec(text) ?? /^(\d{4})[-/. ](\d\d?)[-/. ](\d\d?)$/.exec(text);
  if (whole !== null) return [civil(Number(whole[1]), Number(whole[2]), Number(whole[3]))];
  const parts = /^(\d\d?)([-/. ])(\d\d?)(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (parts === null) return null;
  const [first, second, third] = [parts[1] ?? '', parts[3] ?? '', parts[4]];
  const order = (year: string | undefined, month: string, day: string) =>
    Number(month) > 12 || Number(day) > 31 ? [] : inYear(year, Number(month), Number(day), now);
  const yearFirst = third?.length === 2 && first.length === 2 ? order(first, second, third) : [];
  return [...order(third, second, first), ...order(third, first, second), ...yearFirst];
};

const units = 'd|days?|j|jours?|w|wks?|weeks?|sem|semaines?|m|months?|mois';
const signed = new RegExp(`^([-+\\u2212]) ?(\\d{1,5}) ?(${units})?$`);
const counted = new RegExp(`^(in |dans |il y a )?(\\w+) ?(?<=[\\d ])(${units})( ago)?$`);

function after(today: CivilDate, count: number, unit = 'd'): CivilDate | null {
  if (unit.startsWith('m')) return later(today, 0, count);
  return later(today, /^[ws]/.test(unit) ? count * 7 : count);
}

/** +30, -3, +2w, +2 sem, +6 mois. */
const readSigned: Reader = (text, { today }) => {
  const parts = signed.exec(text);
  return parts && [after(today, Number(parts[2]) * (parts[1] === '+' ? 1 : -1), parts[3])];
};

/** 3 days ago, il y a 3 jours, in two months, dans deux semaines; 3 j as the field's tense has it. */
const readCounted: Reader = (text, { today, tense }) => {
  const parts = counted.exec(text);
  const count = numberOfWord(parts?.[2] ?? '');
  if (parts === null || count === null) return null;
  const [past, ahead] = [after(today, -count, parts[3]), after(today, count, parts[3])];
  const meant: Readonly<Record<string, readonly (CivilDate | null)[]>> = {
    '': ofTense(past, ahead, tense),
    ' ago': [past],
    'il y a ': [past],
    'in ': [ahead],
    'dans ': [ahead],
  };
  return meant[[parts[1], parts[4]].join('')] ?? null;
};

function ofTense(past: CivilDate | null, ahead: CivilDate | null, tense: Tense): readonly (CivilDate | null)[] {
  return { past: [past], ahead: [ahead], either: [past, ahead] }[tense];
}

const steps: Readonly<Record<string, number>> = {
  today: 0,
  'aujourd hui': 0,
  yesterday: -1,
  hier: -1,
  tomorrow: 1,
  demain: 1,
  'day before yesterday': -2,
  'the day before yesterday': -2,
  'avant hier': -2,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  'apres demain': 2,
};

const readNamed: Reader = (text, { today }) => {
  const step = steps[text];
  return step === undefined ? null : [later(today, step)];
};

/** Friday, last friday, vendredi dernier, next friday, vendredi prochain. */
const readWeekday: Reader = (text, now) => {
  const [, said, name = '', saidAfter] = /^(last |next )?([a-z]+)( dernier| passe| prochain)?$/.exec(text) ?? [];
  const weekday = weekdayOfName(name);
  if (weekday === null) return null;
  const present = getDay(parseISO(now.today));
  const back = ((present - weekday + 6) % 7) + 1;
  const distance = 7 - (back % 7);
  const [past, ahead] = [later(now.today, -back), later(now.today, distance)];
  const sinceMonday = (present + 6) % 7;
  // Some count from today and others from week to week, which differ where that day is in this week.
  const [before, after] = [later(past, -7), later(ahead, 7)];
  const next = distance <= 6 - sinceMonday ? [ahead, after] : [ahead];
  const plain = ofTense(past, ahead, now.tense);
  const meant: Readonly<Record<string, readonly (CivilDate | null)[]>> = {
    'last ': back <= sinceMonday ? [past, before] : [past],
    'next ': next,
    ' prochain': next,
    ' dernier': [past],
    ' passe': [past],
    '': present === weekday ? [now.today, ...plain] : plain,
  };
  return meant[[said, saidAfter].join('')] ?? null;
};

/** 27 nov 2026, le vendredi 27 novembre, Friday, November 27, 2026, the 27th of November. */
const readMonth: Reader = (written, now) => {
  const text = written.replace(/^(?:the|le) /, '');
  const dayFirst = /^(?:([a-z]+) )?(?:the |le )?(\d\d?)(?:st|nd|rd|th|er)? (?:of )?([a-z]+)(?: (\d{4}|\d{2}))?$/;
  const monthFirst = /^(?:([a-z]+) )?([a-z]+) (\d\d?)(?:st|nd|rd|th)?(?: (\d{4}|\d{2}))?$/;
  const [leading, trailing] = [dayFirst.exec(text), monthFirst.exec(text)];
  const parts = leading ?? trailing;
  if (parts === null) return null;
  const [day, name] = leading === null ? [parts[3], parts[2]] : [parts[2], parts[3]];
  const month = monthOfName(name ?? '');
  const weekday = parts[1] === undefined ? undefined : weekdayOfName(parts[1]);
  if (month === null || weekday === null) return null;
  const days = inYear(parts[4], month, Number(day), now);
  // A day of the week that is not that of the date leaves open which of them is wrong.
  return days.filter((each) => each === null || weekday === undefined || getDay(parseISO(each)) === weekday);
};

/** The day that is wholly written in a text, in either language; null where the text is no day. */
export function readDay(typed: string, today: CivilDate, tense: Tense): ReadDay | null {
  const now = { today, tense };
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  // As in Nov. 27, 27-nov-2026 and avant-hier.
  const plain = folded(text)
    .replace(/(?<=[a-z\d])[-.,'\u2019]+ ?/g, ' ')
    .trim();
  const read =
    readDigits(text, now) ??
    readSigned(text, now) ??
    [readNamed, readCounted, readWeekday, readMonth].map((reader) => reader(plain, now)).find((days) => days !== null);
  const [day, ...others] = new Set(read?.filter((each) => each !== null));
  if (day === undefined) return null;
  // One day is asked too where another order of its parts names a day that there is not, as 31/4/28.
  return others.length === 0 && read?.includes(null) === false ? { day } : { choices: [day, ...others] };
}

/** A typed day as it is stored; what says none or several stays as typed, for a check to refuse. */
export function dayOrTyped(typed: string, today: CivilDate, tense: Tense): string {
  const read = readDay(typed, today, tense);
  return read !== null && 'day' in read ? read.day : typed;
}
