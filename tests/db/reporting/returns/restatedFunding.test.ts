import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect } from 'vitest';
import type { FundingCells } from '#contract/reporting/fundingCells';
import type { Register } from '#contract/reporting/fundingColumns';
import { compoundCellName } from '#contract/reporting/restatedCells';
import type { ReturnContent } from '#contract/reporting/returns';
import { restatedPart } from '../../../../db/reporting/returns/parts/restated.ts';
import { newSender, quarterTwo } from '../../../support/packs.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

let agreementId: string;
beforeEach(async () => {
  const sender = newSender();
  await coordination.receive(sender, quarterTwo, 10);
  agreementId = await coordination.agreementFor([sender]);
  await save('budget', add({ code: 'TOOLS 1', nameEn: 'Tools', nameFr: 'Outils', category: 'tools', ...line }));
  await save('cash', add({ code: 'C1', quarter: 'q2', kind: 'advance', amount: 900_000 }));
});

const line = { budget: 4_000_000, q1Forecast: 0, q1Actual: 0, q2Forecast: 100_000, q2Actual: 95_000 };
type Change = { do: 'add'; cells: FundingCells } | { do: 'change'; id: string; version: number; cells: FundingCells };
const add = (cells: FundingCells): Change => ({ do: 'add', cells });
const save = (register: Register, ...changes: readonly Change[]) =>
  coordination.test.call('funding.save', { agreementId, register, fiscalYear: 2026, changes: [...changes] as never });

/** Changes the one row of a register. */
async function change(register: 'budget' | 'cash', cells: FundingCells): Promise<void> {
  const { rows } = await coordination.test.call('funding.rows', {
    agreementId,
    register,
    fiscalYear: 2026,
  });
  const [row] = rows;
  await save(register, { do: 'change', id: row!.id, version: row!.version, cells });
}

const which = () => ({ agreementId: agreementId as never, quarter: quarterTwo, jobId: randomUUID() as never });
async function lock(of = which()): Promise<void> {
  const { contentHash } = await coordination.test.call('returns.prepare', of);
  await coordination.test.call('returns.lock', { ...of, contentHash });
}
const told = ({ restatement }: ReturnContent) =>
  (restatement?.changes ?? []).map(({ what, unitCode, code, before, after }) => [
    what,
    unitCode,
    code,
    before?.value,
    after?.value,
  ]);
const restated = async (of = which()) =>
  (await coordination.test.call('returns.prepare', { ...of, restate: true })).content;

describe('a restatement of what the registers say', () => {
  it('lists the amounts of the budget and the cash flow that changed, in dollars, and what is added up from them', async () => {
    await lock();
    expect(told(await restated())).toEqual([]);
    await change('budget', { q2Actual: 99_000 });
    await change('cash', { amount: 800_000 });
    expect(await coordination.test.call('returns.sinceLock', which())).toEqual({ figures: 5 });
    const content = await restated();
    expect(told(content)).toEqual([
      ['value', null, 'F1', 950, 990],
      ['numerator', null, 'F1', 950, 990],
      ['budget', null, 'TOOLS 1 q2Actual', 950, 990],
      ['cash', null, 'q2 advance', 9000, 8000],
      ['cash', null, 'q2 balance', 8050, 7010],
    ]);
    const [, , ofLine, ofAdvance] = content.restatement!.changes;
    expect([ofLine, ofAdvance].map((cell) => compoundCellName(content, cell!))).toEqual([
      { en: 'TOOLS 1 Tools: Q2 actual', fr: 'TOOLS 1 Outils : T2 réel' },
      { en: 'Q2: Advances received', fr: 'T2 : Avances reçues' },
    ]);
    const sheet = restatedPart(content).sheets[0]?.rows.map((row) => [row[1], row[4], row[5], row[7], row[8]]);
    expect(sheet?.slice(2, 4)).toEqual([
      ['Budget line / Ligne budgétaire', 'TOOLS 1 Tools: Q2 actual', 'TOOLS 1 Outils : T2 réel', 950, 990],
      ['Cash flow / Flux de trésorerie', 'Q2: Advances received', 'T2 : Avances reçues', 9000, 8000],
    ]);
  });

  it('says nothing of quarters that are not over, which its return did not report', async () => {
    await lock();
    await change('budget', { q3Forecast: 70_000, q3Actual: 80_000, q4Forecast: 10_000 });
    await save('cash', add({ code: 'C2', quarter: 'q3', kind: 'claim', amount: 10_000 }));
    expect(told(await restated())).toEqual([]);
    expect(await coordination.test.call('returns.sinceLock', which())).toEqual({ figures: 0 });
  });

  it('asks a reason for each, and lists a line that is new', async () => {
    await lock();
    await save('budget', add({ code: 'B2', category: 'overtime', budget: 500_000, q2Forecast: 0, q2Actual: 0 }));
    const { restatement } = await restated();
    const lines = restatement!.changes.filter(({ what }) => what === 'budget');
    expect(lines.map(({ code, before, after }) => [code, before, after?.value])).toEqual([
      ['B2 budget', null, 5000],
      ['B2 q1Forecast', null, null],
      ['B2 q1Actual', null, null],
      ['B2 q2Forecast', null, 0],
      ['B2 q2Actual', null, 0],
    ]);
    const cells = restatement!.changes.map(({ what, unitCode, code, month, after }) => {
      return { what, unitCode, code, month, after, version: null };
    });
    const why = { en: 'Overtime was moved here.', fr: 'Les heures supplémentaires y ont été portées.' };
    const of = { agreementId: agreementId as never, quarter: quarterTwo };
    await coordination.test.call('returns.giveReason', { ...of, sequence: 2, cells, why });
    const explained = await restated();
    expect(explained.restatement!.changes.map((each) => each.why)).toEqual(cells.map(() => why));
  });
});

describe('the return of all', () => {
  it('shows what each agreement reports, its units’ staff included, and restates it as cells', async () => {
    const { consolidated } = await coordination.test.call('returns.list', {});
    const all = { ...which(), agreementId: consolidated!.id as never };
    const { content } = await coordination.test.call('returns.prepare', all);
    expect(content.agreementFigures.map(({ code, value, status }) => [code, value, status])).toEqual([
      ['S1', 7, 'complete'],
      ['O1', 120, 'complete'],
      ['S2', null, 'not_available'],
      ['S3', null, 'not_available'],
      ['T1', null, 'not_available'],
      ['E1', null, 'not_available'],
      ['F1', 950, 'complete'],
      ['P1', null, 'not_available'],
    ]);
    await lock(all);
    await change('budget', { q2Actual: 99_000 });
    const after = await restated(all);
    expect(told(after)).toEqual([
      ['value', null, 'F1', 950, 990],
      ['numerator', null, 'F1', 950, 990],
      ['agreement', null, 'AG-1 F1', 950, 990],
    ]);
    expect(compoundCellName(after, after.restatement!.changes[2]!)).toEqual({
      en: 'AG-1: F1 Spending',
      fr: 'AG-1 : F1 Dépenses',
    });
  });
});
