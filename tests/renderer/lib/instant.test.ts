import { format, subDays } from 'date-fns';
import { expect, test } from 'vitest';
import { instantOf } from '../../../renderer/lib/instant.ts';
import { pageNow } from '../../../renderer/lib/pageClock.ts';

test('a day and a time are an instant as they are stored and as people write them', () => {
  const yesterday = `${format(subDays(pageNow(), 1), 'yyyy-MM-dd')} 09:05`;
  const at = instantOf(yesterday);
  expect(at).toBe(new Date(yesterday.replace(' ', 'T')).getTime());
  for (const text of ['hier 9 h 05', 'Yesterday, 9:05', 'hier 09h05', '-1 9:05'])
    expect(instantOf(text), text).toBe(at);
  for (const text of ['hier', '9:05', '3/4/2026 9:05', 'hier 24:00', 'hier 9:5', 'hier 9:05 pm', '2026-02-31 09:05'])
    expect(instantOf(text), text).toBeNull();
});
