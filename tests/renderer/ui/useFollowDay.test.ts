import { expect, test } from 'vitest';
import { onNewDay } from '../../../renderer/ui/useFollowDay.ts';

const turn = { before: '2026-12-01', day: '2026-12-02', isChosen: () => false };

test('a day that the form gave goes on at midnight, in the parts of its values too', () => {
  const typed = { on: turn.before, reason: 'x', outcome: { disposedOn: turn.before, counts: [turn.before] } };
  const fresh = { on: turn.day, reason: '', outcome: { disposedOn: turn.day, counts: [] } };
  expect(onNewDay(typed, fresh, turn)).toEqual({
    on: turn.day,
    reason: 'x',
    outcome: { disposedOn: turn.day, counts: [turn.before] },
  });
});

test('a day that was chosen, another day and a day of the record stay', () => {
  const isChosen = (path: string) => path === 'outcome.on';
  const typed = { on: '2026-11-30', seizedOn: turn.before, outcome: { on: turn.before } };
  const fresh = { on: turn.day, seizedOn: turn.before, outcome: { on: turn.day } };
  expect(onNewDay(typed, fresh, { ...turn, isChosen })).toEqual(typed);
});
