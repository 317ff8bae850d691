import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTENT_POLICY } from '../../../electron/main/contentPolicy.ts';
import { findPageFile, serveDocument } from '../../../electron/main/pageFiles.ts';

const root = resolve('/srv/page');

test('addresses of the page are files under its folder', () => {
  expect(findPageFile(root, 'app://vigie/')).toEqual({
    path: join(root, 'index.html'),
    kind: 'text/html; charset=utf-8',
  });
  expect(findPageFile(root, 'app://vigie/assets/a%20b.js?x#y')?.path).toBe(join(root, 'assets', 'a b.js'));
});

test.each([
  'app://other/index.html',
  'app://vigie.example/index.html',
  'file:///srv/page/index.html',
  'app://vigie/..%2f..%2fetc/passwd.html',
  'app://vigie/..%5c..%5csecret.js',
  'app://vigie/C:%5csecret.js',
  'app://vigie/%00.js',
  'app://vigie/%zz.js',
  'app://vigie/store.db',
  'app://vigie/index.html.map',
  'not an address',
])('%s is none', (address) => {
  expect(findPageFile(root, address)).toBeNull();
});

test('no address leads outside the folder', () => {
  const piece = fc.constantFrom('..', '.', '%2e%2e', '%2E.', '/', '%2f', '%5c', '\\', 'a', '%00', ':', '%', 'page');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const found = findPageFile(root, `app://vigie/${pieces.join('')}/x.js`);
      expect(found === null || found.path.startsWith(root + sep)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a document to be printed is served at its own address only, under the policy of the page', async () => {
  const documents = new Map([['app://print/1', '<p>é</p>']]);
  const served = serveDocument(documents, new Request('app://print/1'));
  expect(await served.text()).toBe('<p>é</p>');
  expect(served.headers.get('Content-Security-Policy')).toBe(CONTENT_POLICY);
  for (const other of [new Request('app://print/2'), new Request('app://print/1', { method: 'POST' })])
    expect(serveDocument(documents, other).status).toBe(404);
});
