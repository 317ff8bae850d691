import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..', '..');

function sources(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
}

/** The product's files that use a word. */
export function filesWith(word: string): string[] {
  return sources('electron', 'renderer', 'db').filter((path) =>
    new RegExp(`\\b${word}\\b`).test(readFileSync(join(root, path), 'utf8')),
  );
}
