import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const pages = { en: 'docs/threat-model.md', fr: 'docs/threat-model.fr.md' } as const;
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

/** The parts of a page under its headings of the second level. */
const sectionsOf = (page: string): readonly string[] => textOf(page).split(/^## /m).slice(1);
/** The rows of a table, without its heading. */
const rowsOf = (section: string): readonly string[] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
const testsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:tests|proofs)\/[^`]+)`/g)].map(([, path = '']) => path);
const linksIn = (text: string): string[] => [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, path = '']) => path);

const holds = 2;

describe.each(Object.entries(pages))('the threat model (%s)', (_language, page) => {
  it('names tests that are there', () => {
    const named = testsIn(textOf(page));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(named.filter((path) => !/\.(test|spec)\.ts$/.test(path))).toEqual([]);
  });

  it('names a test for each claim of what holds', () => {
    const rows = rowsOf(sectionsOf(page)[holds] ?? '');
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => testsIn(row).length === 0)).toEqual([]);
  });

  it('leads to documents that are there', () => {
    expect(linksIn(textOf(page)).filter((path) => !existsSync(join(root, 'docs', path)))).toEqual([]);
  });
});

it.each([
  ['SECURITY.md', 'SECURITY.md'],
  ['docs/privacy-impact.md', 'docs/privacy-impact.fr.md'],
])('%s has the same parts and rows in both languages, and leads to what is there', (en, fr) => {
  const shapeOf = (text: string) => ({
    rows: text.split('\n').filter((line) => line.startsWith('|')).length,
    service: text.split('**[service]**').length,
    points: text.split('\n').filter((line) => line.startsWith('- ')).length,
    headings: text.split('\n').filter((line) => line.startsWith('## ')).length,
  });
  // SECURITY.md, whose name is fixed, has both languages one after the other.
  const both = en === fr ? textOf(en).split(/^# Sécurité$/m) : [textOf(en), textOf(fr)];
  expect(both).toHaveLength(2);
  expect(shapeOf(both[1] ?? '')).toEqual(shapeOf(both[0] ?? ''));
  for (const page of [en, fr])
    expect(linksIn(textOf(page)).filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([]);
});

it('is the same in both languages: parts, rows, points and tests, in the same order', () => {
  const [en, fr] = [sectionsOf(pages.en), sectionsOf(pages.fr)].map((sections) =>
    sections.map((section) => ({
      rows: rowsOf(section).map(testsIn),
      points: section.split('\n').filter((line) => line.startsWith('- ')).length,
    })),
  );
  expect(fr).toEqual(en);
  expect(en).toHaveLength(6);
});
