import type { CivilDate } from '#contract/ground/dates';
import { addDays, daysBetween } from '../../../db/ground/kernel/days.ts';
import { today } from '../store.ts';
import type { Span } from './kinds.ts';

const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');
const mois = 'janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre'.split(',');
const shortMois = 'janv.,févr.,mars,avr.,mai,juin,juill.,août,sept.,oct.,nov.,déc.'.split(',');
const slippedMonths = 'Janaury,Febuary,Mrach,Arpil,May,Jnue,Jully,Augsut,Setpember,Ocotber,Novemebr,Decmeber'.split(
  ',',
);
const slippedMois = 'janveir,fevrier,masr,arvil,mai,jiun,jullet,aout,setpembre,octbre,novmbre,decembre'.split(',');
const clerksMonths = 'Jan,Feb,Mar,Apr,May,June,July,Aug,Sept,Oct,Nov,Dec'.split(',');
const clerksMois = 'jan,fév,mars,avr,mai,juin,juil,août,sept,oct,nov,déc'.split(',');
const weekdays = 'Sun,Mon,Tue,Wed,Thu,Fri,Sat'.split(',');
const jours = 'dimanche,lundi,mardi,mercredi,jeudi,vendredi,samedi'.split(',');

/** How exactly a pattern tells a day; `yearless` leaves the year to the row or to the lines around it. */
export type Precision = 'day' | 'yearless' | 'month' | 'year' | 'unknown';

const dayTokens = /\{(?:d|D|De)\}/;
const monthTokens = /\{(?:m|M|Month|Mon|Mn|mois|moi|mo|Monthslip|moislip)\}/;
const yearTokens = /\{(?:Y|y|YO)\}/;

export function precisionOf(pattern: string): Precision {
  const hasYear = yearTokens.test(pattern);
  if (dayTokens.test(pattern)) return hasYear ? 'day' : 'yearless';
  if (!hasYear) return 'unknown';
  return monthTokens.test(pattern) ? 'month' : 'year';
}

/** Writes a day, and words such as initials, in the places that a pattern has for them. */
export function fill(pattern: string, day: CivilDate, words: Readonly<Record<string, string>> = {}): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const two = (value: number) => String(value).padStart(2, '0');
  const name = (names: readonly string[]) => names[month - 1] ?? '';
  const tokens: Record<string, string> = {
    ...words,
    Y: String(year),
    y: two(year % 100),
    YO: `2O${two(year % 100)}`,
    m: two(month),
    M: String(month),
    d: two(date),
    D: String(date),
    De: date === 1 ? '1er' : String(date),
    Month: name(months),
    MONTH: name(months).toUpperCase(),
    Mon: name(months).slice(0, 3),
    Mn: name(clerksMonths),
    mois: name(mois),
    mo: name(clerksMois),
    MOIS: name(mois).toUpperCase(),
    moi: name(shortMois),
    Monthslip: name(slippedMonths),
    moislip: name(slippedMois),
    Day: weekdays[weekday] ?? '',
    jour: jours[weekday] ?? '',
  };
  return pattern.replaceAll(/\{(\w+)\}/g, (_, token: string) => tokens[token] ?? '');
}

const monthThenDay = /\{(?:Mon|Month|Mn)\} \{D\}/;

/**
 * Whether a reader knows the year. Without one, an end is the first such day after the receipt: a clerk adds the year where that would be
 * wrong, or where "Mar 23" may be a month of 2023.
 */
export function tellsYear(pattern: string, received: CivilDate, day: CivilDate): boolean {
  if (precisionOf(pattern) !== 'yearless') return true;
  const looksLikeYear = monthThenDay.test(pattern) && day.slice(8) >= '20' && day.slice(8) <= '26';
  return daysBetween(received, day) < 365 && !looksLikeYear;
}

const laterOf = (one: CivilDate, other: CivilDate) => (one > other ? one : other);
const earlierOf = (one: CivilDate, other: CivilDate) => (one < other ? one : other);

/** Every day that the pattern leaves possible: none before the receipt, and none after the day of the import. */
export function spanOf(precision: Precision, received: CivilDate, ended: CivilDate): Span {
  if (precision === 'day' || precision === 'yearless') return { first: ended, last: ended };
  if (precision === 'unknown') return { first: received, last: today };
  const begins = precision === 'month' ? `${ended.slice(0, 7)}-01` : `${ended.slice(0, 4)}-01-01`;
  const ends = precision === 'month' ? lastOfMonth(ended) : `${ended.slice(0, 4)}-12-31`;
  return { first: laterOf(received, begins as CivilDate), last: earlierOf(today, ends as CivilDate) };
}

function lastOfMonth(day: CivilDate): CivilDate {
  const intoNext = addDays(`${day.slice(0, 7)}-28` as CivilDate, 4);
  return addDays(`${intoNext.slice(0, 7)}-01` as CivilDate, -1);
}
