import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { beforeEach, describe, expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import type { FundingCells } from '#contract/reporting/fundingCells';
import type { Register } from '#contract/reporting/fundingColumns';
import type { ReturnContent } from '#contract/reporting/returns';
import { newSender, quarterTwo, wholeCells, type Sender } from '../../../support/packs.ts';
import { writeTexts } from '../../../support/returnTexts.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

let sender: Sender;
let agreementId: string;
beforeEach(async () => {
  sender = newSender();
  // The unit declares no staff: the register of positions may.
  const panel = wholeCells(sender.unitId, '2026-01' as Month, '2026-09' as Month, (_, measure) =>
    measure === 'fte_funded' ? null : undefined,
  );
  await coordination.receive(sender, quarterTwo, 10, panel);
  agreementId = await coordination.agreementFor([sender]);
});

const save = (register: Register, ...rows: readonly FundingCells[]) =>
  coordination.test.call('funding.save', {
    agreementId,
    register,
    fiscalYear: 2026,
    changes: rows.map((cells) => ({ do: 'add' as const, cells: { ...cells } })),
  });
const prepare = () =>
  coordination.test.call('returns.prepare', { agreementId, quarter: quarterTwo, jobId: randomUUID() });

function figure({ values }: ReturnContent, code: string, unitCode: string | null = null) {
  const found = values.find((each) => each.code === code && each.unitCode === unitCode);
  return found && [found.value, found.numerator, found.denominator, found.status, found.calculation, found.previous];
}

const line = (code: string, cells: FundingCells): FundingCells => ({ code, category: 'tools', ...cells });
const explained = { q2WhyEn: 'A late invoice.', q2WhyFr: 'Une facture tardive.' };

describe('a return', () => {
  it('says of an empty register that its figure is not available, never zero', async () => {
    const { content } = await prepare();
    for (const code of ['S2', 'S3', 'T1', 'E1', 'F1', 'P1'])
      expect(figure(content, code)).toEqual([null, null, null, 'not_available', 'funding', null]);
    expect(figure(content, 'S1', 'U01')?.slice(0, 1)).toEqual([null]);
    expect(content.funding).toBeNull();
  });

  it('has the figures of every register, with their parts', async () => {
    await save(
      'budget',
      line('A', { budget: 400_000, q1Forecast: 100_000, q1Actual: 90_000, q2Forecast: 100_050, q2Actual: 100_025 }),
      line('B', { q2Forecast: 20_000, q2Actual: 20_000 }),
    );
    const post = { role: 'analyst', funding: 'funded', unitId: sender.unitId, fte: 100, startsOn: '2026-01-01' };
    await save(
      'positions',
      { ...post, code: '1', filledOn: '2026-02-01' },
      { ...post, code: '2', funding: 'other', fte: 50, filledOn: '2026-02-01' },
      { ...post, code: '3', filledOn: '2026-02-01', leftOn: '2026-09-30' },
      { ...post, code: '4', fte: 60 },
      { ...post, code: '5', startsOn: '2026-10-01' },
      { ...post, code: '6', filledOn: '2026-02-01', leftOn: '2026-06-30', endsOn: '2026-07-01' },
    );
    await save(
      'training',
      { code: '1', mode: 'virtual', heldOn: '2026-07-01', plannedDays: 1000, doneDays: 750 },
      { code: '2', mode: 'virtual', heldOn: '2026-09-30', plannedDays: 200, doneDays: null },
      { code: '3', mode: 'virtual', heldOn: '2026-06-30', plannedDays: 300, doneDays: 300 },
    );
    await save(
      'equipment',
      { code: '1', kind: 'licence', acquisition: 'bought', quantity: 3, inServiceOn: '2026-08-01', cost: 5 },
      { code: '2', kind: 'tool', acquisition: 'rented', quantity: 1, inServiceOn: '2026-08-01' },
      { code: '3', kind: 'tool', acquisition: 'bought', quantity: 9 },
    );
    await save(
      'activities',
      { code: '1', status: 'completed', statusOn: '2026-10-02', startedOn: '2026-05-01', completedOn: '2026-10-02' },
      { code: '2', status: 'planned' },
      { code: '3', status: 'cancelled', statusOn: '2026-10-05', startedOn: '2026-10-01' },
      { code: '4', status: 'completed', statusOn: '2026-06-01' },
    );
    const { content } = await prepare();
    expect(figure(content, 'F1')).toEqual([1200.25, 1200.25, 1200.5, 'complete', 'funding', 900]);
    expect(figure(content, 'S1', 'U01')).toEqual([1.5, 1, 1.5, 'complete', 'funding', 2.5]);
    // Who leaves on the last day is no longer in post; position 4 was never filled, 5 is not open yet and 6 no longer.
    expect(figure(content, 'S2')).toEqual([1.6, 1.6, 3.1, 'complete', 'funding', 1.6]);
    expect(figure(content, 'S3')).toEqual([1, null, null, 'complete', 'funding', 1]);
    expect(figure(content, 'T1')).toEqual([7.5, 7.5, 12, 'partial', 'funding', 3]);
    expect(figure(content, 'E1')).toEqual([4, 3, 4, 'complete', 'funding', 0]);
    expect(figure(content, 'P1')).toEqual([2, 2, 4, 'complete', 'funding', 2]);
    expect(content.checks.filter((each) => each.code === 'variance_unexplained')).toEqual([]);
  });

  it('is blocked by a variance that is not explained in both languages, and by none that is', async () => {
    await save('budget', line('A', { q2Forecast: 1_000_000, q2Actual: 1_300_000, q2WhyFr: 'Une facture.' }));
    const found = async () => (await prepare()).content.checks.filter((each) => each.code === 'variance_unexplained');
    expect(await found()).toMatchObject([{ blocking: true, languages: ['en'], measures: ['F1'], mend: 'funding' }]);
    const { rows } = await coordination.test.call('funding.rows', {
      agreementId,
      register: 'budget',
      fiscalYear: 2026,
    });
    await coordination.test.call('funding.save', {
      agreementId,
      register: 'budget',
      fiscalYear: 2026,
      changes: [{ do: 'change', id: rows[0]!.id, version: 1, cells: explained }],
    });
    expect(await found()).toEqual([]);
  });

  it('keeps what it was locked with, shows it in its sheets, and restates what changed', async () => {
    const { test } = coordination;
    const large = { budget: 4_000_000, q2Forecast: 1_000_000, q2Actual: 1_300_050, ...explained };
    await save('budget', line('A', { ...large, nameEn: 'Tools', nameFr: 'Outils', unitId: sender.unitId }));
    await save('cash', { code: '1', quarter: 'q2', kind: 'advance', amount: 1_500_000, on: '2026-07-05' });
    await save('risks', { code: 'R', likelihood: 'high', effect: 'low', riskEn: 'One', riskFr: 'Un' });
    await writeTexts(test, agreementId, quarterTwo);
    const { contentHash } = await prepare();
    const which = { agreementId, quarter: quarterTwo, jobId: randomUUID() };
    const locked = await test.call('returns.lock', { ...which, contentHash });
    const { rows } = await test.call('funding.rows', { agreementId, register: 'budget', fiscalYear: 2026 });
    const changes = [{ do: 'change' as const, id: rows[0]!.id, version: 1, cells: { q2Actual: 1_200_000 } }];
    await test.call('funding.save', { agreementId, register: 'budget', fiscalYear: 2026, changes });

    const { content } = await prepare();
    expect(figure(content, 'F1')?.[0]).toBe(13_000.5);
    expect(content.funding?.budget[0]).toMatchObject({ code: 'A', q2Actual: 1_300_050, unitCode: 'U01' });
    const again = await test.call('returns.prepare', { ...which, restate: true });
    expect(
      again.content.restatement?.changes.map(({ what, code, before, after }) => [
        what,
        code,
        before?.value,
        after?.value,
      ]),
    ).toEqual([
      ['value', 'F1', 13_000.5, 12_000],
      ['numerator', 'F1', 13_000.5, 12_000],
      ['budget', 'A q2Actual', 13_000.5, 12_000],
    ]);

    const outbox = join(test.parent, 'outbox');
    mkdirSync(outbox);
    const { folderName } = await test.call('returns.export', { returnId: locked.id, folder: test.grant(outbox) });
    const sheets = await readXlsxFile(join(outbox, folderName, 'return.xlsx'));
    const names = sheets.map((each) => each.sheet);
    expect(names).toContain('Risks - Risques');
    expect(names).not.toContain('Positions - Postes');
    const finances = sheets.find((each) => each.sheet === 'Finances')!.data;
    expect(finances[0]?.slice(5, 9)).toEqual([
      'Budget for the year\nBudget de l’année',
      'Q2 forecast\nT2 prévision',
      'Q2 actual\nT2 réel',
      'Variance\nÉcart',
    ]);
    expect(finances[1]?.slice(0, 13)).toEqual([
      'A',
      'Tools',
      'Outils',
      'Tools and software / Outils et logiciels',
      'U01',
      40_000,
      10_000,
      13_000.5,
      3000.5,
      0.30005,
      'Yes / Oui',
      'A late invoice.',
      'Une facture tardive.',
    ]);

    const cash = sheets.find((each) => each.sheet === 'Cash flow - Trésorerie')!.data;
    const cashRow = (item: string) => cash.find(([first]) => first === item)?.slice(2, 7);
    expect(cashRow('Advances received')).toEqual(['..', 15_000, '..', '..', 15_000]);
    expect(cashRow('Spending, actual')).toEqual(['..', 13_000.5, '..', '..', 13_000.5]);
    expect(cashRow('Spending (F1) of this return')).toEqual(['...', 13_000.5, '...', '...', '...']);
    expect(cashRow('Actual less spending (F1)')).toEqual(['...', 0, '...', '...', '...']);
    const spent = cash.find(([first]) => first === 'Spending, actual');
    expect(spent?.at(-1)).toContain('Attested by finance: A. Fictive (finance), Inspector, 2026-10-15');
    const csv = readFileSync(join(outbox, folderName, 'cash-flow.csv'), 'utf8');
    expect(csv).toContain(',2026-27,Q2,2026-07-01,2026-09-30,cash_flow,advance,15000.00,,,complete,,');
    expect(csv).toContain(',2026-27,Q3,2026-10-01,2026-12-31,cash_flow,actual,,,,not_available,,');
  });
});
