import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '#contract/codes';
import { languageTag } from '../lib/format.ts';
import { loadTexts, type Texts } from './loadTexts.ts';

function markDocument(tag: string): void {
  document.documentElement.lang = tag;
}

export async function startTexts(locale: Locale, texts: Texts): Promise<void> {
  i18next.on('languageChanged', markDocument);
  await i18next.use(initReactI18next).init({
    lng: languageTag(locale),
    fallbackLng: false,
    resources: { [languageTag(locale)]: { ...texts } },
    defaultNS: 'common',
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
}

let wanted: Locale | null = null;

/** Reads the texts first where this language is new to the page. */
export async function setLanguage(locale: Locale): Promise<void> {
  wanted = locale;
  const tag = languageTag(locale);
  if (!i18next.hasResourceBundle(tag, 'common')) {
    for (const [namespace, texts] of Object.entries(await loadTexts(locale)))
      i18next.addResourceBundle(tag, namespace, texts);
  }
  // Whoever chose twice gets the later choice, whichever texts came first.
  if (wanted === locale) await i18next.changeLanguage(tag);
}
