import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const elsewhere = new Set(['node_modules', 'tests', 'dist', 'docs', 'migrations', 'scripts', 'demo-output']);

/** Every source file of the product without its comments, wherever it is. */
function sources(): readonly string[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !elsewhere.has(entry.name),
  );
  const paths = folders.flatMap(({ name }) =>
    readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((path) => join(root, name, path)),
  );
  return paths
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, ''));
}

const all = sources();

/** Texts that the expression finds, each once, in the files that call the function. */
function named(caller: string, pattern: RegExp): readonly string[] {
  const files = all.filter((text) => text.includes(caller));
  return [...new Set(files.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)))].sort();
}

const count = (pattern: RegExp): number => all.reduce((sum, text) => sum + [...text.matchAll(pattern)].length, 0);

/** Where a form says under which name its draft is kept: to `useDraft`, or to `useMethodForm`, which passes it on. */
const draft = String.raw`(?:\buseDraft\(\s*form,|^\s+draft:)(?!\s*place\b)`;
const draftOf = new RegExp(String.raw`${draft}\s*(?:\{\s*form: |draftPlaceOf\()'([a-z_]+)'`, 'gm');

describe('names under which the store keeps what a user left on the page', () => {
  it('are those of drafts: one that no form asks for is lost', () => {
    // Every form with a draft is found by the expression.
    const forms = all.filter((text) => /\b(?:useDraft|useMethodForm)\(/.test(text)).join('\n');
    expect([...forms.matchAll(new RegExp(draft, 'gm'))]).toHaveLength(13);
    expect(count(draftOf)).toBe(13);
    expect(named('raft', draftOf)).toEqual([
      'authority',
      'check',
      'danger_decision',
      'investigation',
      'next_step',
      'note',
      'protection_notice',
      'referral',
      'referral_edit',
      'referral_return',
      'score',
      'transfer',
    ]);
  });

  it('are those of lists', () => {
    expect(count(/\buseListSetup\(/g)).toBe(4);
    expect(named('useListSetup(', /\blist: '([a-z]+)'/g)).toEqual(['devices', 'due', 'investigations', 'referrals']);
  });
});
