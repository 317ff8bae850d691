import type { Locale } from '#contract/ground/codes';
import { joinFrenchTexts } from './typography.ts';

/** The texts of one language, by namespace. */
export type Texts = Readonly<Record<string, Record<string, unknown>>>;

/** Reads one language's texts; a second time they are there already. */
export async function loadTexts(locale: Locale): Promise<Texts> {
  const { texts } = locale === 'fr' ? await import('./fr.ts') : await import('./en.ts');
  return Object.fromEntries(
    Object.entries(texts).map(([path, namespace]) => [
      path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
      locale === 'fr' ? joinFrenchTexts(namespace) : namespace,
    ]),
  );
}
