import { beforeEach, describe, expect } from 'vitest';
import type { InvestigationId, UserId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { weekPaper } from '../../../../db/casework/week/paper.ts';
import { languages } from '../../../../db/documents/page/language.ts';
import { dayOf } from '../../../../db/ground/kernel/days.ts';
import { openFile } from '../../../support/authorities.ts';
import { addUnit } from '../../../support/store.ts';
import { it, test, unitId, userId as chief } from '../../../support/fixtures/unit.ts';

let away: UserId;
let cover: UserId;
let file: InvestigationId;

const passphrase = 'a long enough phrase';
const officer = async (login: string) =>
  (
    await test.call('users.create', {
      login,
      displayName: login,
      roles: ['investigator'],
      unitIds: [unitId],
      passphrase,
    })
  ).id;

beforeEach(async () => {
  await test.signInAs('admin');
  away = await officer('away');
  cover = await officer('cover');
  await test.signInAs('officer');
  file = (await openFile(test, unitId, chief)).id;
});

const leave = (fromOn: string, untilOn: string, given: Partial<Input<'leave.record'>> = {}) =>
  test.call('leave.record', { existing: null, unitId, userId: away, coverId: cover, fromOn, untilOn, ...given });
const hear = (on: string) =>
  test.call('hearings.add', {
    ...{ investigationId: file, kind: 'plea', on, time: null, court: 'Court', personId: null, attends: away },
  });
const week = (asked: Partial<Input<'week.get'>> = {}) => test.call('week.get', { filter: {}, ...asked });
const task = (investigationId: InvestigationId, dueOn: string) =>
  test.call('tasks.add', { investigationId, what: 'Call', owner: null, dueOn });

function setNow(instant: string): void {
  const now = Date.parse(instant);
  Object.assign(test.store.options, { clock: { now: () => now, today: () => dayOf(now) } });
}

const covered = () => ({ coverId: cover });

describe('a line of the week', () => {
  it('of a hearing says who is on leave on its day and who covers then, before and after it', async () => {
    for (const on of ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-12-01']) await hear(on);
    await leave('2026-11-26', '2026-11-27');
    await leave('2026-12-01', '2026-12-01', { coverId: chief });
    await leave('2026-11-27', '2026-11-27', { userId: cover, coverId: chief });
    const lines = [
      ['2026-11-25', null],
      ['2026-11-26', covered()],
      // The cover is away too.
      ['2026-11-27', { coverId: null }],
      ['2026-11-28', null],
    ];
    const said = async (on?: string) => (await week({ on })).court.rows.map((row) => [row.on, row.leave]);
    expect(await said()).toEqual(lines);
    expect(await said('2026-12-02')).toEqual([['2026-12-01', { coverId: chief }]]);
    setNow('2026-11-29T09:00:00');
    expect(await said()).toEqual(lines);
  });

  it('of a leave in another unit says nothing', async () => {
    await test.signInAs('admin');
    const elsewhere = await addUnit(test, 'U02');
    for (const userId of [away, cover])
      await test.call('users.grant', { userId, version: 1, roles: ['investigator'], unitIds: [unitId, elsewhere] });
    await test.signInAs('away');
    await leave('2026-11-26', '2026-11-26', { unitId: elsewhere });
    await hear('2026-11-26');
    expect((await week()).court.rows).toMatchObject([{ person: away, leave: null }]);
  });

  it('of a date says who acts on it, and once it is overdue who acts today', async () => {
    const { id } = await openFile(test, unitId, away);
    for (const dueOn of ['2026-11-20', '2026-11-23', '2026-11-25', '2026-11-27']) await task(id, dueOn);
    await leave('2026-11-25', '2026-11-26');
    const said = async (mine = false) =>
      (await week({ filter: { mine } })).other.rows.map((row) => [row.on, row.leave]);
    expect(await said()).toEqual([
      ['2026-11-20', null],
      ['2026-11-23', null],
      ['2026-11-25', covered()],
      ['2026-11-27', null],
    ]);
    setNow('2026-11-26T09:00:00');
    const overdue = [
      ['2026-11-20', covered()],
      ['2026-11-23', covered()],
      ['2026-11-25', covered()],
    ];
    expect(await said()).toEqual([...overdue, ['2026-11-27', null]]);
    await test.signInAs('cover');
    expect(await said(true)).toEqual(overdue);
  });

  it('of a danger and of what waits on others says who acts today', async () => {
    const { id: referralId } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-20' });
    await test.call('referrals.assign', { referralIds: [referralId], userId: away, on: '2026-11-24' });
    const { id: investigationId } = await openFile(test, unitId, away);
    const { version } = (await test.call('investigations.get', { investigationId })).investigation;
    const wait = { state: 'lab', since: '2026-11-20', on: 'Laboratory' } as const;
    await test.call('investigations.wait', { files: [{ investigationId, version }], ...wait });
    await leave('2026-11-24', '2026-11-24');
    const said = async () => {
      const { danger, waiting } = await week();
      return [...danger.rows, ...waiting.rows].map((row) => row.leave);
    };
    expect(await said()).toEqual([covered(), covered()]);
    setNow('2026-11-25T09:00:00');
    expect(await said()).toEqual([null, null]);
  });

  it('says it on paper, in English and in French', async () => {
    await hear('2026-11-26');
    await hear('2026-11-27');
    await leave('2026-11-26', '2026-11-27');
    await leave('2026-11-27', '2026-11-27', { userId: cover, coverId: chief });
    const printed = async (locale: 'en' | 'fr') => {
      const { html } = weekPaper({
        ...{ language: languages[locale], marking: 'PROTECTED B', by: 'A', now: test.store.options.clock.now() },
        ...{
          week: await week(),
          numberOf: ({ number }) => number,
          personOf: (id) => (id === cover ? 'B. Roy' : 'A. Guy'),
        },
      });
      return [...html.matchAll(/A\. Guy[^<]*/g)].map(([text]) => text);
    };
    expect(await printed('en')).toEqual(['A. Guy (on leave, cover: B. Roy)', 'A. Guy (on leave, no cover)']);
    expect(await printed('fr')).toEqual([
      'A. Guy (en congé, remplacement\u00a0: B. Roy)',
      'A. Guy (en congé, aucun remplacement)',
    ]);
  });
});
