import type { Bilingual } from '#contract/ground/common';
import { languages, type Language } from '../../../documents/page/language.ts';

/** One part of the first page: a heading and its sentences, each whole in both languages. */
export interface SummaryPart {
  readonly title: Bilingual;
  readonly lines: readonly Bilingual[];
}

/** A sentence that one function says in either language. */
export const inBoth = (say: (language: Language) => string): Bilingual => ({
  en: say(languages.en),
  fr: say(languages.fr),
});
/** A sentence, as each language writes it. */
export const sentence = (en: (l: Language) => string, fr: (l: Language) => string): Bilingual => ({
  en: en(languages.en),
  fr: fr(languages.fr),
});
