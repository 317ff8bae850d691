import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { contract, storeContract } from '#contract/index';
import { methodsPages, methodsProblems, writeMethods } from '../../scripts/text/methodsTable.mjs';

const root = resolve(import.meta.dirname, '../..');
const pages = Object.values(methodsPages);

it.each(pages)('lists every method of the contract once: %s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const named = [...text.matchAll(/`(\w+\.\w+)`/g)].map(([, name = '']) => name);
  expect(named.toSorted()).toEqual(Object.keys(contract).toSorted());
  expect(text).not.toContain('undefined');
});

it('is as the contract says, and an older page is found out', async () => {
  expect(await methodsProblems(root)).toEqual([]);
  const copy = mkdtempSync(join(tmpdir(), 'vigie-docs-'));
  try {
    mkdirSync(join(copy, 'docs'));
    await writeMethods(copy);
    expect(await methodsProblems(copy)).toEqual([]);
    for (const page of pages) {
      const path = join(copy, page);
      writeFileSync(path, readFileSync(path, 'utf8').replace('`users.disable`', '`users.remove`'));
    }
    expect(await methodsProblems(copy)).toHaveLength(pages.length);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

/** Actions that leave no entry, and why. A line here is a decision about security; the others must leave one wherever a test calls them. */
const unauditedActions = {
  'demonstration.prepare': 'own',
  'passphrase.strength': 'own',
  'backups.list': 'reference',
  'backups.verify': 'reference',
  'backups.drill': 'figures',
  'backups.inspect': 'preview',
  'imports.receiveFile': 'preview',
  'imports.inspect': 'preview',
  'imports.survey': 'preview',
  'imports.preview': 'preview',
  'extracts.inspect': 'preview',
  'extracts.preview': 'preview',
  'exchanges.inspectKey': 'preview',
  'reference.inspect': 'preview',
  'funding.previewFile': 'preview',
  'frameworks.inspect': 'preview',
  'packs.inspect': 'preview',
  'rollup.inspect': 'preview',
  'templates.inspect': 'preview',
  'presence.open': 'own',
  // It undoes what nobody has seen.
  'workspace.cancelMove': 'own',
  'tips.read': 'preview',
};

it('lets no other action leave nothing in the audit', () => {
  const not = Object.entries(storeContract).flatMap(([name, method]) =>
    method.type === 'action' && method.audited !== undefined ? [[name, method.audited.not]] : [],
  );
  expect(Object.fromEntries(not)).toEqual(unauditedActions);
});
