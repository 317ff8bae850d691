import { languageTag, type Locale } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import { probabilityEnd } from '#contract/statistics/shown';
import { codeWords } from '#contract/words/codes';
import { english, type TextKey, type Texts } from './texts/english.ts';
import { french } from './texts/french.ts';

const texts: Readonly<Record<Locale, Texts>> = { en: english, fr: french };
const joined = '\u00a0';

/** Canadian French: a non-breaking space before the colon, the percent sign and inside guillemets. */
export function typeset(text: string, locale: Locale): string {
  return locale === 'fr' ? text.replace(/ (?=[:»%])/g, joined).replace(/« /g, `«${joined}`) : text;
}

/** Everything that turns a key, a label or a number into words of the chosen language. */
export interface Words {
  readonly locale: Locale;
  readonly say: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;
  readonly label: (label: Bilingual) => string;
  /** Whole numbers; a blank is said to be one, never shown as zero. */
  readonly count: (value: number | null) => string;
  readonly decimal: (value: number) => string;
  readonly probability: (value: number) => string;
}

export function wordsOf(locale: Locale): Words {
  const whole = new Intl.NumberFormat(languageTag[locale], { maximumFractionDigits: 0, signDisplay: 'negative' });
  const fraction = new Intl.NumberFormat(languageTag[locale], { maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(languageTag[locale], { style: 'percent', maximumFractionDigits: 0 });
  const written = (value: string | number | undefined): string =>
    typeof value === 'number' && !Number.isInteger(value) ? fraction.format(value) : String(value ?? '');
  const say: Words['say'] = (key, values = {}) =>
    typeset(texts[locale][key], locale).replace(/\{(\w+)\}/g, (_, name: string) => written(values[name]));
  const label: Words['label'] = (words) => typeset(words[locale], locale);
  return {
    locale,
    say,
    label,
    count: (value) => (value === null ? say('notAvailable') : whole.format(value)),
    decimal: (value) => fraction.format(value),
    probability: (value) => {
      const end = probabilityEnd(value);
      return end === null ? share.format(value) : label(codeWords.probabilityEnd[end]);
    },
  };
}
