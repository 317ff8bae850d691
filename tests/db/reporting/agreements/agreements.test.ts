import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect } from 'vitest';
import type { Input } from '#contract/index';
import { newSender, quarterOne, type Sender } from '../../../support/packs.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

let sender: Sender;
beforeEach(async () => {
  sender = newSender();
  await coordination.receive(sender, quarterOne, 1);
});

type Facts = Input<'agreements.save'>;

const facts = (changes: Partial<Facts> = {}): Facts => ({
  code: 'AG-01',
  recipient: { en: 'Ministry of Invention', fr: 'Ministère de l’Invention' },
  programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
  signaturePlannedOn: '2024-04-01',
  signedOn: null,
  startsOn: '2024-04-01',
  endsOn: '2027-03-31',
  languages: ['en', 'fr'],
  asksBacklogAvoided: true,
  indicators: null,
  units: [{ unitId: sender.unitId, from: '2024-04-01', to: null }],
  ...changes,
});

describe('an agreement', () => {
  it('is kept as it was entered, and as it was changed', async () => {
    const { test } = coordination;
    const { id } = await test.call('agreements.save', facts());
    expect((await test.call('agreements.list', {})).agreements).toEqual([{ id, version: 1, ...facts() }]);
    const changed = facts({ signedOn: '2024-05-02', units: [], languages: ['fr'] });
    await test.call('agreements.save', { ...changed, id, version: 1 });
    expect((await test.call('agreements.list', {})).agreements).toEqual([{ id, version: 2, ...changed }]);
  });

  it('is not overwritten from a stale screen', async () => {
    const { test } = coordination;
    const { id } = await test.call('agreements.save', facts());
    await test.call('agreements.save', { ...facts({ signedOn: '2024-05-02' }), id, version: 1 });
    expect(await test.refusal('agreements.save', { ...facts(), id, version: 1 })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    expect((await test.call('agreements.list', {})).agreements[0]?.signedOn).toBe('2024-05-02');
  });

  it('has a code of its own', async () => {
    const { test } = coordination;
    await test.call('agreements.save', facts());
    expect(await test.refusal('agreements.save', facts())).toEqual({ code: 'conflict', reason: 'code_taken' });
  });

  it.each([
    ['ends before it starts', { endsOn: '2024-03-31' }, 'endsOn: date_before_previous'],
    [
      'funds an unknown unit',
      { units: [{ unitId: randomUUID(), from: '2024-04-01', to: null }] },
      'units.0.unitId: unknown_unit',
    ],
    [
      'funds a unit that leaves before it comes',
      { units: [{ from: '2024-04-01', to: '2024-03-01' }] },
      'units.0.to: date_before_previous',
    ],
    [
      'names a unit twice',
      {
        units: [
          { from: '2024-04-01', to: null },
          { from: '2025-04-01', to: null },
        ],
      },
      'units.1.unitId: duplicate_unit',
    ],
  ])('is refused when it %s', async (_name, changes, expected) => {
    const units = 'units' in changes ? changes.units : facts().units;
    const input = {
      ...facts(),
      ...changes,
      units: units.map((unit) => ({ unitId: sender.unitId, ...unit })),
    };
    const failed: unknown = await coordination.test.call('agreements.save', input).catch((error: unknown) => error);
    const { fields } = (failed as { failure: { fields: { path: string; code: string }[] } }).failure;
    expect(fields.map(({ path, code }) => `${path}: ${code}`)).toEqual([expected]);
    expect((await coordination.test.call('agreements.list', {})).agreements).toEqual([]);
  });
});
