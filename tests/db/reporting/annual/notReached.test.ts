import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { FiscalYear, Month, Quarter } from '#contract/ground/dates';
import { lifeTable } from '../../../../db/estimator/survival/lifeTable.ts';
import { annualReport, printedAnnual } from '../../../../db/reporting/annual/report.ts';
import { sheetsOf } from '../../../../db/documents/report/report.ts';
import { createCoordination, newSender, packText, payloadFor, wholeCells } from '../../../support/packs.ts';

it('a median that is not reached in a quarter is so in the annual report, on its page and in its workbook', async () => {
  const { test, write, agreementFor } = await createCoordination();
  const sender = newSender();
  const fiscalYear = 2025 as FiscalYear;
  const quarter = { fiscalYear, quarter: 1 } as Quarter;
  const cells = wholeCells(sender.unitId, '2025-01' as Month, '2025-06' as Month);
  const payload = payloadFor(sender, quarter, 10, cells);
  // Of three files one has come to the end.
  const { times, events, censored } = lifeTable([30, 60, 90].map((time) => ({ time, event: time === 30 })));
  const durations = { times: [...times], events: [...events], censored: [...censored] };
  const medians = [{ stage: 'whole' as const, days: null, files: 3, durations }];
  const stock = payload.stock.map((each) => ({ ...each, stock: { ...each.stock, medians } }));
  const file = test.grant(write(packText({ ...payload, stock }, sender.key))) as never;
  await test.call('packs.import', { file, confirmFingerprint: sender.fingerprint });
  const agreementId = (await agreementFor([sender])) as never;
  const which = { agreementId, quarter, jobId: randomUUID() as never };
  const { contentHash } = await test.call('returns.prepare', which);
  await test.call('returns.lock', { ...which, contentHash });

  const { content: annual } = await test.call('annual.prepare', { agreementId, fiscalYear });
  const b5 = annual.indicators.find(({ code }) => code === 'B5')!;
  expect(b5.cells).toMatchObject([{ quarter: 1, value: null, stead: 'notReached' }]);
  const { html } = printedAnnual({ content: annual, locked: null });
  expect(html).toContain('>Not reached</td>');
  expect(html).toContain('>Non atteinte</td>');
  const rows = sheetsOf(annualReport({ content: annual, locked: null })).flatMap((sheet) => sheet.rows);
  expect(rows.find(([code]) => code === 'B5')).toContain('1/1; Not reached / Non atteinte');
  expect(rows.find(([code]) => code === 'B2')).toContain('1/1');
  test.dispose();
});
