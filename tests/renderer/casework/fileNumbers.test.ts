import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const features = resolve(import.meta.dirname, '../../../renderer/features');
const files = ['casework', 'intake'].flatMap((room) =>
  globSync(`${room}/**/*.{ts,tsx}`, { cwd: features }).map((path) => ({
    path,
    text: readFileSync(join(features, path), 'utf8'),
  })),
);

/** A number in a sentence, a link or a cell. A dialog that is handed a number with its unit writes both itself. */
const bare = [
  /\bt\((?:[^()]|\([^()]*\))*\bnumber: (?:file|item|each|first|referral|log\.data)\.number\b/g,
  /<ReferralLink[^>]*number=\{\w+\.number\}/g,
  />\s*\{each\.number\}/g,
];

it('a number that is said has the code of its unit where there are several', () => {
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap(({ path, text }) =>
    bare.flatMap((pattern) => [...text.matchAll(pattern)].map(([said]) => `${path}: ${said.trim()}`)),
  );
  expect(found).toEqual([]);
});
