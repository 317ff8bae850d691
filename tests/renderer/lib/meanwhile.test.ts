import { describe, expect, test } from 'vitest';
import { beginFrom, choose, mergeMeanwhile, takeAccount } from '../../../renderer/lib/meanwhile.ts';

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

describe('a form that took up a draft', () => {
  const isCompared = () => true;
  const begun = { version: 1, values: opened };
  const typed = { ...opened, title: 'mine' };
  const saved = { version: 3, values: { ...opened, title: 'theirs', subject: 'theirs too' } };

  test('is compared with what was saved since the draft was begun', () => {
    const taken = takeAccount(beginFrom(begun), saved, typed, isCompared);
    expect(taken).toEqual({ theirs: { subject: 'theirs too' }, account: { seen: saved, open: ['title'], begun } });
  });

  test('keeps what it began with until a text is chosen', () => {
    const { account } = takeAccount(beginFrom(begun), saved, typed, isCompared)!;
    expect(choose(account, 'subject').begun).toEqual(begun);
    expect(choose(account, 'title')).toEqual({ seen: saved, open: [], begun: saved });
  });

  test('takes no account of a record that is older than its draft', () => {
    const later = { version: 4, values: opened };
    expect(takeAccount(beginFrom(later), saved, typed, isCompared)).toBeNull();
    expect(takeAccount(beginFrom(begun), begun, typed, isCompared)).toBeNull();
  });

  test('is refused with its own version where the texts cannot be compared', () => {
    expect(takeAccount(beginFrom(begun), saved, typed, (field) => field !== 'title')).toBeNull();
  });
});
