import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '#contract/index';
import type { FileGrant } from '#contract/ids';
import { sha256 } from '../../../db/kernel/signing.ts';
import { createTestStore, createUnitAndUser, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await createTestStore();
  await createUnitAndUser(store);
});
afterEach(() => {
  store.dispose();
});

const place = (name: string) => join(store.parent, name);

function save(name: string, format: Input<'figures.save'>['format'], content: string) {
  return { file: store.grant(place(name)) as FileGrant, figure: 'sensitivity' as const, format, content };
}

function lastAudit(): unknown {
  return store.store
    .requireUnlocked()
    .readingRaw.prepare('select method, facts from audit_entry order by sequence desc')
    .get();
}

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9"><text fill="url(#h)">one = 1, to href = all</text></svg>';
const png = Buffer.from('89504e470d0a1a0a0001', 'hex');

test('writes each format where the user chose, and the audit tells which figure left', async () => {
  await store.call('figures.save', save('a.svg', 'svg', svg));
  expect(readFileSync(place('a.svg'), 'utf8')).toBe(svg);
  await store.call('figures.save', save('a.png', 'png', png.toString('base64')));
  expect(readFileSync(place('a.png'))).toEqual(png);
  const csv = '\ufeffMois,Écart\r\n2026-09,-3\r\n';
  await store.call('figures.save', save('a.csv', 'csv', csv));
  expect(readFileSync(place('a.csv'), 'utf8')).toBe(csv);
  expect(lastAudit()).toMatchObject({
    method: 'figures.save',
    facts: JSON.stringify({ bytes: Buffer.byteLength(csv), figure: 'sensitivity', format: 'csv', sha256: sha256(csv) }),
  });
});

test.each([
  ['svg', 'a page', '<html></html>'],
  ['svg', 'a script', '<svg ><script>1</script></svg>'],
  ['svg', 'a handler', '<svg onload="1"></svg>'],
  ['svg', 'foreign markup', '<svg ><foreignObject/></svg>'],
  ['svg', 'a reference', '<svg ><g fill="url(https://a.example/#b)"/></svg>'],
  ['svg', 'a link', '<svg ><g xlink:href="x"/></svg>'],
  ['svg', 'an entity', '<svg ><!ENTITY a "b"></svg>'],
  ['png', 'a text', Buffer.from('not a picture').toString('base64')],
  ['csv', 'bytes', 'a\0b'],
] as const)('refuses as %s what is %s, and leaves no file', async (format, _what, content) => {
  expect(await store.refusal('figures.save', save('b', format, content))).toEqual({ code: 'invalid_input' });
  expect(existsSync(place('b'))).toBe(false);
});

test('refuses a place that the user did not choose', async () => {
  const nowhere = { ...save('c.csv', 'csv', 'a'), file: crypto.randomUUID() as FileGrant };
  expect(await store.refusal('figures.save', nowhere)).toEqual({ code: 'forbidden' });
});
