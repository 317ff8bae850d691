import { expect, test } from 'vitest';
import { blanksAsNull, orNull, withBlanks } from '../../../renderer/lib/blanks.ts';

test('a text of blanks is not given; one with words keeps its spaces', () => {
  expect([orNull(''), orNull(' \n'), orNull(' a ')]).toEqual([null, null, ' a ']);
});

test('each empty text of a form is sent as null, and nothing else is', () => {
  const values = { name: ' ', kind: 'phone', count: 0, attempted: false, roles: [] as string[] };
  expect(blanksAsNull(values)).toEqual({ name: null, kind: 'phone', count: 0, attempted: false, roles: [] });
});

test('a form begins blank or with what is recorded, without what it does not show', () => {
  const blank = { name: '', count: 1, attempted: true };
  expect(withBlanks(blank, null)).toEqual(blank);
  const row = { id: 'a', name: null, count: 0, attempted: false };
  expect(withBlanks(blank, row)).toEqual({ name: '', count: 0, attempted: false });
});
