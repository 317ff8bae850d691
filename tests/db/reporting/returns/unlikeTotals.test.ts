import { expect } from 'vitest';
import { comparisonOf } from '#contract/reporting/comparison';
import type { Month } from '#contract/ground/dates';
import type { StageMedian } from '#contract/reporting/indicators';
import type { ReturnContent } from '#contract/reporting/returns';
import { framework } from '../../../../db/reporting/indicators/framework.ts';
import { stockFigures } from '../../../../db/reporting/indicators/stockFigures.ts';
import { figuresOfReturn } from '../../../../db/reporting/returns/agreementFigures.ts';
import { indicatorTable } from '../../../../db/reporting/returns/files/tidy.ts';
import { countedValues } from '../../../../db/reporting/returns/values.ts';
import { byAgreementPart } from '../../../../db/reporting/returns/parts/byAgreement.ts';
import { contentOf, newSender, quarterTwo, wholeCells } from '../../../support/packs.ts';
import { usualStock } from '../../../support/signedPacks.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

const [early, late] = [newSender('U01'), newSender('U02')];
let own: ReturnContent;
let all: ReturnContent;

it.beforeAll(async () => {
  const { test, receive, agreementFor } = coordination;
  await receive(early, quarterTwo, 10);
  await receive(late, quarterTwo, 10, wholeCells(late.unitId, '2026-07' as Month, '2026-09' as Month));
  const agreementId = await agreementFor([early, late]);
  const { consolidated } = await test.call('returns.list', {});
  own = await contentOf(test, agreementId, quarterTwo);
  all = await contentOf(test, consolidated!.id, quarterTwo);
});

const unlike = { state: 'not_comparable', previous: null, coverage: { before: 1, now: 2, asked: 2, of: 'units' } };

it("says of an agreement's own figure in the return of all that its units are not those of the quarter before", () => {
  const rows = indicatorTable(all).filter(
    (each) => each.indicator_code === 'S1' && (each.disaggregation === 'agreement' || each.disaggregation === null),
  );
  const whole = rows.filter((each) => each.unit_code === null);
  expect(whole).toHaveLength(2);
  for (const row of whole)
    expect(row).toMatchObject({ comparison_code: 'not_comparable', covered_before: 1, previous: null, change: null });
  const [sheet] = byAgreementPart(all)!.sheets;
  const row = sheet!.rows.find((cells) => cells.includes('S1'))!;
  expect(row.filter((cell) => String(cell).includes('Not comparable: 1 before, 2 now, of 2'))).toHaveLength(1);
  expect(row.filter((cell) => String(cell).includes('Non comparable : 1 avant, 2 maintenant, sur 2'))).toHaveLength(1);
});

it('says the same of an agreement whose return was received, one level up and two', () => {
  const said = figuresOfReturn(own, 'p' as never);
  const above = figuresOfReturn({ ...all, agreementFigures: [...said] }, 'q' as never);
  for (const figures of [said, above]) {
    const [row] = indicatorTable({ ...all, agreementFigures: [...figures] }).filter(
      (each) => each.indicator_code === 'S1' && each.disaggregation === 'agreement',
    );
    expect(row).toMatchObject({ comparison_code: 'not_comparable', covered_before: 1, covered: 2, asked: 2 });
  }
});

it('says of a median that it is not of the units of the quarter before, although none of them has its own', () => {
  const b5 = (...medians: readonly StageMedian[]) =>
    stockFigures({ stock: { ...usualStock, medians: [...medians] }, packId: 'p' }).find(({ code }) => code === 'B5')!;
  const told = (days: number | null, ended: readonly number[]): StageMedian => ({
    stage: 'whole',
    days,
    files: 3,
    durations: { times: [5], events: [ended.length], censored: [3 - ended.length] },
  });
  const reached = b5(told(5, [5, 5]));
  const definition = framework.indicators.find(({ code }) => code === 'B5')!;
  const unit = (code: string, now: typeof reached, before: typeof reached) =>
    ({ code, id: code, figures: [now], previous: [before] }) as never;
  const values = countedValues(definition, [
    unit('U01', reached, reached),
    unit('U02', reached, reached),
    unit('U03', b5(told(null, [5])), b5()),
  ]);
  const total = values.find(({ unitCode }) => unitCode === null)!;
  expect(comparisonOf({ values, agreementFigures: [] }, total)).toMatchObject({
    ...unlike,
    coverage: { before: 2, now: 3, asked: 3, of: 'units' },
  });
});
