import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { fields } from '#contract/words/fields';
import { terms } from '#contract/words/terms';
import english from '../../electron/contract/words/definitions.en.json' with { type: 'json' };
import french from '../../electron/contract/words/definitions.fr.json' with { type: 'json' };
import { commentProblems } from '../../scripts/text/comments.mjs';
import { readPairs } from '../../scripts/text/surfaces.mjs';
import { documents, withTerms } from '../../scripts/text/termsTable.mjs';
import { glossaryProblems, repeatedNames, secondNames, wordProblems } from '../../scripts/text/words.mjs';

const root = resolve(import.meta.dirname, '../..');
const referral = { at: 'term.referral', ...terms.referral };

it('defines every term in both languages', () => {
  const names = Object.keys(terms).sort();
  expect(names.length).toBeGreaterThan(30);
  expect([Object.keys(english).sort(), Object.keys(french).sort()]).toEqual([names, names]);
});

it('refuses a second name for a concept, and a second entry of one name', () => {
  expect(glossaryProblems([referral, { at: 'field.lead', ...fields.lead }], {})).toEqual([]);
  const second = { at: 'field.tip', en: 'Referral', fr: 'Dénonciation' };
  expect(glossaryProblems([referral, second], {})).toEqual([
    'term.referral and field.tip give “referral” two names in fr: Signalement / Dénonciation',
  ]);
  expect(glossaryProblems([referral, second], { referral: 'a reason' })).toEqual([]);
  const again = { at: 'field.referral', en: 'Referral', fr: 'Signalement' };
  expect(glossaryProblems([referral, again], {})).toEqual([
    'term.referral and field.referral write “referral” twice: share one entry',
  ]);
  expect(glossaryProblems([referral], { referral: 'a reason' })).toEqual([
    '“referral” is no homonym any more: take it off the list',
  ]);
});

it('refuses another name for a concept on any surface', () => {
  expect(secondNames([{ at: 'page:title', en: 'referral', fr: 'Dénonciation' }], [referral])).toEqual([
    'page:title calls “referral” “Dénonciation”; the glossary has “Signalement”',
  ]);
  const active = { at: 'term.active', en: 'Active', fr: 'Actif' };
  const agreements = ['active', 'Actifs', 'Actives'].map((fr) => ({ at: 'page:state', en: 'Active', fr }));
  expect(secondNames(agreements, [active])).toEqual([]);
  expect(secondNames([{ at: 'page:state', en: 'Active', fr: 'En activité' }], [active])).toHaveLength(1);
  expect(repeatedNames([{ at: 'db/file.ts:1', en: 'Referral', fr: 'Signalement' }], [referral])).toEqual([
    'db/file.ts:1 writes “Referral” again: the glossary has it as term.referral',
  ]);
});

it('refuses a word that no text may have, and a label that a term replaced', () => {
  expect(
    wordProblems([
      { at: 'a', language: 'en', text: 'The unit mends it' },
      { at: 'b', language: 'fr', text: 'Preuve' },
      { at: 'c', language: 'fr', text: 'Communication de la preuve' },
    ]),
  ).toEqual(['a says “mends”', 'b is labelled “Preuve”']);
});

it('refuses open files where referrals and investigations are added up', () => {
  expect(
    wordProblems([
      { at: 'a', language: 'en', text: '12 open files' },
      { at: 'b', language: 'fr', text: '12 dossiers ouverts' },
      { at: 'c', language: 'en', text: 'An open file cannot be sealed' },
      { at: 'd', language: 'fr', text: 'Dossiers ouverts' },
      { at: 'e', language: 'fr', text: 'Éléments ouverts' },
    ]),
  ).toEqual(['a says “open files”', 'b says “dossiers ouverts”']);
});

it('refuses such a word in a comment, and leaves names and texts of the code alone', () => {
  const [first, second] = ['stand', 'anew'];
  const code = [
    '/** What a unit is told. */',
    `const told = 'https://${first}.example'; // Read ${second}.`,
    '/**',
    ' * Rows that a pack takes',
    ' * in, by `settle`.',
    ' */',
    '// Stored again: `stands` is a name.',
  ].join('\n');
  expect(commentProblems('a.ts', code)).toEqual([
    'a.ts:1 says “told” in a comment',
    'a.ts:2 says “anew” in a comment',
    'a.ts:3 says “takes in” in a comment',
  ]);
  expect(commentProblems('a.css', `a {\n  /* Figures ${first} here. */\n}`)).toEqual([
    'a.css:2 says “stand” in a comment',
  ]);
});

it('reads the texts of the store however they are written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-words-'));
  try {
    mkdirSync(join(folder, 'db'));
    writeFileSync(join(folder, 'db/words.ts'), "const a = { en: 'One', fr: 'Un' };\nconst b = both('Two', 'Deux');\n");
    const { pairs } = await readPairs(folder, ['db']);
    expect(pairs).toEqual([
      { at: 'db/words.ts:1', en: 'One', fr: 'Un' },
      { at: 'db/words.ts:2', en: 'Two', fr: 'Deux' },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each(documents)('%s has the terms of the glossary', async (path) => {
  const { text, next } = await withTerms(root, path);
  expect(next).toBe(text);
});
