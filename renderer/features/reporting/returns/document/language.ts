import { createContext, use, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { languageTag, type Locale } from '#contract/ground/codes';
import type { Month, Quarter } from '#contract/ground/dates';
import { hasTexts, textsOf } from '../../../../i18n/i18n.ts';
import type { Translate } from '../../../../i18n/text.ts';
import * as format from '../../../../lib/format.ts';

/** The document's own language: the funder's, whatever the one on screen. */
export interface DocumentLanguage {
  readonly locale: Locale;
  readonly t: Translate;
  readonly number: (value: number, decimals?: number) => string;
  readonly change: (value: number, decimals?: number) => string;
  readonly percent: (share: number, signed?: boolean) => string;
  readonly quarter: (quarter: Quarter) => string;
  readonly day: (day: string) => string;
  readonly month: (month: Month) => string;
  readonly bilingual: (text: { readonly en: string; readonly fr: string }) => string;
}

const LanguageContext = createContext<DocumentLanguage | null>(null);
export const DocumentLanguageProvider = LanguageContext.Provider;

export function useDocumentLanguage(): DocumentLanguage {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('a part of the document stands outside it');
  return language;
}

/** The page loads the language on screen alone: a document in the other one waits for its texts. */
export function useLanguageOf(locale: Locale): DocumentLanguage {
  const { i18n } = useTranslation();
  if (!hasTexts(locale)) use(textsOf(locale));
  return {
    locale,
    t: i18n.getFixedT(languageTag[locale]) as unknown as Translate,
    number: (value, decimals) => format.formatNumber(value, locale, decimals),
    change: (value, decimals = 0) => `${value > 0 ? '+' : ''}${format.formatNumber(value, locale, decimals)}`,
    percent: (share, signed) => format.formatPercent(share, locale, signed),
    quarter: (quarter) => format.formatQuarter(quarter, locale),
    day: (day) => format.formatDay(day, locale),
    month: (month) => format.formatMonth(month, locale),
    bilingual: (text) => text[locale],
  };
}
