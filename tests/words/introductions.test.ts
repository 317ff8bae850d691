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

const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

describe.each(['en', 'fr'] as const)('in %s', (locale) => {
  it('introduces each screen in 15 words at most', async () => {
    const texts = await loadTexts(locale);
    const found = keys.flatMap(({ namespace, key }) => textsAt(texts[namespace], key.split('.')));
    expect(found.length).toBeGreaterThanOrEqual(30);
    expect(found.filter((text) => words(text.replaceAll(/\{\{[^}]*\}\}/g, 'x')) > 15)).toEqual([]);
  });
});
