import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import type { FundingCells } from '#contract/reporting/fundingCells';
import { newSender, quarterTwo, wholeCells } from '../../../support/packs.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

const units = [newSender('U01'), newSender('U02')];
const [first, second] = units as [(typeof units)[0], (typeof units)[0]];
let agreementId: string;
it.beforeAll(async () => {
  // 2.1 and then 3.3 funded of each unit, 5 under its own budget.
  const reported = (month: Month, measure: string) =>
    measure === 'fte_funded' ? (month < '2026-09' ? 2.1 : 3.3) : measure === 'fte_base' ? 5 : undefined;
  for (const sender of units)
    await coordination.receive(
      sender,
      quarterTwo,
      10,
      wholeCells(sender.unitId, '2026-01' as Month, '2026-09' as Month, reported),
    );
});
beforeEach(async () => {
  agreementId = await coordination.agreementFor(units);
});

const post = { role: 'analyst', funding: 'funded', startsOn: '2026-01-01', filledOn: '2026-02-01' } as const;

async function differencesWith(...positions: readonly FundingCells[]) {
  const changes = positions.map((cells, place) => ({
    do: 'add' as const,
    cells: { ...post, code: String(place), ...cells },
  }));
  if (changes.length > 0)
    await coordination.test.call('funding.save', { agreementId, register: 'positions', fiscalYear: 2026, changes });
  const which = { agreementId, quarter: quarterTwo, jobId: randomUUID() };
  const { content } = await coordination.test.call('returns.prepare', which);
  return content.checks
    .filter(({ code }) => code === 'staff_differs')
    .map(({ unitCode, measures, compared }) => [unitCode, measures[0], compared]);
}

const july = { month: '2026-07', reported: 2.1 };
const august = { month: '2026-08', reported: 2.1 };
const september = { month: '2026-09', reported: 3.3 };
const whole = [july, august, september];

describe('staff in post, as units report it and as the register of positions has it', () => {
  it('agrees month by month, to the hundredth, also where somebody left or came in the quarter', async () => {
    const found = await differencesWith(
      { unitId: first.unitId, fte: 110, leftOn: '2026-09-30' },
      { unitId: first.unitId, fte: 100 },
      { unitId: first.unitId, fte: 230, filledOn: '2026-09-30' },
      { unitId: second.unitId, fte: 210 },
      { unitId: second.unitId, fte: 120, filledOn: '2026-09-01' },
    );
    expect(found).toEqual([]);
  });

  it('differs with both figures of each month in which it does', async () => {
    const found = await differencesWith(
      { unitId: first.unitId, fte: 210 },
      { unitId: first.unitId, fte: 400, funding: 'other' },
      { unitId: second.unitId, fte: 210 },
      { unitId: second.unitId, fte: 120, filledOn: '2026-08-31' },
    );
    expect(found).toEqual([
      ['U01', 'fte_funded', [{ ...september, register: 2.1 }]],
      ['U01', 'fte_base', whole.map(({ month }) => ({ month, reported: 5, register: 4 }))],
      ['U02', 'fte_funded', [{ ...august, register: 3.3 }]],
    ]);
  });

  it('differs where the register has funded positions of other units, and none of this one', async () => {
    const found = await differencesWith(
      { unitId: first.unitId, fte: 210 },
      { unitId: first.unitId, fte: 120, filledOn: '2026-09-01' },
    );
    expect(found).toEqual([['U02', 'fte_funded', whole.map((each) => ({ ...each, register: 0 }))]]);
  });

  it('is not compared where the register is empty, or has funded positions of no named unit', async () => {
    expect(await differencesWith()).toEqual([]);
    const found = await differencesWith(
      { unitId: first.unitId, fte: 210 },
      { unitId: first.unitId, fte: 120, filledOn: '2026-09-01' },
      { fte: 330 },
    );
    expect(found).toEqual([]);
  });

  it('counts nobody in a position that has ended, also where nobody noted that the person left', async () => {
    const base = { unitId: first.unitId, fte: 500, funding: 'other' };
    expect(await differencesWith({ ...base, endsOn: '2026-08-31' })).toEqual([
      [
        'U01',
        'fte_base',
        [
          { month: '2026-08', reported: 5, register: 0 },
          { month: '2026-09', reported: 5, register: 0 },
        ],
      ],
    ]);
    const { content } = await coordination.test.call('returns.prepare', {
      agreementId,
      quarter: quarterTwo,
      jobId: randomUUID(),
    });
    expect(content.values.find(({ code }) => code === 'S2')).toMatchObject({ value: 0, denominator: 0 });
  });
});
