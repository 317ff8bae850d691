import { expect, test } from 'vitest';
import { mergeMeanwhile } from '../../../renderer/lib/meanwhile.ts';

const opened = { title: 'a', subject: 'b', places: ['x'] };

test('what others changed and the form did not joins it', () => {
  const saved = { ...opened, subject: 'theirs', places: ['x', 'y'] };
  const theirs = { subject: 'theirs', places: ['x', 'y'] };
  expect(mergeMeanwhile(opened, saved, { ...opened, title: 'mine' })).toEqual({ theirs, both: [] });
});

test('a field that both changed is kept apart, unless both wrote the same', () => {
  const saved = { ...opened, title: 'theirs', subject: 'same' };
  const typed = { ...opened, title: 'mine', subject: 'same' };
  expect(mergeMeanwhile(opened, saved, typed)).toEqual({ theirs: {}, both: ['title'] });
});

test('what the form alone changed stays', () => {
  expect(mergeMeanwhile(opened, opened, { ...opened, title: '' })).toEqual({ theirs: {}, both: [] });
});
