// The glossary as the checks and the documents read it, and what is still allowed in addition to it.
import { glob, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codeWords } from '../../electron/contract/words/codes.ts';
import { fields } from '../../electron/contract/words/fields.ts';
import { headings } from '../../electron/contract/words/headings.ts';
import { categories } from '../../electron/contract/words/measures.ts';
import { terms } from '../../electron/contract/words/terms.ts';
import { failureTexts } from '../../electron/contract/words/failures.ts';
import { menuWords } from '../../electron/main/menuWords.ts';
import { english } from '../../db/entry/cli/texts/english.ts';
import { french } from '../../db/entry/cli/texts/french.ts';
import { frenchSigns, glossaryProblems, repeatedNames, secondNames, wordProblems } from './words.mjs';
import { readGuide, readPairs } from './surfaces.mjs';

/** Words that name two things, each with the reason why both keep it. */
const HOMONYMS = {
  by: 'who did it (par); what a figure is broken down by (selon)',
  change: 'of a record (changement); of a figure (variation)',
  english: 'a language names itself; inside a sentence each language names it',
  français: 'a language names itself; inside a sentence each language names it',
  responsable: 'who leads a file; who owns a risk',
  couverture: 'the first page; how many units a figure covers',
  file: 'what is worked on (dossier); a document on a disk (fichier)',
  table: 'of the database (table); of figures (tableau)',
  all: 'tous and toutes, as the noun is',
  objet: 'what a file is about in a line; what a deadline is of',
  modifier: 'Edit opens the whole of it, Change one thing: French has one verb',
  exportation: 'what a person exported; the step of a return; what is under way',
};

const lists = { term: terms, field: fields, heading: headings };

/** Each entry once, by the first list that has it. */
export function glossaryNames() {
  const names = new Map();
  const groups = [...Object.entries(lists), ...Object.entries(codeWords), ...Object.entries(categories)];
  for (const [list, words] of groups)
    for (const [code, word] of Object.entries(words))
      if (!names.has(word)) names.set(word, { at: `${list}.${code}`, en: word.en, fr: word.fr });
  return [...names.values()];
}

function flatten(node, prefix) {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/** The page's own texts as pairs. */
async function pageTexts(root) {
  const folder = join(root, 'renderer/i18n');
  const files = (await readdir(join(folder, 'en'), { recursive: true })).filter((name) => name.endsWith('.json'));
  const read = async (locale, file) => JSON.parse(await readFile(join(folder, locale, file), 'utf8'));
  const pairs = files.map(async (file) =>
    pairsOf(`${basename(file, '.json')}:`, await read('en', file), await read('fr', file)),
  );
  return (await Promise.all(pairs)).flat();
}

/** Documents whose sentences a program writes. */
const EXEMPT = ['docs/calibration.md', 'docs/forecast.md'];

/** The language of a document by its name. */
const languageOf = (path) => (/(?:\.|\/)fr\.md$/.test(path) ? 'fr' : 'en');

/** What a reader finds with the program: the front pages, the guides, the documents and the pages of the rooms. */
async function readDocuments(root) {
  const paths = await Array.fromAsync(
    glob(['*.md', 'docs/*.md', 'docs/{guide,decisions}/*.md', 'db/*/README.md'], { cwd: root }),
  );
  const read = paths.filter((path) => !EXEMPT.includes(path));
  return (await Promise.all(read.map((path) => readGuide(root, path, languageOf(path))))).flat();
}

const bothTexts = (pairs) =>
  pairs.flatMap(({ at, en, fr }) => [
    { at, language: 'en', text: en },
    { at, language: 'fr', text: fr },
  ]);
const pairsOf = (at, en, fr) => {
  const other = new Map(flatten(fr, at));
  return flatten(en, at).map(([key, text]) => ({ at: key, en: text, fr: other.get(key) ?? '' }));
};

/** @param {string} root @returns {Promise<string[]>} what is wrong with the words of every surface */
export async function findWordProblems(root) {
  const names = glossaryNames();
  const { pairs, lone } = await readPairs(root, ['db', 'electron/contract', 'electron/main']);
  const page = await pageTexts(root);
  const shared = [
    ...names,
    ...pairsOf('cli.', english, french),
    ...pairsOf('menu.', menuWords.en, menuWords.fr),
    ...pairsOf('failures.', failureTexts.en, failureTexts.fr),
  ];
  // The demonstration's own texts are data, and a catalogue's names agree with its nouns.
  const written = pairs.filter(({ at }) => !at.startsWith('db/entry/demo/'));
  const source = written.filter(({ at }) => !at.includes('.json'));
  const read = await readDocuments(root);
  return [
    ...glossaryProblems(names, HOMONYMS, [...page, ...pairsOf('menu.', menuWords.en, menuWords.fr)]),
    ...lone,
    ...secondNames([...source, ...page], names),
    ...repeatedNames(source, names),
    ...wordProblems([...bothTexts([...shared, ...written, ...page]), ...read]),
    ...frenchSigns(read),
  ];
}
