import { beforeEach, describe, expect } from 'vitest';
import { referralCells } from '#contract/casework/listCells';
import { importRegister } from '../../../support/importRegister.ts';
import { today } from '../../../support/store.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const register = [
  'Reçu le;Numéro;Source;Unité;Statut;Fermé le',
  // Of the end of these nothing is known but that it came before the import.
  ...Array.from({ length: 9 }, (_, row) => `2016-03-0${String(row + 1)};U-${String(row)};Citoyen;U01;Fermé;`),
  '2025-11-12;Y-1;Citoyen;U01;Fermé;2026',
  '2026-02-12;M-1;Citoyen;U01;Fermé;mars 2026',
  '2026-02-13;D-1;Citoyen;U01;Fermé;2026-03-20',
  '2026-02-14;O-1;Citoyen;U01;Ouvert;',
].join('\n');

const board = (from: string, to = '2026-11') => test.call('backlog.board', { from, to, unitIds: [unitId] });
const rows = async () =>
  (
    await test.call('referrals.list', {
      filter: {},
      sort: { column: 'receivedOn', descending: false },
      from: { at: 'start' },
      size: 50,
    })
  ).rows;

describe('ends whose day is not known', () => {
  beforeEach(async () => {
    expect(await importRegister(test, register)).toBe(13);
  });

  it('say what is known of them in the list and in the history', async () => {
    const words = { say: (key: string) => key } as never;
    const shown = (await rows()).map((row) => [row.externalNumber, referralCells.stateOn(row, words)]);
    expect(Object.fromEntries(shown)).toMatchObject({
      'U-0': 'codes:field.dayUnknown',
      'Y-1': '2026',
      'M-1': '2026-03',
      'D-1': '2026-03-20',
      'O-1': '2026-02-14',
    });
    const { id: referralId } = (await rows())[0]!;
    const { history } = await test.call('referrals.get', { referralId });
    expect(history.at(-1)).toMatchObject({
      ...{ to: 'concluded', on: '2016-03-01', uncertain: { latest: today, precision: 'unknown' } },
    });
  });

  it('are no conclusion of any month but of the one in which they wholly lie', async () => {
    const { total, endedUndated } = await board('2025-12');
    expect(total).toMatchObject({ opening: 1, closing: 1, balanced: true });
    expect(total.terms).toMatchObject({ received: 3, concluded: 2, reclassified: -1 });
    expect(endedUndated).toBe(1);
    const { total: ever, endedUndated: all } = await board('2016-03', '2016-12');
    expect([ever.terms.concluded, ever.terms.reclassified, ever.closing, all]).toEqual([0, -9, 0, 9]);
  });

  it('leave no trend and no comparison while the files may have been open', async () => {
    const past = await board('2025-12');
    expect(past).toMatchObject({ unknown: 1, fell: 0, held: 0, grew: 0 });
    expect(past.units[0]!.least.slice(0, 2)).toEqual(['2025-11', '2025-12']);
    // The month in which the import came is whole: none of them is open at its end.
    expect(past.units[0]!.least).not.toContain('2026-11');
  });

  it('are no time of any file', async () => {
    const survival = await test.call('backlog.survival', { on: today, from: '2016-01', by: 'all' });
    const [curve] = survival.curves;
    expect(curve).toMatchObject({ files: 13, left: 2 });
    expect(curve!.median).not.toBe(0);
  });

  it('come back as they were when a reopening is taken back', async () => {
    const row = (await rows())[0]!;
    const { version } = await test.call('referrals.move', {
      ...{ referralId: row.id, version: row.version, to: 'received', on: today, reason: 'New facts' },
    });
    expect((await rows())[0]).toMatchObject({ state: 'received', stateUncertain: null });
    expect((await board('2025-12')).total.terms).toMatchObject({ reopened: 1, reclassified: -1 });
    await test.call('referrals.undo', { referrals: [{ referralId: row.id, version }] });
    expect((await rows())[0]).toMatchObject({ ...row, version: version + 1 });
    expect((await board('2025-12')).total.terms).toMatchObject({ reopened: 0, reclassified: -1 });
  });
});
