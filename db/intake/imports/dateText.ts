import { folded } from '#contract/ground/folded';
import { remembering } from './remembering.ts';
import { editsUpTo } from './slips.ts';

function namesOf(locale: string, style: 'long' | 'short', part: 'month' | 'weekday', count: number): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { [part]: style, timeZone: 'UTC' });
  // 3 January 2000 was a Monday, and each month has a 3rd.
  return Array.from({ length: count }, (_, index) =>
    folded(format.format(part === 'month' ? Date.UTC(2000, index, 3) : Date.UTC(2000, 0, 3 + index))).replace('.', ''),
  );
}

const locales = ['en-CA', 'fr-CA'] as const;
const months = locales.map((locale) => namesOf(locale, 'long', 'month', 12));
const shortMonths = locales.map((locale) => namesOf(locale, 'short', 'month', 12));
const weekdays = locales.flatMap((locale) => namesOf(locale, 'long', 'weekday', 7));

const monthNames = months.flatMap((names) => names.map((name, index) => [name, index + 1] as const));

/** Of fewer letters a slip of the pen is another word. */
const leastOfSlip = 4;

/** The one month of which some name passes; 0 where none or several do. */
function onlyMonth(test: (name: string) => boolean): number {
  const found = new Set(monthNames.filter(([name]) => test(name)).map(([, month]) => month));
  const [only = 0] = found;
  return found.size === 1 ? only : 0;
}

/** A month by its name in either language, the beginning of it or a slip of the pen, where that leaves no doubt; 0 where it is none. */
export const monthNamed = remembering((word: string): number => {
  const plain = folded(word).replace(/\.$/, '');
  if (plain.length < 3) return 0;
  for (const names of shortMonths) if (names.includes(plain)) return names.indexOf(plain) + 1;
  const begun = onlyMonth((name) => name.startsWith(plain));
  if (begun > 0 || plain.length < leastOfSlip) return begun;
  return onlyMonth((name) => name.length >= leastOfSlip && editsUpTo(1, name, plain));
});

const time =
  /(?:T|,?\s+\(?(?:at\s+|à\s+|@\s*)?)(?:\d{1,2}\s?(?:[:.]\s?\d{2}|[hH](?:\s?\d{0,2}(?!\d)))|\d{3,4}\s?(?:h|hr|hrs|hours|heures)\b|\d{1,2}\s?[ap]\.?m\b).{0,24}$/i;
const midnight = /\s+00:00:00$/;
const weekday = /^\p{L}{3,9}\.?,?\s+(?=\p{L}|\d)/u;

/** Words that make of a day one that is near it. */
const nearly =
  /(?:^|[\s(])(?:approx\S*|about|around|circa|ca\.?|env\.?|environ|vers|autour|before|avant|after|apres|après|until|jusqu\S*)(?:$|[\s)])|~/iu;

/** Whether the words before a day say that it is not that one. */
export const isNearly = (before: string): boolean => nearly.test(before);

const edges = /^[\s(),:;–—-]+|[\s(),:;–—-]+$/gu;
export const trimmed = (text: string): string => text.replace(edges, '');

const joins = new Set(
  'le de of the at à a @ and et - – early late mid end start beginning fin debut début mi am pm h'.split(' '),
);

/** Whether a word may be a part of a date: a number, the name of a month or of a day, or what joins them. */
const isOfDate = remembering((word: string): boolean => {
  if (/\d/.test(word)) return true;
  const plain = folded(trimmed(word)).replace(/\.$/, '');
  return (
    joins.has(plain) || monthNamed(plain) > 0 || (plain.length > 2 && weekdays.some((each) => each.startsWith(plain)))
  );
});

/** Digits alone are a date only as a year, a count of days or a whole day. */
const isCount = (part = ''): boolean => /^\d+$/.test(trimmed(part)) && ![4, 5, 8].includes(trimmed(part).length);

/** A date has at most its weekday, day, month, year and time, and begins or ends with a number. */
const mostParts = 6;
const mostWords = 14;
const hasNumberAt = (end: string | undefined): boolean => /\d/.test(end ?? '');

export interface AmongWords {
  readonly before: string;
  readonly date: string;
  readonly after: string;
}

/** How much of a date a text is, from a whole day to none. */
const exactnesses = ['none', 'year', 'month', 'day'] as const;
export type Exactness = (typeof exactnesses)[number];
const rank = (exactness: Exactness): number => exactnesses.indexOf(exactness);

/** Runs of words that may be a date, the longest first. */
function* runsOf(parts: readonly string[]): Generator<AmongWords> {
  for (let length = Math.min(mostParts, parts.length); length > 0; length -= 1)
    for (let first = 0; first + length <= parts.length; first += 1) {
      const run = parts.slice(first, first + length);
      if (!hasNumberAt(run[0]) && !hasNumberAt(run.at(-1))) continue;
      if (!run.every(isOfDate) || (length === 1 && isCount(run[0]))) continue;
      const date = trimmed(run.join(' '));
      const [before, after] = [parts.slice(0, first).join(' '), parts.slice(first + length).join(' ')];
      if (date !== '') yield { before, date, after };
    }
}

/** The most exact date in a text, and what is written around it; null where there is none. */
export function dateAmongWords(text: string, exactness: (part: string) => Exactness): AmongWords | null {
  let [found, best]: [AmongWords | null, number] = [null, 0];
  for (const run of runsOf(text.split(/[\s\u00a0\u202f]+/u).slice(0, mostWords))) {
    const own = rank(exactness(run.date));
    if (own > best) [found, best] = [run, own];
    if (best === rank('day')) break;
  }
  return found;
}

const roughly = /approx|about|circa|\benv(?:iron)?\b|~|\?|\d/i;

/** The day without "Reçu le" before it or "(by fax)" after it; the whole text where other words say that it is not exactly that one. */
export function withoutWords(text: string, exactness: (part: string) => Exactness): string {
  const found = /\d/.test(text) ? dateAmongWords(text, exactness) : null;
  if (found === null || isNearly(found.before) || roughly.test(`${found.before} ${found.after}`)) return text;
  return found.date;
}

/** As it was meant: the letter O for a zero, a mark that is written twice or among blanks. */
export const repaired = (text: string): string =>
  text.replace(/(?<=\d)O|O(?=\d)/gi, '0').replace(/\s*([-/.])[\s\-/.]*(?=\d)/g, '$1');

/** Without the name of the day, the time after it and the words around it. */
export function bare(text: string): string {
  let rest = text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u2010-\u2014\u2212]/g, '-')
    .trim()
    .replace(midnight, '');
  const [word = ''] = weekday.exec(rest) ?? [];
  const named = folded(word).replace(/[.,\s]/g, '');
  const behind = rest.slice(word.length);
  // "mar." is a Tuesday before a day of another month, and March before a year.
  const isDay = monthNamed(named) === 0 || /^\d\d?(?:er|st|nd|rd|th|e)?[\s.\-/]+(?:de\s+)?\p{L}{3,}/u.test(behind);
  if (named.length >= 3 && isDay && weekdays.some((each) => each.startsWith(named))) rest = behind;
  return rest
    .replace(/^le\s+/i, '')
    .replace(time, '')
    .replace(/\s+/g, ' ')
    .replace(/[.,;]$/, '')
    .trim();
}
