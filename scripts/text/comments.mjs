// Refuses in comments the words that no text may have.
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bannedWord } from './words.mjs';

/** A comment at the beginning of a line or after a piece of code, so that two slashes in an address are none. */
const COMMENT = /(?:^|[;,{}()[\]])[ \t]*(?<text>\/\*[\s\S]*?\*\/|\/\/.*(?:\n[ \t]*\/\/.*)*)/gm;
const MARKS = /\n[ \t]*(?:\*(?!\/)|\/\/)?[ \t]*/g;
/** Names of the code, quoted as such. */
const NAMES = /`[^`]*`/g;

/**
 * @param {string} path as problems name it
 * @param {string} code
 * @returns {string[]}
 */
export function commentProblems(path, code) {
  return [...code.matchAll(COMMENT)].flatMap((found) => {
    const text = found.groups?.text ?? '';
    const banned = bannedWord(text.replace(MARKS, ' ').replace(NAMES, ''));
    if (banned === undefined) return [];
    const start = found.index + found[0].length - text.length;
    return [`${path}:${String(code.slice(0, start).split('\n').length)} says “${banned}” in a comment`];
  });
}

/** @param {string} root @returns {Promise<string[]>} */
export async function findCommentProblems(root) {
  const rooms = '{db,electron,renderer,scripts,tests}/**/*.{ts,tsx,mjs,cjs,css}';
  const paths = await Array.fromAsync(glob([rooms, '*.ts'], { cwd: root }));
  const found = paths.sort().map(async (path) => commentProblems(path, await readFile(join(root, path), 'utf8')));
  return (await Promise.all(found)).flat();
}
