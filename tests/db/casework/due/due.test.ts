import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import type { FileGrant, InvestigationId, UserId } from '#contract/ground/ids';
import { calendarOf } from '../../../../db/casework/due/calendar.ts';
import type { CivilDate } from '#contract/ground/dates';
import { authorityInput, noFacts, openFile } from '../../../support/authorities.ts';
import { reason } from '../../../support/corrections.ts';
import { it, test, unitId, userId } from '../../../support/fixtures/unit.ts';

let own: InvestigationId;
let other: InvestigationId;
beforeEach(async () => {
  own = (await openFile(test, unitId, userId)).id;
  other = (await openFile(test, unitId)).id;
});

const due = async (filter = {}, until?: string) => {
  const { rows, total } = await test.call('due.list', { filter, ...(until && { until }) });
  const counts = await test.call('due.counts', { filter });
  return { rows: rows.map((row) => [row.ruleId, row.dueOn, row.urgency, row.daysLeft]), counts, total: total.value };
};

async function record(kind: string, startedOn: string, given = {}, file = own) {
  return test.call('authorities.record', authorityInput(file, kind, startedOn, given));
}

describe('what is due', () => {
  it('comes earliest first, with what is overdue, due today, reminded of and ahead', async () => {
    await record('search_warrant', '2026-11-10', { dueOn: '2026-11-24' });
    await record('preservation_order', '2026-09-12', { heldBy: 'X' }, other);
    await record('search_warrant', '2026-10-05', { dueOn: '2026-10-12' });
    await record('mandatory_report', '2026-11-20', { heldBy: 'X' });
    expect(await due()).toEqual({
      rows: [
        ['CC-487-window', '2026-10-12', 'overdue', -43],
        ['CC-487-window', '2026-11-24', 'today', 0],
        ['MRA-4', '2026-12-11', 'ahead', 17],
        ['CC-487.013(6)', '2026-12-11', 'reminder', 17],
      ].sort((a, b) => String(a[1]).localeCompare(String(b[1]))),
      counts: { overdue: 1, today: 1, reminder: 1 },
      total: 4,
    });
    expect((await due({ lead: 'nobody' })).rows).toEqual([['CC-487.013(6)', '2026-12-11', 'reminder', 17]]);
    expect((await due({ lead: userId, unitId })).total).toBe(3);
    expect((await due({}, '2026-11-30')).total).toBe(2);
  });

  it('leaves the list when it is done, ended, decided otherwise, or never was a date to keep', async () => {
    const facts = { ...noFacts, investigationId: own, startedOn: '2026-11-10', dueOn: '2026-11-20', version: 1 };
    const warrant = await record('search_warrant', '2026-11-10', { dueOn: '2026-11-20' });
    await test.call('authorities.change', { reason, ...facts, authorityId: warrant.id, doneOn: '2026-11-12' });
    const second = await record('search_warrant', '2026-11-10', { dueOn: '2026-11-20' });
    await test.call('authorities.change', {
      reason,
      ...facts,
      authorityId: second.id,
      endedOn: '2026-11-21',
      endReason: 'expired',
    });
    const third = await record('search_warrant', '2026-11-10', { dueOn: '2026-11-20' });
    const decided = { investigationId: own, authorityId: third.id, version: 1, ruleId: 'CC-487-window' };
    await test.call('clocks.override', { ...decided, decision: 'none', dueOn: null, reason: 'Not executed' });
    // The notice of review is the provider’s time, shown in the file alone.
    await record('production_order_general', '2026-11-10', { heldBy: 'X' });
    expect(await due()).toEqual({ rows: [], counts: { overdue: 0, today: 0, reminder: 0 }, total: 0 });
  });

  it('of a thing seized under an order that is over still knows that it was produced', async () => {
    const order = await record('production_order_general', '2026-10-01', { heldBy: 'X', dueOn: '2026-10-15' });
    const over = { ...noFacts, heldBy: 'X', investigationId: own, startedOn: '2026-10-01', version: 1 };
    await test.call('authorities.change', {
      reason,
      ...over,
      authorityId: order.id,
      endedOn: '2026-10-14',
      endReason: 'obtained',
    });
    await record('seizure', '2026-10-14', { underId: order.id });
    const ofAuthorities = async () =>
      (await test.call('due.list', { filter: {} })).rows.filter(({ source }) => source === 'authority');
    expect(await ofAuthorities()).toEqual([]);
    await record('seizure', '2026-10-14');
    expect((await ofAuthorities()).map(({ ruleId }) => ruleId)).toEqual(['CC-490(2)', 'CC-490(3)']);
  });
});

describe('the deadline of a referral that a file carries on', () => {
  it('is of the lead of that file, in the list, the counts and before a lock, and of no lead where it has none', async () => {
    const receivedOn = test.store.options.clock.today();
    const { id } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn });
    const decided = { identifiable: 'yes', imminent: true, reason: 'A first name is named.' } as const;
    const decidedAt = test.store.options.clock.now();
    await test.call('referrals.decideDanger', { referralId: id, decidedAt, ...decided });
    const of = async (lead: UserId | 'nobody') => {
      const { rows } = await test.call('due.list', { filter: { lead } });
      const { overdue, today, reminder } = await test.call('due.counts', { filter: { lead } });
      expect(overdue + today + reminder).toBe(rows.length);
      return rows.map((row) => [row.sourceId, row.lead]);
    };
    expect([await of('nobody'), await of(userId)]).toEqual([[[id, null]], []]);
    const opened = { unitId, openedOn: receivedOn, referralIds: [id] };
    const file = await test.call('investigations.open', { ...opened, lead: null });
    expect([await of('nobody'), await of(userId)]).toEqual([[[id, null]], []]);
    await test.call('investigations.lead', { files: [{ investigationId: file.id, from: null, lead: userId }] });
    expect([await of('nobody'), await of(userId)]).toEqual([[], [[id, userId]]]);
    expect((await test.call('due.running', {})).rows.map((row) => row.assignedTo)).toEqual([userId]);
  });
});

describe('the calendar that leaves the workspace', () => {
  it('holds dates and opaque references alone, and leaving is audited', async () => {
    await record('seizure', '2026-11-01', {
      heldBy: 'Secret Person',
      concerning: 'One telephone',
      reference: 'INF-77',
    });
    const { rows } = await test.call('due.list', { filter: {} });
    const path = join(test.parent, 'due.ics');
    const file = test.grant(path) as FileGrant;
    expect(await test.call('due.export', { filter: {}, file, locale: 'fr' })).toEqual({ events: 2 });
    const text = readFileSync(path, 'utf8');
    for (const row of rows) expect(text).toContain(`SUMMARY:Vigie : échéance ${row.reference}`);
    const { investigation } = await test.call('investigations.get', { investigationId: own });
    for (const secret of ['Secret', 'telephone', 'INF-77', investigation.number, own, unitId, 'U01', '490', 'saisie'])
      expect(text).not.toContain(secret);
    const { raw } = test.store.requireUnlocked();
    const facts = raw.prepare("SELECT facts FROM audit_entry WHERE method = 'due.export'").pluck().get();
    expect(JSON.parse(String(facts))).toMatchObject({ events: 2 });
  });

  it('is an iCalendar whose days and alarms are those of the clock', () => {
    const event = {
      reference: 'A1B2C3D4',
      summary: 'Vigie: due A1B2C3D4',
      description: 'Open Vigie, screen Due, and look for this reference.',
      dueOn: '2027-02-28' as CivilDate,
      actBy: '2027-02-26' as CivilDate,
      reminders: ['2027-01-29', '2027-02-26'] as CivilDate[],
    };
    const lines = calendarOf('Vigie: due', [event], Date.parse('2026-11-24T12:00:00Z')).split('\r\n');
    expect(lines).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Vigie//Due//EN',
      'CALSCALE:GREGORIAN',
      'NAME:Vigie: due',
      'X-WR-CALNAME:Vigie: due',
      'BEGIN:VEVENT',
      'UID:a1b2c3d4@vigie.invalid',
      'SEQUENCE:0',
      'DTSTAMP:20261124T120000Z',
      'DTSTART;VALUE=DATE:20270226',
      'DTEND;VALUE=DATE:20270301',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
      'SUMMARY:Vigie: due A1B2C3D4',
      'TRANSP:TRANSPARENT',
      'DESCRIPTION:Open Vigie\\, screen Due\\, and look for this reference.',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER;RELATED=START:-P27DT15H',
      'DESCRIPTION:Vigie: due A1B2C3D4',
      'END:VALARM',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER;RELATED=START:PT9H',
      'DESCRIPTION:Vigie: due A1B2C3D4',
      'END:VALARM',
      'CLASS:CONFIDENTIAL',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('has a time of day as that instant where the user sits, reminded of at nine', () => {
    const days = { dueOn: '2027-02-26' as CivilDate, actBy: '2027-02-26' as CivilDate, time: '14:30' };
    const event = { reference: 'A', summary: 'S', description: 'D', reminders: ['2027-02-24' as CivilDate], ...days };
    const utc = (local: string) => new Date(local).toISOString().replace(/[-:]|\.000/g, '');
    const text = calendarOf('Vigie', [event], 0);
    expect(text).toContain(`\r\nDTSTART:${utc('2027-02-26T14:30')}\r\n`);
    expect(text).toContain(`\r\nTRIGGER;VALUE=DATE-TIME:${utc('2027-02-24T09:00')}\r\n`);
    expect(text).not.toContain('DTEND');
  });

  it('folds a long line at 75 octets, and cuts no character in two', () => {
    const summary = `Échéance ${'é'.repeat(60)}, ${'😀'.repeat(30)}; fin`;
    const days = { dueOn: '2027-02-26' as CivilDate, actBy: '2027-02-26' as CivilDate, reminders: [] };
    const text = calendarOf('Vigie', [{ reference: 'A', summary, description: 'D', ...days }], 0);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`\r\nSUMMARY:${summary.replace(/[,;]/g, '\\$&')}\r\n`);
  });
});
