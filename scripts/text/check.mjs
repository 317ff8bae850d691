// Holds texts, source and code lists against each other.
import { join } from 'node:path';
import { languageProblems, readTexts } from './texts.mjs';
import { readSource } from './source.mjs';

/**
 * @param {string} root of the repository
 * @param {readonly string[]} labels keys that the contract's code lists owe, used or not
 * @param {Parameters<typeof readTexts>[1]} shared namespaces that the page has from the contract
 * @returns {Promise<string[]>} what is wrong, in words
 */
export async function findTextProblems(root, labels, shared = { en: {}, fr: {} }) {
  const texts = await readTexts(join(root, 'renderer/i18n'), shared);
  const { uses, words } = await readSource(root, join(root, 'renderer'), texts.namespaces);
  const known = new Set([...texts.stems.en.keys(), ...texts.stems.fr.keys()]);
  const isUsed = (key) =>
    labels.includes(key) || uses.some((use) => (use.pattern === null ? use.key === key : use.pattern.test(key)));
  const exists = (use) =>
    use.pattern === null ? known.has(use.key) : [...known].some((key) => use.pattern?.test(key));
  return [
    ...languageProblems(texts),
    ...labels.filter((key) => !known.has(key)).map((key) => `${key} has no label`),
    ...uses.filter((use) => !exists(use)).map((use) => `${use.at} asks for ${use.key}, which does not exist`),
    ...[...known].filter((key) => !isUsed(key)).map((key) => `${key} is not used`),
    ...words,
  ];
}
