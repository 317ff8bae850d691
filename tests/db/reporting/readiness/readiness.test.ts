import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { AgreementId } from '#contract/ground/ids';
import type { Readiness } from '#contract/reporting/readiness';
import { progressOf } from '../../../../db/reporting/readiness/readiness.ts';
import { meetsTarget } from '../../../../db/reporting/returns/summary/summary.ts';
import { newSender, quarterOne, quarterTwo } from '../../../support/packs.ts';
import type { Row } from '../../../support/secondCount.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

let agreementId: AgreementId;
it.beforeAll(async () => {
  const senders = [newSender('R01'), newSender('R02')];
  for (const sender of senders) {
    await coordination.receive(sender, quarterOne, 10);
    await coordination.receive(sender, quarterTwo, 20);
  }
  agreementId = (await coordination.agreementFor(senders)) as AgreementId;
});

const look = (): Promise<Readiness> => coordination.test.call('readiness.view', { agreementId, quarter: quarterTwo });
const rowOf = ({ rows }: Readiness, code: string) => rows.find((each) => each.code === code)!;
const aim = (cells: Record<string, string | number>, fiscalYear = 2026) =>
  coordination.test.call('funding.save', {
    agreementId,
    register: 'targets',
    fiscalYear,
    changes: [{ do: 'add', cells }],
  } as never);
const definitionIn = async (code: string) => {
  const which = { agreementId, quarter: quarterTwo, jobId: randomUUID() as never };
  const { content } = await coordination.test.call('returns.prepare', which);
  return content.framework.indicators.find((each) => each.code === code)!;
};

describe('the readiness of an agreement', () => {
  it('is that every indicator has a method, and none a baseline or a target, before any is entered', async () => {
    const found = await look();
    expect(found.rows.length).toBeGreaterThan(25);
    expect(found.rows.map(({ hasMethod }) => hasMethod)).toEqual(found.rows.map(() => true));
    expect(found.rows.flatMap(({ baseline, target }) => baseline ?? target ?? [])).toEqual([]);
    // Nothing is entered in the registers of the agreement.
    expect(rowOf(found, 'F1').figure).toMatchObject({ value: null, covered: 0, asked: 1, coverageOf: 'agreements' });
    expect(rowOf(found, 'R1')).toMatchObject({
      per: 'quarter',
      progress: null,
      isMet: null,
      explanation: 'not_needed',
    });
  });

  it('has the baseline, target, source and progress of the quarter or of the year to date', async () => {
    const before = await look();
    const [quarter, closing] = [rowOf(before, 'R1').figure.value!, rowOf(before, 'B2').figure.value!];
    const year = 2 * quarter;
    await aim({
      code: 'R1',
      per: 'year',
      baseline: 0,
      baselinePeriod: '2024-25',
      baselineSourceEn: 'Evaluation of 2022',
      baselineSourceFr: 'Évaluation de 2022',
      target: year * 200,
      targetOn: '2027-03-31',
    });
    await aim({ code: 'B2', per: 'quarter', baseline: (closing + 100) * 100, target: (closing - 100) * 100 });
    await aim({ code: 'ZZ', per: 'quarter', target: 100 });
    const found = await look();
    expect(rowOf(found, 'R1')).toMatchObject({
      per: 'year',
      baseline: { value: 0, period: '2024-25', source: { en: 'Evaluation of 2022', fr: 'Évaluation de 2022' } },
      target: { value: 2 * year, on: '2027-03-31' },
      figure: { value: year, covered: 2, asked: 2 },
      progress: 0.5,
    });
    expect(rowOf(found, 'B2')).toMatchObject({ progress: 0.5, target: { value: closing - 100, on: '2027-03-31' } });
    expect(found.unknownCodes).toEqual(['ZZ']);
  });

  it('judges no target of a year before the year is over', async () => {
    const concluded = rowOf(await look(), 'I2').figure.value!;
    await aim({ code: 'I2', per: 'year', target: concluded * 800 });
    expect(rowOf(await look(), 'I2')).toMatchObject({ per: 'year', isMet: null });
  });

  it('sets the figure of the quarter in the return against the target of the quarter alone', async () => {
    expect(await definitionIn('B2')).toMatchObject({ target: { on: '2027-03-31' }, baseline: { period: '' } });
    expect(await definitionIn('R1')).toMatchObject({ target: null, baseline: null });
  });

  it('is of the fiscal year that the target is for', async () => {
    await aim({ code: 'I1', per: 'year', target: 500 }, 2025);
    expect(rowOf(await look(), 'I1').target).toBeNull();
  });

  it('is exported row by row', async () => {
    const path = join(coordination.test.parent, 'readiness.csv');
    const file = coordination.test.grant(path);
    await coordination.test.call('readiness.export', {
      agreementId,
      quarter: quarterTwo,
      file,
      separator: 'semicolon',
    });
    const rows: Row[] = parse(readFileSync(path), { bom: true, columns: true, delimiter: ';' });
    const found = await look();
    expect(rows.map((each) => each['indicator_code'])).toEqual(found.rows.map(({ code }) => code));
    expect(rows.find((each) => each['indicator_code'] === 'R1')).toMatchObject({
      fy: '2026-27',
      quarter: 'Q2',
      method: 'present',
      baseline: '0',
      baseline_source_fr: 'Évaluation de 2022',
      value_of: 'year',
      covered: '2',
      data: 'present',
      progress: '0.5',
      explanation: 'not_needed',
    });
    expect(rows.find((each) => each['indicator_code'] === 'F1')).toMatchObject({ data: 'missing', value: '' });
  });
});

describe('progress', () => {
  const at = (value: number) => ({ value });

  it('is unknown where baseline and target are the same, or one is not known', () => {
    expect([
      progressOf(at(5), at(5), 7),
      progressOf(null, at(5), 7),
      progressOf(at(3), null, 7),
      progressOf(at(3), at(5), null),
    ]).toEqual([null, null, null, null]);
  });

  it('is whole exactly at the target, none at the baseline, and agrees with whether the target is met', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(number, number, number, (baseline, target, value) => {
        const progress = progressOf(at(baseline), at(target), value);
        fc.pre(baseline !== target);
        expect(progressOf(at(baseline), at(target), target)).toBe(1);
        expect(progressOf(at(baseline), at(target), baseline)).toBeCloseTo(0, 12);
        const direction = target > baseline ? 'up' : 'down';
        expect(progress! >= 1).toBe(
          meetsTarget({ target: { value: target, on: '2027-03-31' as never }, direction }, value),
        );
      }),
    );
  });
});
