import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import type { Quarter } from '#contract/ground/dates';
import { reason } from '../../../support/corrections.ts';
import { administrator } from '../../../support/store.ts';
import { it, test, unitId, investigationId, file } from '../../../support/fixtures/investigation.ts';

const corrections = async () => (await test.call('corrections.list', { file })).corrections;
const arrest = async (arrestedOn: string) => {
  await test.call('arrests.record', { investigationId, arrestedOn, youth: false });
  const { arrests } = await test.call('investigations.get', { investigationId });
  return { investigationId, arrestId: arrests.at(-1)!.id };
};
describe('a correction of a legal date', () => {
  it('is due for review, and its author alone says why nobody else could', async () => {
    const of = await arrest('2026-10-07');
    await test.call('arrests.change', { ...of, version: 1, arrestedOn: '2026-10-06', reason });
    const due = async () =>
      (await test.call('due.list', { filter: {} })).rows.filter((row) => row.source === 'correction');
    expect(await due()).toMatchObject([
      { investigationId, name: { en: 'Review of a correction: Arrest' }, dueOn: '2026-11-27' },
    ]);
    const [row] = await corrections();
    const review = { file, correctionId: row!.id, version: 1 };
    expect(await test.refusal('corrections.review', { ...review, note: null })).toEqual({
      code: 'invalid_input',
      reason: 'correction_own',
    });
    await test.call('corrections.review', { ...review, note: 'One person in this unit' });
    expect(await corrections()).toMatchObject([{ reviewDueAt: null, reviewNote: 'One person in this unit' }]);
    expect(await due()).toEqual([]);
  });
});

describe('a correction of a quarter whose pack was given', () => {
  const quarter = { fiscalYear: 2026, quarter: 2 } as Quarter;
  const corrected = async () => (await test.call('packs.preview', { quarter })).corrected;
  const give = (name: string) =>
    test.call('packs.export', { quarter, file: test.grant(`${test.parent}/${name}.vigiepack`) });

  it('counts as not reviewed what its author alone had a word on', async () => {
    const of = await arrest('2026-08-07');
    await give('q2');
    await test.call('arrests.change', { ...of, version: 1, arrestedOn: '2026-09-07', reason });
    const [row] = await corrections();
    await test.call('corrections.review', { file, correctionId: row!.id, version: 1, note: 'One person in this unit' });
    expect(await corrected()).toEqual([{ quarter, corrections: 1, notReviewed: 1 }]);
    await give('q2-again');
    expect(readFileSync(`${test.parent}/q2-again.vigiepack`, 'utf8')).toContain('"notReviewed":1');
  });

  it('does not count as not reviewed what a second person looked at', async () => {
    const of = await arrest('2026-08-07');
    await give('q2');
    await test.call('arrests.change', { ...of, version: 1, arrestedOn: '2026-09-07', reason });
    const [row] = await corrections();
    await test.signInAs('admin');
    const { passphrase } = administrator;
    const second = {
      login: 'second',
      displayName: 'Second (fictitious)',
      roles: ['investigator' as const],
      passphrase,
    };
    await test.call('users.create', { ...second, unitIds: [unitId] });
    await test.signInAs('second');
    await test.call('corrections.review', { file, correctionId: row!.id, version: 1, note: null });
    await test.signInAs('officer');
    expect(await corrected()).toEqual([{ quarter, corrections: 1, notReviewed: 0 }]);
  });
});
