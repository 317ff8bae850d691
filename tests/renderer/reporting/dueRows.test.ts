import { expect, it } from 'vitest';
import type { DueReport } from '../../../electron/contract/reporting/reportingDeadlines.ts';
import { rowPath } from '../../../renderer/features/reporting/reportingDeadlines/rowPath.ts';

const row = (what: DueReport['what'], period: readonly [string, string] | null = null): DueReport =>
  ({
    ...{ id: 'a', what, agreementId: 'AG', agreementCode: 'AG-01', name: { en: '', fr: '' }, dueOn: '2026-10-30' },
    ...{ daysLeft: 3, urgency: 'ahead', reminders: [], lapsing: null },
    report: what === 'report' ? { periodFrom: period?.[0] ?? null, periodTo: period?.[1] ?? null } : null,
  }) as unknown as DueReport;

it('a report of a quarter leads to the return of that quarter, day for day', () => {
  expect(rowPath(row('report', ['2026-07-01', '2026-09-30']))).toBe('/returns/AG/2026-Q2/data');
  expect(rowPath(row('report', ['2027-01-01', '2027-03-31']))).toBe('/returns/AG/2026-Q4/data');
  for (const other of [['2026-07-01', '2026-09-29'] as const, ['2026-04-01', '2027-03-31'] as const, null])
    expect(rowPath(row('report', other))).toBe('/funding');
});

it('an end leads to its agreement, money that lapses to the registers', () => {
  expect(rowPath(row('agreement_end'))).toBe('/agreements/AG');
  expect(rowPath(row('lapse'))).toBe('/funding');
});
