// Finds in the renderer's source which texts are asked for, and which words are in the code itself.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import ts from 'typescript';

const SPOKEN = new Set(
  'title label placeholder description alt caption context text header confirm aria-label aria-description'.split(' '),
);
const JOINING = new Set([ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken]);
const NAMES = new Set(['Vigie']);
const isWords = (text) => /\p{L}{2}/u.test(text) && !NAMES.has(text.trim());
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * @typedef {{ at: string, key: string, pattern: RegExp | null }} Use a key as written, or the pattern of a computed one
 * @param {string} root @param {string} folder @param {ReadonlySet<string>} namespaces
 */
export async function readSource(root, folder, namespaces) {
  const found = { uses: /** @type {Use[]} */ ([]), words: /** @type {string[]} */ ([]) };
  const entries = await readdir(folder, { recursive: true });
  for (const entry of entries.filter((name) => /\.tsx?$/.test(name)).sort()) {
    const path = join(folder, entry);
    const source = ts.createSourceFile(path, await readFile(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const place = (node) =>
      `${relative(root, path)}:${String(source.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`;
    const visit = (node) => {
      noteUse(node, namespaces, place, found.uses);
      noteWords(node, place, found.words);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function isKey(text, namespaces) {
  const namespace = /^([A-Za-z]\w*):/.exec(text)?.[1];
  return namespace !== undefined && namespaces.has(namespace);
}

function noteUse(node, namespaces, place, uses) {
  if (ts.isStringLiteralLike(node) && isKey(node.text, namespaces)) {
    uses.push({ at: place(node), key: node.text, pattern: null });
  }
  if (ts.isTemplateExpression(node) && isKey(node.head.text, namespaces)) {
    const pattern =
      escape(node.head.text) + node.templateSpans.map((span) => `.+${escape(span.literal.text)}`).join('');
    uses.push({ at: place(node), key: node.getText().slice(1, -1), pattern: new RegExp(`^${pattern}$`) });
  }
}

function noteWords(node, place, words) {
  const note = (text) => {
    if (isWords(text)) words.push(`${place(node)} has words in the code: ${JSON.stringify(text.trim().slice(0, 40))}`);
  };
  // Commands and keys are the same in both languages.
  if (isCode(node.parent)) return;
  if (ts.isJsxText(node)) note(node.text);
  if (ts.isJsxExpression(node) && isElement(node.parent) && node.expression !== undefined) {
    for (const literal of literalsOf(node.expression)) note(literal.text);
  }
  if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) {
    const value = node.initializer;
    if (value !== undefined && ts.isStringLiteral(value)) note(value.text);
    if (value !== undefined && ts.isJsxExpression(value) && value.expression !== undefined) {
      for (const literal of literalsOf(value.expression)) note(literal.text);
    }
  }
}

const isCode = (node) =>
  node !== undefined && ts.isJsxElement(node) && ['code', 'kbd'].includes(node.openingElement.tagName.getText());
const isElement = (node) => ts.isJsxElement(node) || ts.isJsxFragment(node);

/** The literals that an expression may come to; what is inside calls is an argument, not a text. */
function literalsOf(node) {
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isTemplateExpression(node)) return [node.head, ...node.templateSpans.map((span) => span.literal)];
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (!ts.isBinaryExpression(node)) return [];
  const operator = node.operatorToken.kind;
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken) return literalsOf(node.right);
  return JOINING.has(operator) ? [...literalsOf(node.left), ...literalsOf(node.right)] : [];
}
