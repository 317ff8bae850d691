import { expect, it } from 'vitest';
import { timeLeft } from '../../../renderer/lib/timeLeft.ts';

const now = new Date('2026-11-24T12:00:00').getTime();
const told = (instant: number) => {
  const { urgency, count, unit } = timeLeft(instant, now);
  return `${urgency} ${String(count)} ${unit}`;
};
const hour = 3_600_000;

it('tells hours while they are what one plans by, and calendar days beyond', () => {
  expect(told(now + 4 * hour)).toBe('today 4 hours');
  expect(told(now + 60_000)).toBe('today 1 hours');
  expect(told(now + 24 * hour + 9_000)).toBe('soon 24 hours');
  expect(told(now + 37 * hour)).toBe('ahead 2 days');
  expect(told(now + 7 * 24 * hour)).toBe('ahead 7 days');
});

it('tells how late it is, from the first minute on', () => {
  expect(told(now - 1)).toBe('overdue 1 hours');
  expect(told(now - 5 * hour)).toBe('overdue 5 hours');
  expect(told(now - 37 * hour)).toBe('overdue 2 days');
  expect(told(now - 90 * 24 * hour)).toBe('overdue 90 days');
});
