import { describe, expect } from 'vitest';
import type { InvestigationId } from '#contract/ground/ids';
import { extractsOf, header } from './support.ts';
import { it, test, units } from '../../../support/fixtures/twoUnits.ts';

const firstListed = async () =>
  (
    await test.call('investigations.list', {
      ...{ filter: {}, sort: { column: 'number', descending: false }, from: { at: 'start' }, size: 5 },
    })
  ).rows[0]!.id;

describe('an extract of two units that no longer has an arrest of a file that left', () => {
  const { preview, apply, extract, rowsOf } = extractsOf(() => test);
  it('does not take it out of the unit that has it now', async () => {
    await test.signInAs('admin');
    const grant = { roles: ['investigator', 'supervisor'] as const, unitIds: [units.first, units.second] };
    await test.call('users.grant', { userId: units.sender, version: 1, ...grant, roles: [...grant.roles] });
    await test.signInAs('sender');
    const files = ['26-001,2026-03-05,,U01', '26-002,2026-03-05,,U01', '26-003,2026-03-05,,U02'];
    await extract('investigations', `${header},Unit`, ...files);
    const head = 'Occurrence number,Arrested,Unit';
    const kept = ['26-002,2026-04-02,U01', '26-003,2026-04-02,U02'];
    await extract('arrests', head, '26-001,2026-04-01,U01', ...kept);
    const none = { referralId: null, toService: null, message: null };
    const offer = { ...none, investigationId: await firstListed(), toUnitId: units.second, on: '2026-06-01' } as const;
    const { id: transferId } = await test.call('transfers.propose', offer);
    const { receivedId } = await test.call('transfers.accept', { transferId, version: 1, on: '2026-06-01' });
    const { previewId } = await preview('arrests', head, ...kept);
    expect.soft((await rowsOf(previewId, 'gone')).filter(({ canTake }) => canTake)).toEqual([]);
    await apply(previewId, { take: ['gone'] });
    const { arrests } = await test.call('investigations.get', { investigationId: receivedId as InvestigationId });
    expect(arrests).toHaveLength(1);
  });
});
