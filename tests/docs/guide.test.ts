import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { codeTexts } from '#contract/words/codes';
import { failureTexts } from '#contract/words/failures';

const root = resolve(import.meta.dirname, '../..');
const languages = ['en', 'fr'] as const;
type Language = (typeof languages)[number];

/** The one word in bold that quotes no screen: it says what bold means. */
const bold = { en: 'bold', fr: 'gras' };
const guides = { en: guide('en'), fr: guide('fr') };

function guide(language: Language): string {
  return readFileSync(join(root, 'docs/guide', `${language}.md`), 'utf8');
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Object.values(z.record(z.string(), z.unknown()).parse(value)).flatMap(leaves);
}

/** Every text of the screens, without the hyphens that only a browser sees. */
function textsOf(language: Language): Set<string> {
  const folder = join(root, 'renderer/i18n', language);
  const files = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((name) => name.endsWith('.json'));
  const texts = files.flatMap((name) => leaves(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  const shared = [...leaves(codeTexts(language)), ...leaves(failureTexts[language])];
  return new Set([...texts, ...shared].map((text) => text.replaceAll('\u00ad', '')));
}

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, inside = '']) => inside);
}

const headings = (text: string): string[] => found(text, /^(#+) /gm);
const code = (text: string): string[] => found(text, /`([^`]+)`/g);
const links = (text: string): string[] => found(text, /\]\(([^)]+)\)/g);
/** The names under which GitHub and editors reach the headings of a document. */
const anchors = (text: string): string[] =>
  found(text, /^#+ (.+)$/gm).map((each) =>
    each
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the user guide', () => {
  it.each(languages)('quotes the screens of its language as they are: %s', (language) => {
    const texts = textsOf(language);
    const quoted = found(guides[language], /\*\*([^*]+)\*\*/g);
    expect(quoted.length).toBeGreaterThan(150);
    expect(quoted.filter((quote) => !texts.has(quote) && quote !== bold[language])).toEqual([]);
  });

  it('has the same headings and the same keys in both languages, in the same order', () => {
    expect(headings(guides.fr)).toEqual(headings(guides.en));
    const keyNames = { Maj: 'Shift', 'Page suiv.': 'Page Down', Entrée: 'Enter', Espace: 'Space' };
    const named = code(guides.fr).map((keys) =>
      Object.entries(keyNames).reduce((said, [fr, en]) => said.replace(fr, en), keys),
    );
    expect(named).toEqual(code(guides.en));
  });

  it.each(languages)('leads to documents that are there: %s', (language) => {
    for (const link of links(guides[language])) {
      const [path = '', heading = ''] = link.split('#');
      const text = readFileSync(join(root, 'docs/guide', path), 'utf8');
      expect(heading === '' || anchors(text).includes(heading), link).toBe(true);
    }
  });
});
