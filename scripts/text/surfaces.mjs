// Reads the texts that are outside the page: pairs in the store and the contract, the command line, the guides.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

const literal = (node) => (node !== undefined && ts.isStringLiteralLike(node) ? node.text : null);

/** A file without any of these has no text in two languages, and is not parsed. */
const FRENCH = /\b(?:en|fr)\b|\bboth\(|[À-ÿ’]/;

/** A text that a reader sees: a word with a capital, or several words. */
const isText = (text) => text !== null && /^\p{Lu}\p{Ll}|\p{L} \p{L}/u.test(text);

/** The two texts of a call or a row of a sheet: `pair('Number', 'Numéro')`, `['Quarter', of.en, 'Trimestre', of.fr]`. */
function twoTexts(node) {
  if (!ts.isCallExpression(node) && !ts.isArrayLiteralExpression(node)) return null;
  const texts = (node.arguments ?? node.elements).map(literal).filter(isText);
  return texts.length === 2 ? texts : null;
}

/** Every `{ en, fr }` and other pair of texts of a source file, and the objects that have one language alone. */
function pairsOf(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = { pairs: [], lone: [] };
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const visit = (node) => {
    const isBoth = ts.isCallExpression(node) && node.expression.getText() === 'both';
    const [en, fr] = (isBoth ? node.arguments.map(literal) : twoTexts(node)) ?? [];
    if (en != null && fr != null) found.pairs.push({ at: `${path}:${String(lineOf(node))}`, en, fr });
    if (ts.isObjectLiteralExpression(node)) {
      const own = new Map(
        node.properties
          .filter((each) => each.name !== undefined)
          .map((each) => [each.name.getText(), each.initializer]),
      );
      const line = lineOf(node);
      const [english, french] = [literal(own.get('en')), literal(own.get('fr'))];
      if (english !== null && french !== null)
        found.pairs.push({ at: `${path}:${String(line)}`, en: english, fr: french });
      else if (own.has('en') !== own.has('fr') && node.properties.every((each) => !ts.isSpreadAssignment(each)))
        found.lone.push(`${path}:${String(line)} misses a language`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The pairs of a catalogue in JSON, wherever they are in it. */
function pairsIn(at, node) {
  if (node === null || typeof node !== 'object') return { pairs: [], lone: [] };
  const inside = Object.entries(node).map(([key, value]) => pairsIn(`${at}.${key}`, value));
  const own = { pairs: [], lone: [] };
  if ('en' in node && 'fr' in node) {
    if (typeof node.en === 'string') own.pairs.push({ at, en: node.en, fr: node.fr });
  } else if ('en' in node || 'fr' in node) own.lone.push(`${at} misses a language`);
  return { pairs: [own, ...inside].flatMap((each) => each.pairs), lone: [own, ...inside].flatMap((each) => each.lone) };
}

/** @param {string} root @param {readonly string[]} folders */
export async function readPairs(root, folders) {
  const found = { pairs: [], lone: [] };
  for (const folder of folders) {
    for (const name of await readdir(join(root, folder), { recursive: true })) {
      const path = `${folder}/${name}`;
      if (path.startsWith('electron/contract/words/') || !/\.(ts|v\d+\.json)$/.test(path)) continue;
      const text = await readFile(join(root, path), 'utf8');
      if (!FRENCH.test(text)) continue;
      const { pairs, lone } = path.endsWith('.json') ? pairsIn(path, JSON.parse(text)) : pairsOf(path, text);
      found.pairs.push(...pairs);
      found.lone.push(...lone);
    }
  }
  return found;
}

/** The lines of a guide, without its code. @param {string} root @param {string} path @param {'en' | 'fr'} language */
export async function readGuide(root, path, language) {
  const lines = (await readFile(join(root, path), 'utf8')).split('\n');
  return lines.map((text, index) => ({
    at: `${path}:${String(index + 1)}`,
    language,
    text: text.replace(/`[^`]*`/g, '`'),
  }));
}
