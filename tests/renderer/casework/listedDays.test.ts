import { expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { listedDays } from '../../../renderer/features/casework/due/listedDays.ts';

const now = '2026-11-24' as CivilDate;

it('closed days are one in any form on a line, or several in the plain one', () => {
  const typed = '2026-12-25\n26 décembre\n\nJan 1, 2027; 2027-04-02, 2027-04-05\n2027-05-24 2027-07-01';
  expect(listedDays(typed, now)).toEqual([
    ...['2026-12-25', '2026-12-26', '2027-01-01', '2027-04-02', '2027-04-05', '2027-05-24', '2027-07-01'],
  ]);
});

it('what says no day or several stays as it was typed', () => {
  expect(listedDays('31 février\n3/4/2027', now)).toEqual(['31 février', '3/4/2027']);
});
