import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect } from 'vitest';
import { monthsBetween, type Month } from '#contract/ground/dates';
import { keepableMeasure, type KeepableMeasure } from '#contract/ledger/notKept';
import { packPayload, type PackPayload } from '../../../../db/reporting/packs/format.ts';
import { withoutNotKept } from '../../../../db/ledger/unitMonths/notKept.ts';
import type { PanelCell } from '../../../../db/ledger/unitMonths/panel.ts';
import { createCoordination, quarterTwo } from '../../../support/packs.ts';
import { it, test as unit, unitId } from '../../../support/fixtures/unit.ts';

const months = ['2026-07', '2026-08', '2026-09'] as Month[];
beforeEach(async () => {
  await unit.call('referrals.log', { source: 'ncecc', receivedOn: '2026-07-10', unitId } as never);
});

const declare = (measure: KeepableMeasure, from: string | null, version: number | null = null) =>
  unit.call('unitMonths.declareNotKept', { unitId, measure, from, version });
const confirmAll = async () => {
  for (const month of months) await unit.call('unitMonths.confirm', { unitId, month, status: 'complete' });
};
const pathOf = (): string => join(unit.parent, `${randomUUID()}.vigiepack`);
async function send(path = pathOf()): Promise<PackPayload> {
  await unit.call('packs.export', { quarter: quarterTwo, file: unit.grant(path) });
  return packPayload.parse((JSON.parse(readFileSync(path, 'utf8')) as { payload: unknown }).payload);
}
const said = ({ panel }: PackPayload, measure: string) =>
  panel.filter((cell) => cell.measure === measure).map(({ month, value, status }) => [month, value, status]);

describe('a measure that a unit does not keep', () => {
  it('is confirmed by nobody as zero, and stays unknown from the month on in what the unit sends', async () => {
    await declare('victims_safeguarded', '2026-08');
    await confirmAll();
    const { cells } = await unit.call('unitMonths.grid', {
      unitId,
      measures: ['victims_safeguarded', 'arrests'],
      from: months[0]!,
      to: months[2]!,
    });
    expect(cells.map(({ measure, month, status }) => [measure, month, status]).sort()).toEqual([
      ['arrests', '2026-07', 'zero_confirmed'],
      ['arrests', '2026-08', 'zero_confirmed'],
      ['arrests', '2026-09', 'zero_confirmed'],
      ['victims_safeguarded', '2026-07', 'zero_confirmed'],
    ]);
    const payload = await send();
    expect(said(payload, 'victims_safeguarded')).toEqual([
      ['2026-07', 0, 'zero_confirmed'],
      ['2026-08', null, 'not_available'],
      ['2026-09', null, 'not_available'],
    ]);
    expect(said(payload, 'victims_identified')).toEqual(months.map((month) => [month, 0, 'zero_confirmed']));
  });

  it('hides what was confirmed before, and gives it back once it is kept again', async () => {
    await confirmAll();
    await declare('arrests', '2026-07');
    expect(said(await send(), 'arrests')).toEqual(months.map((month) => [month, null, 'not_available']));
    expect(await unit.call('unitMonths.notKept', { unitId })).toEqual({
      measures: [{ measure: 'arrests', from: '2026-07', version: 1 }],
    });
    expect(
      await unit.refusal('unitMonths.declareNotKept', { unitId, measure: 'arrests', from: null, version: null }),
    ).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    await declare('arrests', null, 1);
    expect(said(await send(), 'arrests')).toEqual(months.map((month) => [month, 0, 'zero_confirmed']));
  });

  it('does not hold back the return, which says that it is not available', async () => {
    for (const measure of ['arrests', 'victims_safeguarded'] as const) await declare(measure, '2026-07');
    await confirmAll();
    const path = pathOf();
    await send(path);
    const coordination = await createCoordination();
    try {
      const { test } = coordination;
      const { fingerprint } = await test.call('packs.inspect', { file: test.grant(path) });
      await test.call('packs.import', { file: test.grant(path), confirmFingerprint: fingerprint });
      const agreementId = await coordination.agreementFor([{ unitId } as never]);
      const input = { agreementId: agreementId as never, quarter: quarterTwo, jobId: randomUUID() as never };
      const { content } = await test.call('returns.prepare', input);
      const found = content.checks.filter(({ measures }) =>
        measures.some((each) => ['arrests', 'victims_safeguarded'].includes(each)),
      );
      expect(found.map(({ code, blocking, measures }) => [code, blocking, measures])).toEqual([
        ['month_partial', false, ['arrests', 'victims_safeguarded']],
      ]);
      for (const code of ['C3', 'V2'])
        expect(content.values.find((each) => each.code === code && each.unitCode === 'U01')).toMatchObject({
          value: null,
          status: 'not_available',
        });
    } finally {
      coordination.test.dispose();
    }
  });

  it('is of the unit’s own supervisors: the ledger is always kept, and no other unit is declared for', async () => {
    const input = { unitId, from: '2026-07' as Month, version: null };
    const ledger = await unit.refusal('unitMonths.declareNotKept', { ...input, measure: 'received' as never });
    expect(ledger.code).toBe('invalid_input');
    const elsewhere = { ...input, unitId: randomUUID() as never, measure: 'arrests' as const };
    expect((await unit.refusal('unitMonths.declareNotKept', elsewhere)).code).toBe('forbidden');
  });
});

describe('a panel without what is not kept', () => {
  it('holds every declared month once, as not available, and every other cell as it was', () => {
    const span = monthsBetween('2026-01' as Month, '2026-06' as Month);
    const cell = fc.record({
      unitId: fc.constantFrom('a', 'b'),
      month: fc.constantFrom(...span),
      measure: fc.constantFrom(...keepableMeasure.options.slice(0, 3), 'received' as const),
      value: fc.integer({ min: 0, max: 9 }),
      status: fc.constant('complete' as const),
      source: fc.constant('counted' as const),
      packId: fc.constant(null),
    });
    const key = ({ unitId, measure, month }: Pick<PanelCell, 'unitId' | 'measure' | 'month'>) =>
      `${unitId} ${measure} ${month}`;
    const declared = fc.record({
      unitId: fc.constantFrom('a', 'b'),
      measure: fc.constantFrom(...keepableMeasure.options.slice(0, 3)),
      from: fc.constantFrom(...span, '2026-09' as Month),
      version: fc.constant(1),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(cell, { selector: key }),
        fc.uniqueArray(declared, { selector: (each) => `${each.unitId} ${each.measure}` }),
        (cells, list) => {
          const last = span.at(-1)!;
          const result = withoutNotKept(cells, list, last);
          const blank = new Set(
            list.flatMap((each) => span.filter((month) => month >= each.from).map((month) => key({ ...each, month }))),
          );
          expect(new Set(result.map(key)).size).toBe(result.length);
          expect(result.filter((each) => !blank.has(key(each)))).toEqual(cells.filter((each) => !blank.has(key(each))));
          expect(
            result
              .filter((each) => blank.has(key(each)))
              .map((each) => [key(each), each.value, each.status])
              .sort(),
          ).toEqual([...blank].sort().map((each) => [each, null, 'not_available']));
        },
      ),
    );
  });
});
