// Reads the texts of both languages and compares them.
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

export const LOCALES = { en: 'en-CA', fr: 'fr-CA' };
const SUFFIX = /_(zero|one|two|few|many|other)$/;

/** @typedef {Map<string, string>} Texts full key, with its namespace and plural suffix, to text */

/**
 * @param {string} folder @param {Readonly<Record<string, object>>} shared namespaces that the page has from the contract
 * @returns {Promise<{ texts: Texts, namespaces: Set<string> }>}
 */
async function readLocale(folder, shared) {
  const texts = new Map();
  const namespaces = new Set(Object.keys(shared));
  for (const [namespace, node] of Object.entries(shared)) flatten(node, `${namespace}:`, texts);
  for (const file of (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json'))) {
    const namespace = basename(file, '.json');
    namespaces.add(namespace);
    flatten(JSON.parse(await readFile(join(folder, file), 'utf8')), `${namespace}:`, texts);
  }
  return { texts, namespaces };
}

function flatten(node, prefix, texts) {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else flatten(value, `${prefix}${key}.`, texts);
  }
}

/** Groups the plural forms of a text. A text is plural where its `_other` form exists. @param {Texts} texts */
function byStem(texts) {
  const stems = new Map();
  for (const [key, text] of texts) {
    const stem = key.replace(SUFFIX, '');
    const isPlural = stem !== key && texts.has(`${stem}_other`);
    const name = isPlural ? stem : key;
    const forms = stems.get(name) ?? new Map();
    forms.set(isPlural ? key.slice(stem.length + 1) : '', text);
    stems.set(name, forms);
  }
  return stems;
}

/** @param {Map<string, string>} forms @returns {string} the variables of all forms together, in order */
function variablesOf(forms) {
  const names = [...forms.values()].flatMap((text) =>
    [...text.matchAll(/\{\{\s*-?\s*(\w+)[^}]*\}\}/g)].map((m) => m[1]),
  );
  return [...new Set(names)].sort().join(', ');
}

function pluralProblems(locale, stem, forms) {
  if (forms.has('')) return [];
  const wanted = new Intl.PluralRules(LOCALES[locale]).resolvedOptions().pluralCategories;
  return wanted
    .filter((category) => !forms.has(category))
    .map((category) => `${locale}: ${stem} lacks its plural form _${category}`);
}

/**
 * @param {string} folder that holds `en` and `fr`
 * @param {{ en: Readonly<Record<string, object>>, fr: Readonly<Record<string, object>> }} shared what the page has from the contract, by language
 */
export async function readTexts(folder, shared) {
  const en = await readLocale(join(folder, 'en'), shared.en);
  const fr = await readLocale(join(folder, 'fr'), shared.fr);
  return {
    namespaces: new Set([...en.namespaces, ...fr.namespaces]),
    stems: { en: byStem(en.texts), fr: byStem(fr.texts) },
  };
}

/** @param {Awaited<ReturnType<typeof readTexts>>} texts */
export function languageProblems({ stems }) {
  const problems = [];
  for (const stem of new Set([...stems.en.keys(), ...stems.fr.keys()])) {
    const english = stems.en.get(stem);
    const french = stems.fr.get(stem);
    if (english === undefined || french === undefined) {
      problems.push(`${stem} exists in ${english === undefined ? 'French' : 'English'} only`);
      continue;
    }
    problems.push(...pluralProblems('en', stem, english), ...pluralProblems('fr', stem, french));
    if (variablesOf(english) !== variablesOf(french)) {
      problems.push(`${stem} interpolates {${variablesOf(english)}} in English and {${variablesOf(french)}} in French`);
    }
  }
  return problems;
}
