import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect } from 'vitest';
import type { FundingCells } from '#contract/reporting/fundingCells';
import type { Register } from '#contract/reporting/fundingColumns';
import { newSender, quarterTwo } from '../../../support/packs.ts';
import { Refused } from '../../../support/store.ts';
import { languages } from '../../../../db/documents/page/language.ts';
import { amendedText } from '../../../../db/reporting/returns/amendedText.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

const sender = newSender('U01');
let agreementId: string;
let endsOn: string;
it.beforeAll(async () => {
  await coordination.receive(sender, quarterTwo, 10);
});
beforeEach(async () => {
  agreementId = await coordination.agreementFor([sender]);
  const { agreements } = await coordination.test.call('agreements.list', {});
  endsOn = agreements.find(({ id }) => id === agreementId)!.endsOn;
});

const save = (register: Register, ...rows: readonly FundingCells[]) =>
  coordination.test.call('funding.save', {
    agreementId,
    register,
    fiscalYear: 2026,
    changes: rows.map((cells) => ({ do: 'add' as const, cells: { ...cells } })),
  });
const signed = { signedOn: '2026-03-02', inForceOn: '2026-04-01' } as const;

async function prepared() {
  const which = { agreementId, quarter: quarterTwo, jobId: randomUUID() };
  return (await coordination.test.call('returns.prepare', which)).content;
}

async function differences() {
  const { checks } = await prepared();
  return checks
    .filter(({ code }) => code === 'amendment_differs')
    .map(({ blocking, amended, mend }) => [blocking, mend, amended]);
}

async function refused(cells: FundingCells): Promise<readonly string[]> {
  const failed: unknown = await save('amendments', { code: '1', ...cells }).catch((error: unknown) => error);
  if (!(failed instanceof Refused)) throw new Error('the save was not refused');
  return (failed.failure.fields ?? []).map(({ path, code }) => `${path}: ${code}`);
}

describe('amendments of an agreement', () => {
  it('are refused without the day they come into force, and amounts without their first fiscal year', async () => {
    expect(await refused({})).toEqual(['changes.0.inForceOn: required']);
    expect(await refused({ ...signed, amount1: 100 })).toEqual(['changes.0.amountsFrom: required']);
    expect(await refused({ ...signed, amountsFrom: 20_260, amount1: 100 })).toEqual([
      'changes.0.amountsFrom: out_of_range',
    ]);
    expect(await refused({ ...signed, amountsFrom: 2026, amount2: -100 })).toEqual(['changes.0.amount2: negative']);
    expect(await refused({ ...signed, changesUnits: 'perhaps' })).toEqual(['changes.0.changesUnits: unknown_choice']);
  });

  it('are in the return as they are recorded, and one that agrees is no finding', async () => {
    const text = { changeEn: 'A second unit joins.', changeFr: 'Une deuxième unité s’ajoute.' };
    await save('amendments', { code: '1', ...signed, ...text, newEndsOn: endsOn, changesUnits: 'yes' });
    const { funding } = await prepared();
    expect(funding?.amendments).toMatchObject([{ code: '1', ...signed, ...text, newEndsOn: endsOn, amount1: null }]);
    expect(await differences()).toEqual([]);
  });

  it('are named with the agreement where the last signed one ends it on another day', async () => {
    await save(
      'amendments',
      { code: '10', ...signed, newEndsOn: '2031-03-31' },
      { code: '9', ...signed, newEndsOn: endsOn },
      { code: '11', inForceOn: '2027-04-01', newEndsOn: endsOn },
    );
    const amended = [{ what: 'end', number: '10', amendment: '2031-03-31', agreement: endsOn }];
    expect(await differences()).toEqual([[false, 'agreements', amended]]);
  });

  it('decide by what is in force at the end of the quarter: a signed one of later days does not, nor is it a difference once recorded', async () => {
    const later = { signedOn: '2026-09-01', inForceOn: '2026-10-01', newEndsOn: '2033-03-31' };
    const money = { amountsFrom: 2026, amount1: 900_000 };
    await save('amendments', { code: '2', ...later, ...money });
    await save('budget', { code: 'A', category: 'overtime', budget: 500_000 });
    expect(await differences()).toEqual([]);
    await save('amendments', { code: '1', ...signed, newEndsOn: '2031-03-31', amountsFrom: 2026, amount1: 400_000 });
    expect(await differences()).toEqual([
      [false, 'agreements', [{ what: 'end', number: '1', amendment: '2031-03-31', agreement: endsOn }]],
      [false, 'funding', [{ what: 'amount', number: '1', amendment: 400_000, agreement: 500_000 }]],
    ]);
    // The budget is already that of the amendment to come.
    await save('budget', { code: 'B', category: 'overtime', budget: 400_000 });
    expect((await differences()).map(([, mend]) => mend)).toEqual(['agreements']);
  });

  it('decide by the last to come into force, and of one day by the last signed', async () => {
    await save(
      'amendments',
      { code: '1', signedOn: '2026-08-01', inForceOn: '2026-04-01', newEndsOn: '2031-03-31' },
      { code: '2', signedOn: '2026-03-01', inForceOn: '2026-07-01', newEndsOn: '2032-03-31' },
      { code: '3', signedOn: '2026-02-01', inForceOn: '2026-07-01', newEndsOn: endsOn },
    );
    const amended = [{ what: 'end', number: '2', amendment: '2032-03-31', agreement: endsOn }];
    expect(await differences()).toEqual([[false, 'agreements', amended]]);
  });

  it('are named with the budget where it adds up to another amount of the fiscal year, or is not known', async () => {
    await save('amendments', { code: '1', ...signed, amountsFrom: 2025, amount1: 1, amount2: 500_000 });
    const amended = (agreement: number | null) => [
      [false, 'funding', [{ what: 'amount', number: '1', amendment: 500_000, agreement }]],
    ];
    expect(await differences()).toEqual(amended(null));
    await save('budget', { code: 'A', category: 'overtime', budget: 200_000 });
    expect(await differences()).toEqual(amended(200_000));
    await save('budget', { code: 'B', category: 'tools' });
    expect(await differences()).toEqual(amended(null));
    await save('budget', { code: 'C', category: 'tools', budget: 300_000 });
    expect(await differences()).toEqual(amended(null));
  });

  it('agree with a budget of zero only where they set zero', async () => {
    await save('budget', { code: 'A', category: 'overtime', budget: 0 });
    await save('amendments', { code: '1', ...signed, amountsFrom: 2026, amount1: 0 });
    expect(await differences()).toEqual([]);
  });
});

describe('what a check of an amendment says', () => {
  const amount = { what: 'amount', number: '2', amendment: 500_000 } as const;

  it('names both amounts, and a budget that is not known as such', () => {
    expect(amendedText({ ...amount, agreement: 0 }, languages.en)).toBe('amendment 2: $5,000.00; budget: $0.00');
    expect(amendedText({ ...amount, agreement: null }, languages.en)).toBe(
      'amendment 2: $5,000.00; budget: not entered in full',
    );
  });

  it('names both days, in French as well', () => {
    const end = { what: 'end', number: '3', amendment: '2028-03-31', agreement: '2027-03-31' } as const;
    expect(amendedText(end, languages.fr).replaceAll('\u00a0', ' ')).toBe(
      'avenant 3 : fin le 31 mars 2028; entente : 31 mars 2027',
    );
  });
});
