import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { FundingCells } from '#contract/reporting/fundingCells';
import type { FileGrant } from '#contract/ground/ids';
import type { DueReport } from '#contract/reporting/reportingDeadlines';
import {
  quarterOfPeriod,
  reminderDays,
  stateOf,
  urgencyOfReport,
} from '../../../../db/reporting/reportingDeadlines/rules.ts';
import { newSender, quarterTwo } from '../../../support/packs.ts';
import { writeTexts } from '../../../support/returnTexts.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

const day = (text: string) => text as CivilDate;

describe('the rules of due reports', () => {
  it('call a date to mind the longest before first, each once', () => {
    expect(reminderDays(day('2026-12-31'), [7, 30, 7, 14])).toEqual(['2026-12-01', '2026-12-17', '2026-12-24']);
  });

  it.each([
    ['2026-11-23', null, 'overdue'],
    ['2026-11-24', null, 'today'],
    ['2026-11-30', 'in_preparation', 'reminder'],
    ['2026-12-24', 'not_begun', 'reminder'],
    ['2026-12-25', 'locked', 'ahead'],
    ['2026-11-01', 'sent', null],
  ] as const)('say of %s, %s, that it is %s', (due, state, urgency) => {
    const reminders = reminderDays(day(due), [30, 14, 7]);
    expect(urgencyOfReport(day(due), reminders, day('2026-11-24'), state)).toBe(urgency);
  });

  it('know a quarter by its very days, and no other period', () => {
    expect(quarterOfPeriod(day('2026-07-01'), day('2026-09-30'))).toEqual(quarterTwo);
    expect(quarterOfPeriod(day('2027-01-01'), day('2027-03-31'))).toEqual({ fiscalYear: 2026, quarter: 4 });
    expect(quarterOfPeriod(day('2026-07-01'), day('2026-12-31'))).toBeNull();
    expect(quarterOfPeriod(day('2026-07-02'), day('2026-09-30'))).toBeNull();
    expect(quarterOfPeriod(null, day('2026-09-30'))).toBeNull();
  });

  it('take a locked return for a report that is locked, where the return is that report and was not sent', () => {
    expect(stateOf({ kind: 'performance', state: 'not_begun' }, true)).toBe('locked');
    expect(stateOf({ kind: 'performance', state: 'sent' }, true)).toBe('sent');
    expect(stateOf({ kind: 'cash_flow', state: 'not_begun' }, true)).toBe('not_begun');
    expect(stateOf({ kind: 'progress', state: 'in_preparation' }, false)).toBe('in_preparation');
  });
});
let agreementId: string;
beforeEach(async () => {
  const sender = newSender();
  await coordination.receive(sender, quarterTwo, 10);
  agreementId = await coordination.agreementFor([sender]);
});

const save = (register: 'budget' | 'reports', ...rows: readonly FundingCells[]) =>
  coordination.test.call('funding.save', {
    agreementId,
    register,
    fiscalYear: 2026,
    changes: rows.map((cells) => ({ do: 'add' as const, cells: { ...cells } })),
  });
const report = (code: string, dueOn: string, cells: FundingCells = {}): FundingCells => ({
  code,
  kind: 'progress',
  dueOn,
  languages: 'both',
  state: 'not_begun',
  ...cells,
});
const secondQuarter = { periodFrom: '2026-07-01', periodTo: '2026-09-30' };
const due = async (withSent = false) => (await coordination.test.call('reports.due', { filter: {}, withSent })).rows;
const shown = (rows: readonly DueReport[]) =>
  rows.map((row) => [row.report?.code ?? row.what, row.dueOn, row.urgency, row.report?.state ?? null]);

describe('due reports', () => {
  it('stand by their day, with the agreement’s end and without what was sent', async () => {
    await save(
      'reports',
      report('A', '2026-11-20', { kind: 'cash_flow', nameFr: 'Flux du deuxième trimestre' }),
      report('B', '2026-12-01', { state: 'in_preparation' }),
      report('C', '2026-10-30', { state: 'sent', sentOn: '2026-10-29' }),
    );
    expect(shown(await due())).toEqual([
      ['A', '2026-11-20', 'overdue', 'not_begun'],
      ['B', '2026-12-01', 'reminder', 'in_preparation'],
      ['agreement_end', '2028-03-31', 'ahead', null],
    ]);
    expect((await due())[0]?.name).toEqual({ en: 'Cash flow and claim', fr: 'Flux du deuxième trimestre' });
    expect(shown(await due(true))[0]).toEqual(['C', '2026-10-30', null, 'sent']);
    expect(await coordination.test.call('reports.counts', {})).toEqual({ overdue: 1, today: 0, reminder: 1 });
  });

  it('are refused as sent without the day, and with the end of a period before its beginning', async () => {
    const period = { periodFrom: '2026-09-30', periodTo: '2026-07-01' };
    await expect(
      save('reports', report('A', '2026-11-20', { state: 'sent' }), report('B', '2026-11-20', period)),
    ).rejects.toThrow(/changes\.0\.sentOn.*required.*changes\.1\.periodTo.*date_before_previous/);
  });

  it('say what money would lapse with the fiscal year, and that it is not known', async () => {
    const spent = { q1Forecast: 100, q2Forecast: 100, q3Forecast: 100, q4Forecast: 100 };
    await save('budget', { code: '1', category: 'tools', budget: 1000, ...spent });
    const lapse = async () => (await due()).find(({ what }) => what === 'lapse');
    expect(await lapse()).toMatchObject({ dueOn: '2027-03-31', lapsing: 600, urgency: 'ahead' });
    await save('budget', { code: '2', category: 'tools', budget: 1000 });
    expect(await lapse()).toMatchObject({ lapsing: null });
  });

  it('are locked with the return of their quarter', async () => {
    const { test } = coordination;
    await save('reports', report('A', '2026-12-01', secondQuarter), report('B', '2026-12-02'));
    await writeTexts(test, agreementId, quarterTwo);
    const which = { agreementId, quarter: quarterTwo, jobId: randomUUID() };
    const { contentHash, content } = await test.call('returns.prepare', which);
    // The register of what is owed is no part of what is reported.
    expect(content.funding).toBeNull();
    await test.call('returns.lock', { ...which, contentHash });
    expect((await due()).map((row) => row.report?.state)).toEqual(['locked', 'not_begun', undefined]);
  });

  it('are marked as sent in one write that can be undone, and by none who has not seen the latest', async () => {
    const { test } = coordination;
    await save('reports', report('A', '2026-12-01'));
    const { rowId } = (await due())[0]!.report!;
    const sent = { rowId, version: 1, state: 'sent', sentOn: '2026-11-24' } as const;
    await test.call('reports.setState', sent);
    await expect(test.call('reports.setState', sent)).rejects.toThrow(/version_conflict/);
    await expect(test.call('reports.setState', { ...sent, version: 2, sentOn: null })).rejects.toThrow(/sentOn/);
    expect(shown(await due(true))[0]).toEqual(['A', '2026-12-01', null, 'sent']);
    const grid = { agreementId, register: 'reports', fiscalYear: 2026 } as const;
    const { undoable } = await test.call('funding.rows', grid);
    await test.call('funding.undo', { changeId: undoable[0]!.id });
    expect(shown(await due())[0]).toEqual(['A', '2026-12-01', 'reminder', 'not_begun']);
    const { raw } = test.store.requireUnlocked();
    const facts = raw.prepare("SELECT facts FROM audit_entry WHERE method = 'reports.setState'").pluck().all();
    expect(JSON.parse(String(facts[0]))).toMatchObject({ register: 'reports', changed: 1 });
  });

  it('are called to mind as many days before as the office sets', async () => {
    const { test } = coordination;
    await save('reports', report('A', '2026-12-20'));
    await test.call('reports.setReminders', { daysBefore: [10, 20, 10] });
    const { reminders, rows } = await test.call('reports.due', { filter: {} });
    expect(reminders).toEqual([20, 10]);
    expect(rows[0]).toMatchObject({ reminders: ['2026-11-30', '2026-12-10'], urgency: 'ahead' });
    await test.call('reports.setReminders', { daysBefore: [30] });
    expect((await due())[0]?.urgency).toBe('reminder');
  });

  it('go to another calendar with the agreement’s code and what is due, and no recipient', async () => {
    const { test } = coordination;
    await save('reports', report('A', '2026-12-01'), report('B', '2026-11-01'));
    const path = join(test.parent, 'reports.ics');
    const file = test.grant(path) as FileGrant;
    expect(await test.call('reports.export', { filter: {}, file, locale: 'fr' })).toEqual({ events: 2 });
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('SUMMARY:Vigie · AG-1 · Rapport d’étape\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20261201\r\n');
    expect(text.match(/BEGIN:VALARM/g)).toHaveLength(6);
    expect(text).not.toContain('Invention');
  });
});
