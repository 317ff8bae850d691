import { locale as locales } from '#contract/ground/codes';
import type { Pair } from '#contract/reporting/returnTexts';

/** What a unit wrote of its own change. */
export interface UnitWords {
  readonly unitCode: string;
  readonly text: Pair;
}

/**
 * The agreement's text with a unit's words after it, each under the unit's code; null where they are there already or would not fit.
 * A language in which the unit wrote nothing stays as it is.
 */
export function withUnitWords(text: Pair, { unitCode, text: words }: UnitWords, maximum: number): Pair | null {
  const added = (language: (typeof locales.options)[number]): string => {
    const own = words[language].trim();
    const line = language === 'fr' ? `${unitCode}\u00a0: ${own}` : `${unitCode}: ${own}`;
    if (own === '' || text[language].includes(line)) return text[language];
    return text[language].trim() === '' ? line : `${text[language].trimEnd()}\n${line}`;
  };
  const next = { en: added('en'), fr: added('fr') };
  const isSame = locales.options.every((language) => next[language] === text[language]);
  return isSame || locales.options.some((language) => next[language].length > maximum) ? null : next;
}
