import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { caseMeasure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { AgreementId, JobId } from '#contract/ground/ids';
import type { ReturnContent } from '#contract/reporting/returns';
import { steadOf } from '#contract/reporting/stead';
import { packPayload, type PackPayload } from '../../../../db/reporting/packs/format.ts';
import { authorityInput } from '../../../support/authorities.ts';
import {
  createCoordination,
  newSender,
  packText,
  payloadFor,
  quarterOne,
  quarterTwo,
  wholeCells,
  type Coordination,
} from '../../../support/packs.ts';
import { administrator } from '../../../support/store.ts';
import { historyOf } from '../../statistics/backlog/history.ts';
import { it, test as unit, unitId } from '../../../support/fixtures/shared/unit.ts';

let coordination: Coordination;
it.beforeAll(async () => {
  coordination = await createCoordination();
});
it.afterAll(() => {
  coordination.test.dispose();
});

async function send(name: string): Promise<PackPayload> {
  const path = join(unit.parent, name);
  await unit.call('packs.export', { quarter: quarterTwo, file: unit.grant(path) });
  return packPayload.parse((JSON.parse(readFileSync(path, 'utf8')) as { payload: unknown }).payload);
}

async function prepare(agreementId: string, quarter = quarterTwo): Promise<ReturnContent> {
  const id = agreementId as AgreementId;
  const input = { agreementId: id, quarter, jobId: randomUUID() as JobId };
  return (await coordination.test.call('returns.prepare', input)).content;
}

const figure = ({ values }: ReturnContent, code: string, unitCode: string | null) =>
  values.find((each) => each.code === code && each.unitCode === unitCode);

describe('the stock of a quarter in a pack', () => {
  it('is what the files were on the last day: their age, and the median of every stage', async () => {
    const history = historyOf(unit, unitId);
    const first = await history.receive('2026-07-01');
    const second = await history.receive('2026-08-01');
    await history.receive('2025-01-15');
    await history.receive('2026-10-10');
    const investigation = await history.open('2026-07-11', [first]);
    await history.open('2026-08-05', [second]);
    await unit.call(
      'authorities.record',
      authorityInput(investigation, 'search_warrant', '2026-07-21', { dueOn: '2026-07-28', doneOn: '2026-07-22' }),
    );
    await history.conclude(investigation, '2026-09-19');
    const { stock, indicators } = await send('one.vigiepack');
    expect(stock).toEqual([
      {
        unitId,
        stock: {
          files: 2,
          declared: 0,
          over180: 1,
          oldestDays: 623,
          medians: [
            { stage: 'assigned', days: 4, files: 2, durations: { times: [4, 10], events: [1, 1], censored: [0, 0] } },
            {
              stage: 'first_action',
              days: 10,
              files: 2,
              durations: { times: [10, 56], events: [1, 0], censored: [0, 1] },
            },
            { stage: 'conclusion', days: 60, files: 1, durations: { times: [60], events: [1], censored: [0] } },
            { stage: 'whole', days: 80, files: 2, durations: { times: [60, 80], events: [0, 1], censored: [1, 0] } },
          ],
          acted: [],
          breakdowns: expect.any(Array) as never,
        },
      },
    ]);
    expect(indicators.filter(({ code }) => ['B3', 'B4', 'B5'].includes(code)).map(({ value }) => value)).toEqual([
      1, 623, 80,
    ]);
  });

  it('tells of every unit, whoever exports it', async () => {
    await unit.signInAs(administrator.login);
    const { stock } = await send('two.vigiepack');
    expect(stock.map((each) => [each.unitId, each.stock.files])).toEqual([[unitId, 2]]);
    await unit.signInAs('officer');
  });
});

describe('a return of such packs', () => {
  const [one, two] = [newSender('S01'), newSender('S02')];

  it('has the figures of the files and of the stock, with their parts', async () => {
    await coordination.receive(one, quarterOne, 10);
    for (const sender of [one, two]) await coordination.receive(sender, quarterTwo, 20);
    const content = await prepare(await coordination.agreementFor([one, two]));
    expect(content.stock.map(({ unitCode }) => unitCode)).toEqual(['S01', 'S02']);
    expect(figure(content, 'B3', null)).toMatchObject({ value: 80, status: 'complete', unitsCovered: 2 });
    expect(figure(content, 'B3', 'S01')).toMatchObject({ value: 40, previous: 40 });
    expect(figure(content, 'B4', null)).toMatchObject({ value: 410, calculation: 'units' });
    expect(figure(content, 'B5', 'S02')).toMatchObject({ value: 60, denominator: 120, numerator: null });
    expect(figure(content, 'B5', null)).toMatchObject({ value: 60, denominator: 240, status: 'complete' });
    expect(figure(content, 'B5', null)!.parts.map(({ category, denominator }) => [category, denominator])).toEqual([
      ['assigned', 240],
      ['first_action', 220],
      ['conclusion', 120],
    ]);
    expect(figure(content, 'B5', 'S02')!.parts[1]).toEqual({
      by: 'stage',
      category: 'first_action',
      value: 14,
      numerator: null,
      denominator: 110,
    });
    expect(figure(content, 'R3', null)).toMatchObject({ value: 77.8, numerator: 42, denominator: 54 });
    expect(figure(content, 'R3', null)!.parts).toEqual([
      { by: 'risk_band', category: 'imminent', value: 100, numerator: 6, denominator: 6 },
      { by: 'risk_band', category: 'high', value: 75, numerator: 36, denominator: 48 },
    ]);
    expect(figure(content, 'A1', null)).toMatchObject({ value: 0, status: 'complete', unitsCovered: 2 });
  });

  it('of a unit whose median is not reached does not call it unreported', async () => {
    const slow = newSender('S04');
    const payload = payloadFor(slow, quarterTwo, 20, wholeCells(slow.unitId, '2025-04' as never, '2026-09' as never));
    const medians = [{ stage: 'whole' as const, days: null, files: 120 }];
    const stock = payload.stock.map((each) => ({ ...each, stock: { ...each.stock, medians } }));
    const file = coordination.test.grant(coordination.write(packText({ ...payload, stock }, slow.key))) as never;
    await coordination.test.call('packs.import', { file, confirmFingerprint: slow.fingerprint });
    const content = await prepare(await coordination.agreementFor([slow]));
    const b5 = figure(content, 'B5', 'S04')!;
    expect(b5).toMatchObject({ value: null, denominator: 120 });
    expect(steadOf(b5)).toBe('notReached');
    expect(content.checks.filter(({ code }) => code === 'not_reported')).toEqual([]);
  });

  it('does not take it from an earlier export once a later one said nothing of it, whichever came first', async () => {
    const first = newSender('S05');
    const next = { ...newSender('S05'), unitId: first.unitId };
    const cells = wholeCells(first.unitId, '2025-04' as Month, '2026-09' as Month);
    const take = (sender: typeof first, payload: Parameters<typeof packText>[0], accept?: object) => {
      const file = coordination.test.grant(coordination.write(packText(payload, sender.key)));
      return coordination.test.call('packs.import', {
        file,
        confirmFingerprint: sender.fingerprint,
        ...accept,
      });
    };
    await take(next, { ...payloadFor(next, quarterTwo, 30, cells), stock: [] });
    const moved = { accept: { changes: ['other_signer'], reason: 'The unit has moved.' } };
    await take(first, payloadFor(first, quarterTwo, 20, cells), moved);
    const content = await prepare(await coordination.agreementFor([first]));
    expect(content.stock).toEqual([]);
  });

  it('of a unit that tells nothing of its files has none, says so and is not held back, unless the agreement insists', async () => {
    const old = newSender('S03');
    const known = wholeCells(old.unitId, '2025-04' as never, '2026-09' as never).filter(
      ({ measure }) => !caseMeasure.options.some((each) => each === measure),
    );
    const payload = { ...payloadFor(old, quarterTwo, 20, known), stock: [] };
    const file = coordination.test.grant(coordination.write(packText(payload, old.key))) as never;
    await coordination.test.call('packs.import', { file, confirmFingerprint: old.fingerprint });
    const agreementId = await coordination.agreementFor([old]);
    const content = await prepare(agreementId);
    for (const code of ['A1', 'C2', 'V1', 'D2', 'B3', 'B5', 'R3'])
      expect(figure(content, code, 'S03')).toMatchObject({ value: null, status: 'not_available' });
    const saying = (checks: ReturnContent['checks']) =>
      checks.filter(({ code }) => code === 'not_reported').map(({ blocking, measures }) => [blocking, measures]);
    expect(saying(content.checks)).toEqual([
      [false, ['R3', 'B3', 'B4', 'B5', 'C2', 'J1', 'V1', 'V2', 'V3', 'A1', 'D1', 'D2', 'N1']],
    ]);

    const { agreements } = await coordination.test.call('agreements.list', {});
    const agreement = agreements.find(({ id }) => id === agreementId)!;
    await coordination.test.call('agreements.save', { ...agreement, indicators: ['R1', 'A1', 'B2'] });
    const chosen = await prepare(agreementId);
    expect(chosen.framework.indicators.map(({ code }) => code)).toEqual(['R1', 'B2', 'A1']);
    expect(new Set(chosen.values.map(({ code }) => code))).toEqual(new Set(['R1', 'B2', 'A1']));
    expect(saying(chosen.checks)).toEqual([[true, ['A1']]]);
  });
});
