import { describe, expect } from 'vitest';
import type { Measure } from '#contract/ground/codes';
import { authorityInput, noFacts } from '../../../support/authorities.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { it, test, unitId, investigationId as file } from '../../../support/fixtures/investigation.ts';

const counted = async (measure: Measure) => {
  const { cells } = await test.call('unitMonths.grid', { unitId, measures: [measure], from: '2026-09', to: '2026-11' });
  return Object.fromEntries(cells.map(({ month, value }) => [month, value]));
};

describe('judicial authorizations of a month', () => {
  it('are the warrants and orders of a judge, where they were made and not entered in error', async () => {
    const record = (kind: string, startedOn: string, given = {}) =>
      test.call('authorities.record', authorityInput(file, kind, startedOn, given));
    expect(await counted('authorizations')).toEqual({});
    const warrant = await record('search_warrant', '2026-10-05', { dueOn: '2026-10-12' });
    await record('production_order_general', '2026-10-20', { heldBy: 'X', dueOn: '2026-11-20' });
    await record('seizure', '2026-10-06', { underId: warrant.id });
    await record('preservation_demand', '2026-11-20', { variant: 'canadian', heldBy: 'X', concerning: 'Y' });
    expect(await counted('authorizations')).toEqual({ '2026-10': 2 });

    const change = (version: number, facts: object) =>
      test.call('authorities.change', {
        reason,
        ...noFacts,
        investigationId: file,
        authorityId: warrant.id,
        version,
        startedOn: '2026-11-02',
        dueOn: '2026-11-12',
        ...facts,
      });
    await change(1, {});
    expect(await counted('authorizations')).toEqual({ '2026-10': 1, '2026-11': 1 });
    await test.call('corrections.strike', struck({ kind: 'investigation', id: file }, 'authority', warrant.id, 2));
    expect(await counted('authorizations')).toEqual({ '2026-10': 1 });
  });
});

describe('charges disposed of in a month', () => {
  it('are counts, by the day of the outcome, and follow a correction', async () => {
    await test.call('charges.record', {
      investigationId: file,
      laidOn: '2026-10-10',
      section: '163.1(4)',
      counts: 3,
      stage: 'laid',
    });
    const [charge] = (await test.call('investigations.get', { investigationId: file })).charges;
    const dispose = (version: number, disposedOn: string | null) =>
      test.call('charges.dispose', {
        reason,
        investigationId: file,
        chargeId: charge!.id,
        version,
        outcome: disposedOn === null ? null : { disposition: 'guilty', disposedOn },
      });
    await dispose(1, '2026-10-30');
    expect(await counted('dispositions')).toEqual({ '2026-10': 3 });
    await dispose(2, '2026-11-06');
    expect(await counted('dispositions')).toEqual({ '2026-11': 3 });
    await dispose(3, null);
    expect(await counted('dispositions')).toEqual({});
  });
});
