import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import type { FileGrant, InvestigationId } from '#contract/ground/ids';
import type { Week } from '#contract/casework/week';
import type { Input } from '#contract/index';
import { weekPaper } from '../../../../db/casework/week/paper.ts';
import { languages } from '../../../../db/documents/page/language.ts';
import { dayOf } from '../../../../db/ground/kernel/days.ts';
import { authorityInput, openFile } from '../../../support/authorities.ts';
import { noChildIdentified } from '../../../support/danger.ts';
import { stored } from '../../../support/stored.ts';
import { it, test, unitId, userId as me } from '../../../support/fixtures/unit.ts';

let file: InvestigationId;
beforeEach(async () => {
  file = (await openFile(test, unitId, me)).id;
});

const week = (asked: Partial<Input<'week.get'>> = {}) => test.call('week.get', { filter: {}, ...asked });
const hear = (on: string, given: Partial<Input<'hearings.add'>> = {}) =>
  test.call('hearings.add', {
    ...{
      investigationId: file,
      kind: 'bail_hearing',
      on,
      time: null,
      court: 'Secret court',
      personId: null,
      attends: null,
    },
    ...given,
  });
const said = ({ rows }: Week['court']) => rows.map(({ name, on, time }) => [name.en, on, time]);

describe('the week', () => {
  it('has court from Monday to Sunday, by day and time, and what is overdue in the present week only', async () => {
    await hear('2026-11-22');
    await hear('2026-11-23', { kind: 'plea' });
    await hear('2026-11-29', { kind: 'trial', time: '14:00' });
    await hear('2026-11-29', { kind: 'sentencing', time: '09:30' });
    await hear('2026-11-30', { kind: 'application' });
    await test.call(
      'authorities.record',
      authorityInput(file, 'search_warrant', '2026-11-10', { dueOn: '2026-11-20' }),
    );
    await test.call('tasks.add', { investigationId: file, what: 'Call Zoe', owner: null, dueOn: '2026-11-27' });
    const present = await week();
    expect([present.from, present.until, present.previous, present.next]).toEqual([
      '2026-11-23',
      '2026-11-29',
      '2026-11-16',
      '2026-11-30',
    ]);
    expect(said(present.court)).toEqual([
      ['Plea', '2026-11-23', null],
      ['Sentencing', '2026-11-29', '09:30'],
      ['Trial', '2026-11-29', '14:00'],
    ]);
    expect(present.legal.rows.map(({ on, urgency }) => [on, urgency])).toEqual([['2026-11-20', 'overdue']]);
    expect(said(present.other)).toEqual([
      ['Result to record: Bail hearing', '2026-11-22', null],
      ['Task', '2026-11-27', null],
    ]);
    const next = await week({ on: '2026-12-02' });
    expect([said(next.court), next.legal.rows, next.other.rows]).toEqual([
      [['Application', '2026-11-30', null]],
      [],
      [],
    ]);
    const before = await week({ on: present.previous });
    expect([said(before.court), before.unassigned]).toEqual([[['Bail hearing', '2026-11-22', null]], null]);
  });

  it('of one person has what is theirs: where they attend, and not where another does', async () => {
    await test.signInAs('admin');
    const given = { login: 'second', displayName: 'Second', roles: ['investigator' as const], unitIds: [unitId] };
    const { id: second } = await test.call('users.create', { ...given, passphrase: 'a long enough phrase' });
    await test.signInAs('officer');
    const other = (await openFile(test, unitId, second)).id;
    await hear('2026-11-24', { attends: second });
    await hear('2026-11-25', { investigationId: other, attends: me, kind: 'trial' });
    const { court, unassigned } = await week({ filter: { mine: true } });
    expect([said(court), unassigned]).toEqual([[['Trial', '2026-11-25', null]], null]);
    expect(said((await week()).court)).toHaveLength(2);
  });

  it('says of a decision about danger whose hour has passed today that it is overdue since then, as Deadlines does', async () => {
    await test.call('referrals.log', { unitId, source: 'public', receivedOn: '2026-11-24' });
    const [owed] = await stored<{ at: number }>(test, 'SELECT decision_due_at AS at FROM referral');
    const now = owed!.at + 60_000;
    Object.assign(test.store.options, { clock: { now: () => now, today: () => dayOf(now) } });
    const { rows } = await test.call('due.list', { filter: {} });
    const { danger } = await week();
    const standing = [['overdue', owed!.at]];
    expect([rows, danger.rows].map((each) => each.map(({ urgency, dueAt }) => [urgency, dueAt]))).toEqual([
      standing,
      standing,
    ]);
  });

  it('says of a child in danger how late what is owed next is, beside the day since when', async () => {
    const log = { unitId, source: 'ncecc', receivedOn: '2026-11-24' } as const;
    const decided = { identifiable: 'yes', imminent: true, reason: 'A name.' } as const;
    const decidedAt = test.store.options.clock.now();
    const { id } = await test.call('referrals.log', log);
    await test.call('referrals.decideDanger', { referralId: id, decidedAt, ...decided });
    const [owed] = await stored<{ at: number }>(test, 'SELECT due_at AS at FROM referral');
    const now = owed!.at + 22 * 3_600_000;
    Object.assign(test.store.options, { clock: { now: () => now, today: () => dayOf(now) } });
    const { rows } = await test.call('due.list', { filter: {} });
    const { danger } = await week();
    const standing = ({ urgency, dueAt, daysLeft }: Pick<(typeof rows)[0], 'urgency' | 'dueAt' | 'daysLeft'>) => ({
      ...{ urgency, dueAt, daysLeft },
    });
    expect(rows.map(standing)).toMatchObject([{ urgency: 'overdue', dueAt: owed!.at }]);
    expect(danger.rows).toMatchObject([
      { name: { en: 'Child in danger' }, on: dayOf(decidedAt), ...standing(rows[0]!) },
    ]);
    const { html } = weekPaper({
      ...{ language: languages.fr, marking: 'PROTECTED B', by: 'A', now },
      ...{ week: await week(), numberOf: ({ number }) => number, personOf: () => 'Officer' },
    });
    expect(html).toMatch(/Enfant en danger<(?:(?!<\/tr>).)*En retard/s);
  });

  it('has a list of its children in danger and decisions owed, with those that a file carries on', async () => {
    const log = { unitId, source: 'ncecc', receivedOn: '2026-11-24' } as const;
    const decided = { identifiable: 'yes', imminent: true, reason: 'A name.' } as const;
    const ids = [];
    for (let each = 0; each < 3; each += 1) ids.push((await test.call('referrals.log', log)).id);
    const [danger, linked, owed] = ids;
    const decidedAt = test.store.options.clock.now();
    for (const referralId of [danger!, linked!])
      await test.call('referrals.decideDanger', { referralId, decidedAt, ...decided });
    await test.call('investigations.open', { unitId, openedOn: '2026-11-24', referralIds: [linked!], lead: me });
    const { id: calm } = await test.call('referrals.log', log);
    await test.call('referrals.decideDanger', noChildIdentified(calm));
    const sort = { column: 'inbox', descending: false } as const;
    const { rows } = await test.call('referrals.list', {
      filter: { due: 'danger' },
      sort,
      from: { at: 'start' },
      size: 9,
    });
    const shown = (await week()).danger.rows.map(({ referralId }) => referralId);
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(shown));
    expect([rows.length, shown.length, rows.at(-1)?.id]).toEqual([3, 3, owed]);
  });

  it('begins with children in danger and decisions owed, and says what nobody has and what waits longest', async () => {
    const receivedOn = '2026-11-24';
    const { id: danger } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn });
    const { id: owed } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn, summary: 'Zoe' });
    const decided = { identifiable: 'yes', imminent: true, reason: 'A name.' } as const;
    const decidedAt = test.store.options.clock.now();
    await test.call('referrals.decideDanger', { referralId: danger, decidedAt, ...decided });
    const { version } = (await test.call('investigations.get', { investigationId: file })).investigation;
    await test.call('investigations.wait', {
      files: [{ investigationId: file, version }],
      ...{ state: 'lab', since: '2026-11-24', on: 'Laboratory' },
    });
    const { danger: first, unassigned, waiting } = await week();
    expect(first.rows.map(({ referralId, name }) => [referralId, name.en])).toEqual([
      [danger, 'Child in danger'],
      [owed, 'Decision about imminent danger'],
    ]);
    expect(unassigned?.referrals).toMatchObject({ total: { value: 2 }, oldest: { referralId: danger } });
    expect(unassigned?.investigations.oldest).toBeNull();
    expect(waiting.rows).toMatchObject([{ investigationId: file, name: { en: 'Waiting on laboratory' } }]);
    expect((await week({ filter: { mine: true } })).danger.rows).toEqual([]);
  });

  it('is printed without a summary, a court, a task or a count by officer, and leaving is audited', async () => {
    await hear('2026-11-24', { time: '09:30' });
    await test.call('tasks.add', { investigationId: file, what: 'Call Zoe', owner: null, dueOn: '2026-11-27' });
    for (const locale of ['en', 'fr'] as const) {
      const { html } = weekPaper({
        ...{ language: languages[locale], marking: 'PROTECTED B', by: 'A', now: test.store.options.clock.now() },
        ...{ week: await week(), numberOf: ({ number }) => number, personOf: () => 'Officer' },
      });
      expect(html).toContain('2026-11-24 09:30');
      expect(html).toContain(locale === 'en' ? 'Bail hearing' : 'Enquête sur mise en liberté');
      for (const secret of ['Secret', 'Zoe']) expect(html).not.toContain(secret);
    }
    Object.assign(test.store.options, { print: () => Promise.resolve(Buffer.from('%PDF-1.7')) });
    const path = join(test.parent, 'week.pdf');
    const print = { filter: {}, file: test.grant(path) as FileGrant, locale: 'fr' as const };
    expect(await test.call('week.print', print)).toEqual({ lines: 2 });
    expect(existsSync(path)).toBe(true);
    const { raw } = test.store.requireUnlocked();
    const facts = raw.prepare("SELECT facts FROM audit_entry WHERE method = 'week.print'").pluck().get();
    expect(JSON.parse(String(facts))).toMatchObject({ lines: 2 });
  });
});
