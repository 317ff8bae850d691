import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createInstance } from 'i18next';
import type { Locale } from '../../electron/contract/ground/codes.ts';
import { codeTexts } from '../../electron/contract/words/codes.ts';
import type { Translate } from '../../renderer/i18n/text.ts';
import { joinFrenchTexts } from '../../renderer/i18n/typography.ts';

const root = resolve(import.meta.dirname, '..', '..', 'renderer', 'i18n');

/** What the screens say, by the keys that they ask with: a script in two languages repeats none of it. */
export async function screenTexts(locale: Locale): Promise<Translate> {
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
  const files = globSync(`${locale}/*/*.json`, { cwd: root }).map(
    (path) => [basename(path, '.json'), read(path)] as const,
  );
  const texts = new Map<string, Record<string, unknown>>([...files, ['codes', codeTexts(locale)]]);
  const i18n = createInstance();
  await i18n.init({
    lng: `${locale}-CA`,
    resources: {
      [`${locale}-CA`]: Object.fromEntries(
        [...texts].map(([name, each]) => [name, locale === 'fr' ? joinFrenchTexts(each) : each]),
      ),
    },
    interpolation: { escapeValue: false },
  });
  return i18n.t as unknown as Translate;
}
