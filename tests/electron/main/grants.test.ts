import { expect, test } from 'vitest';
import { createGrants } from '../../../electron/main/grants.ts';

test('a call names the files it was granted, and nothing else', () => {
  const grants = createGrants();
  const file = grants.give('/home/a/list.csv', 'file');
  const workspace = grants.give('/home/a/North.vigie', 'workspace');
  const input = { file, folder: workspace, other: crypto.randomUUID(), path: '/home/a/list.csv', nested: { file } };
  expect(grants.named(input)).toEqual([{ token: file, path: '/home/a/list.csv', access: 'read' }]);
  for (const rubbish of [undefined, null, 'text', 7, []]) expect(grants.named(rubbish)).toEqual([]);
});

test('a token is good for its own kind only, and a path is not a token', () => {
  const grants = createGrants();
  const file = grants.give('/home/a/list.csv', 'file');
  expect(grants.path(file, 'file')).toBe('/home/a/list.csv');
  expect(grants.path(file, 'workspace')).toBeNull();
  expect(grants.path('/home/a/list.csv', 'file')).toBeNull();
});

test('files are forgotten at a lock, workspaces keep their token', () => {
  const grants = createGrants();
  const file = grants.give('/home/a/list.csv', 'file');
  const workspace = grants.give('/home/a/North.vigie', 'workspace');
  grants.forgetFiles();
  expect(grants.path(file, 'file')).toBeNull();
  expect(grants.give('/home/a/North.vigie', 'workspace')).toBe(workspace);
  expect(grants.give('/home/a/list.csv', 'file')).not.toBe(file);
});
