import { describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { seededIds } from '../../../db/entry/demo/chance.ts';
import { demonstrationDays, instantOfLook } from '../../../db/entry/demo/days.ts';
import { lastDay, officers, seed } from '../../../db/entry/demo/names.ts';
import { tellTeams } from '../../../db/entry/demo/teams.ts';
import { brokenDates, linkedDates } from '../../support/linkedDates.ts';
import { isWhole } from '../../support/whole.ts';

const nothing = { authorities: [], devices: [], papers: [], tasks: [] };

function storyOf(day: CivilDate, unitIds: readonly string[]) {
  const now = instantOfLook(day);
  const newId = seededIds(seed, 'story', now);
  const days = demonstrationDays(day);
  const officerIds = ['supervisor', ...officers.slice(1).map(({ login }) => login)];
  const { rows } = tellTeams({ days, unitIds: unitIds as never, officerIds: officerIds as never, newId, now });
  const inbox = rows.referrals.filter(
    ({ open, assignedTo = null }) => open && (assignedTo === null || assignedTo === 'supervisor'),
  );
  return { ...{ rows, now, days, inbox }, pairs: linkedDates({ ...rows, ...nothing }) };
}

/** Every date and instant of the rows. */
function datesOf(rows: object): (string | number)[] {
  return Object.values(rows as Record<string, readonly object[]>).flatMap((table) =>
    table.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        (typeof value === 'string' && /On$|^on$/.test(column)) ||
        (typeof value === 'number' && /At$|^at$|Since$/.test(column) && !/[dD]ueAt$/.test(column))
          ? [value]
          : [],
      ),
    ),
  );
}

describe('the story of the demonstration', () => {
  const { rows, now, inbox, pairs } = storyOf(lastDay, ['U01', 'U02', 'U03']);

  it('begins with a danger of this morning that is reported and has hours left', () => {
    const dangers = inbox.filter(({ dangerSince }) => dangerSince != null);
    expect(dangers).toHaveLength(1);
    const [{ id, receivedOn, enteredAt, actionDueAt, riskBand }] = dangers as [(typeof dangers)[number]];
    expect({ receivedOn, riskBand, hoursAgo: (now - enteredAt) / 3_600_000 }).toEqual({
      receivedOn: lastDay,
      riskBand: 'imminent',
      hoursAgo: 2,
    });
    expect(actionDueAt! - now).toBe(2 * 3_600_000);
    expect(rows.notices.filter(({ referralId }) => referralId === id)).toHaveLength(1);
  });

  it('has the inbox of a unit that works: some tens to do, a handful late by days, no decision late', () => {
    expect([inbox.length >= 30, inbox.length <= 60]).toEqual([true, true]);
    const late = rows.referrals.filter(({ dueAt }) => dueAt! < now);
    expect(late).toHaveLength(5);
    for (const { dueAt, decisionDueAt, dangerSince } of late)
      expect([now - dueAt! < 7 * 86_400_000, decisionDueAt, dangerSince]).toEqual([true, null, null]);
    const followed = rows.referrals.filter(({ state, dangerSince }) => dangerSince != null && state !== 'triaged');
    for (const { receivedOn } of followed) expect(now - Date.parse(receivedOn)).toBeLessThan(5 * 86_400_000);
  });

  it('has its backlog in files of a known state, and keeps the volume of a real unit', () => {
    const count = (state: string) =>
      rows.investigations.filter(({ open, waiting }) => open && waiting === state).length;
    for (const state of ['unassigned', 'active', 'provider', 'lab', 'other_service', 'crown_or_court'])
      expect(count(state)).toBeGreaterThan(100);
    expect(rows.referrals.filter(({ open }) => open).length).toBeLessThan(150);
    expect([rows.referrals.length > 11_000, rows.charges.length > 1_000]).toEqual([true, true]);
  });

  it('keeps every pair of dates that the law links in its order', () => {
    expect(brokenDates(pairs)).toEqual([]);
    expect(new Set(pairs.map(({ what }) => what)).size).toBe(40);
  });
});

describe('the story of another day', () => {
  /** A leap day, the first of a fiscal year, a change of the clocks, and years ahead; the others for the whole run. */
  const few = ['2028-02-29', '2027-04-01', '2027-03-14', '2031-07-09'] as CivilDate[];
  const more = [
    ...['2026-12-01', '2026-12-02', '2026-12-15', '2028-02-28', '2027-03-31', '2026-06-30'],
    ...['2026-07-01', '2026-12-31', '2027-01-01', '2026-11-01'],
  ] as CivilDate[];

  it.each(isWhole ? [...few, ...more] : few)('is of %s and of no day after it', (day) => {
    const told = storyOf(day, ['U01']);
    expect(brokenDates(told.pairs)).toEqual([]);
    const limit = { on: day as string, at: told.now };
    expect(datesOf(told.rows).filter((date) => date > (typeof date === 'string' ? limit.on : limit.at))).toEqual([]);
    expect(told.inbox.filter(({ dangerSince }) => dangerSince != null)).toHaveLength(1);
    expect(told.rows.referrals.filter(({ dueAt }) => dueAt! < told.now)).toHaveLength(2);
    expect([told.inbox.length >= 8, told.inbox.length <= 30]).toEqual([true, true]);
    expect(told.rows.referrals.some(({ receivedOn }) => receivedOn < `${told.days.firstMonth}-31`)).toBe(true);
  });
});
