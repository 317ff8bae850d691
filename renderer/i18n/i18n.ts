import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '#contract/codes';
import { languageTag } from '../lib/format.ts';
import { joinFrenchTexts } from './typography.ts';

const files = import.meta.glob<Record<string, unknown>>('./{en,fr}/*.json', { eager: true, import: 'default' });

function namespacesOf(locale: Locale): Record<string, Record<string, unknown>> {
  const prefix = `./${locale}/`;
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, texts]) => [
        path.slice(prefix.length, -'.json'.length),
        locale === 'fr' ? joinFrenchTexts(texts) : texts,
      ]),
  );
}

function markDocument(tag: string): void {
  document.documentElement.lang = tag;
}

export async function startTexts(locale: Locale): Promise<void> {
  i18next.on('languageChanged', markDocument);
  await i18next.use(initReactI18next).init({
    lng: languageTag(locale),
    fallbackLng: false,
    resources: { [languageTag('en')]: namespacesOf('en'), [languageTag('fr')]: namespacesOf('fr') },
    defaultNS: 'common',
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
}

export async function setLanguage(locale: Locale): Promise<void> {
  await i18next.changeLanguage(languageTag(locale));
}
