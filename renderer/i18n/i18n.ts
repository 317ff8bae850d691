import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languageTag, type Locale } from '#contract/ground/codes';
import { loadTexts, type Texts } from './loadTexts.ts';

function markDocument(tag: string): void {
  document.documentElement.lang = tag;
}

export async function startTexts(locale: Locale, texts: Texts): Promise<void> {
  i18next.on('languageChanged', markDocument);
  await i18next.use(initReactI18next).init({
    lng: languageTag[locale],
    fallbackLng: false,
    resources: { [languageTag[locale]]: { ...texts } },
    defaultNS: 'common',
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
}

export function hasTexts(locale: Locale): boolean {
  return i18next.hasResourceBundle(languageTag[locale], 'common');
}

async function readTexts(locale: Locale): Promise<void> {
  for (const [namespace, texts] of Object.entries(await loadTexts(locale)))
    i18next.addResourceBundle(languageTag[locale], namespace, texts);
}

const reading = new Map<Locale, Promise<void>>();

/** The texts of a language that is new to the page; all calls for it wait for the same reading. */
export function textsOf(locale: Locale): Promise<void> {
  const known = reading.get(locale) ?? readTexts(locale);
  reading.set(locale, known);
  return known;
}

let wanted: Locale | null = null;

/** Reads the texts first where this language is new to the page. */
export async function setLanguage(locale: Locale): Promise<void> {
  wanted = locale;
  const tag = languageTag[locale];
  if (!hasTexts(locale)) await textsOf(locale);
  // A user who chose twice gets the later choice, whichever texts came first.
  if (wanted === locale) await i18next.changeLanguage(tag);
}
