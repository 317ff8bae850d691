import { languageTag, type Locale } from '#contract/ground/codes';
import type { Month, Quarter } from '#contract/ground/dates';
import { quarterName, unbroken } from '#contract/ground/period';

/** What a reader of the paper is written in: the words and the way of writing numbers and dates. */
export interface Language {
  readonly locale: Locale;
  readonly tag: 'en-CA' | 'fr-CA';
  readonly say: (text: { readonly en: string; readonly fr: string }) => string;
  /** A name, a colon as the language writes it, and what is said under it. */
  readonly labelled: (name: { readonly en: string; readonly fr: string }, text: string) => string;
  /** At most one decimal: whole files, tenths of a person. */
  readonly number: (value: number) => string;
  /** Always one decimal, so that a column of them is alike. */
  readonly tenths: (value: number) => string;
  readonly change: (value: number) => string;
  /** Full-time equivalents, to a hundredth. */
  readonly fte: (value: number) => string;
  readonly share: (value: number) => string;
  /** Of cents, in dollars. */
  readonly money: (cents: number) => string;
  readonly day: (civil: string) => string;
  /** Of an instant, its day and minute in UTC. */
  readonly minute: (instant: number) => string;
  readonly month: (month: Month) => string;
  readonly shortMonth: (month: Month) => string;
  readonly quarter: (quarter: Quarter) => string;
}

/** Canadian French: no line ends before a colon, a percent sign or inside guillemets. */
function joinFrench(text: string): string {
  return text.replace(/ (?=[:»%])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

/** Minus is U+2212 in both languages, as wide as plus; Intl writes a hyphen. */
const withMinus = (text: string): string => text.replace('-', '\u2212');

function languageOf(locale: Locale): Language {
  const tag = languageTag[locale];
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const tenths = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const changes = new Intl.NumberFormat(tag, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const hundredths = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const dollars = new Intl.NumberFormat(tag, { style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol' });
  const shares = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  // A civil day or month is read as midnight UTC and written in UTC: no zone of the computer touches it.
  const civil = (text: string, options: Intl.DateTimeFormatOptions): string => {
    const formatted = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(new Date(text));
    return (locale === 'fr' ? formatted.replace(/^1(?=\D)/, '1er') : formatted).replaceAll(' ', '\u00a0');
  };
  const say: Language['say'] = (text) => (locale === 'en' ? text.en : joinFrench(text.fr));
  return {
    locale,
    tag,
    say,
    labelled: (name, text) => `${say(name)}${locale === 'fr' ? '\u00a0' : ''}: ${text}`,
    number: (value) => withMinus(numbers.format(value)),
    tenths: (value) => withMinus(tenths.format(value)),
    fte: (value) => withMinus(hundredths.format(value)),
    change: (value) => withMinus(changes.format(value)),
    share: (value) => withMinus(shares.format(value)),
    money: (cents) => withMinus(dollars.format(cents / 100)),
    day: (text) => civil(text, { dateStyle: 'long' }),
    minute: (instant) =>
      civil(new Date(instant).toISOString(), { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }),
    month: (month) => civil(month, { month: 'long', year: 'numeric' }),
    shortMonth: (month) => civil(month, { month: 'short', year: 'numeric' }),
    quarter: (quarter) => unbroken(quarterName(quarter)[locale]),
  };
}

export const languages = { en: languageOf('en'), fr: languageOf('fr') } as const satisfies Record<Locale, Language>;

/** Both, French first where an agreement asks for French first. */
export function languagesOf([first]: readonly Locale[]): readonly Language[] {
  return first === 'fr' ? [languages.fr, languages.en] : [languages.en, languages.fr];
}
