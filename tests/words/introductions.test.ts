import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../renderer/i18n/loadTexts.ts';

/** The keys of what is under the title of a screen, wherever one is asked for. */
const keys = globSync('renderer/**/*.tsx').flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/\bcontext=\{([^}]+)\}/g)].flatMap(([, asked = '']) =>
    [...asked.matchAll(/'(\w+):([\w.]+)'/g)].map(([, namespace = '', key = '']) => ({ namespace, key })),
  ),
);

function textsAt(node: unknown, path: readonly string[]): string[] {
  const [step, ...rest] = path;
  if (typeof node === 'string') return step === undefined ? [node] : [];
  if (step === undefined || node === null || typeof node !== 'object') return [];
  const found = Object.entries(node).filter(
    ([name]) => name === step || (rest.length === 0 && name.startsWith(`${step}_`)),
  );
  return found.flatMap(([, below]) => textsAt(below, rest));
}

/** How many words a reader reads, a value counted as one. */
const words = (text: string) =>
  text
    .replaceAll(/\{\{[^}]*\}\}/g, 'x')
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word)).length;

function allTexts(node: unknown, at: string): [string, string][] {
  if (typeof node === 'string') return [[at, node]];
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, below]) => allTexts(below, `${at}.${key}`));
}

/** French needs more words; an advice says what to do and what was saved; the Method is read, not looked at. */
const most = { en: { text: 25, advice: 30 }, fr: { text: 30, advice: 35 } };

describe.each(['en', 'fr'] as const)('in %s', (locale) => {
  it('introduces each screen in 15 words at most', async () => {
    const texts = await loadTexts(locale);
    const found = keys.flatMap(({ namespace, key }) => textsAt(texts[namespace], key.split('.')));
    expect(found.length).toBeGreaterThanOrEqual(30);
    expect(found.filter((text) => words(text) > 15)).toEqual([]);
  });

  it('says nothing on a screen that is longer than a line or two', async () => {
    const texts = allTexts(await loadTexts(locale), '').filter(([at]) => !at.startsWith('.counterfactual.how.'));
    expect(texts.length).toBeGreaterThan(4000);
    const limit = (at: string) => (at.startsWith('.errors.') ? most[locale].advice : most[locale].text);
    expect(texts.filter(([at, text]) => words(text) > limit(at)).map(([at]) => at)).toEqual([]);
  });
});
