import { expect, test } from 'vitest';
import { createLeftAt } from '../../../electron/main/leftAt.ts';

test('who unlocks comes back to where they were, once, and nobody else does', () => {
  const leftAt = createLeftAt();
  leftAt.enter('w1 roy');
  leftAt.leave('vigie://page/index.html?source=school#/investigations/1');
  leftAt.enter('w1 roy');
  expect(leftAt.take()).toBe('/investigations/1');
  expect(leftAt.take()).toBeNull();

  leftAt.leave('vigie://page/index.html#/referrals');
  leftAt.enter('w1 lead');
  expect(leftAt.take()).toBeNull();

  // A page that only asked for a passphrase leaves no place.
  leftAt.leave('vigie://page/index.html#/due');
  leftAt.leave('vigie://page/index.html');
  leftAt.enter('w2 lead');
  expect(leftAt.take()).toBeNull();
});
