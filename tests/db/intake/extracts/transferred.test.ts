import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InvestigationId } from '#contract/ground/ids';
import { createTestStore, type TestStore } from '../../../support/store.ts';
import { createTwoUnits, type TwoUnits } from '../../../support/twoUnits.ts';
import { extractsOf, header } from './support.ts';

let test: TestStore;
let units: TwoUnits;
beforeEach(async () => {
  test = await createTestStore();
  units = await createTwoUnits(test);
});
afterEach(() => {
  test.dispose();
});

const { preview, extract, rowsOf } = extractsOf(() => test);

async function reasonsOf(...lines: Parameters<typeof preview>): Promise<readonly (readonly string[])[]> {
  return (await rowsOf((await preview(...lines)).previewId, 'invalid')).map(({ reasons }) => reasons);
}

it('an extract mends neither end of a transfer, nor what another unit has now', async () => {
  await extract('investigations', header, '26-001,2026-03-05,');
  await extract('arrests', 'Occurrence number,Arrested', '26-001,2026-04-01');
  const { rows } = await test.call('investigations.list', {
    filter: {},
    sort: { column: 'number', descending: false },
    from: { at: 'start' },
    size: 5,
  });
  const sent = { referralId: null, investigationId: rows[0]!.id, toUnitId: units.second, toService: null };
  const { id: transferId } = await test.call('transfers.propose', { ...sent, on: '2026-06-01', message: null });
  await test.signInAs('receiver');
  const { receivedId } = await test.call('transfers.accept', { transferId, version: 1, on: '2026-06-01' });
  const { number } = (await test.call('investigations.get', { investigationId: receivedId as InvestigationId }))
    .investigation;
  expect(await reasonsOf('investigations', `${header},Unit`, `${number},2026-05-01,,U02`)).toEqual([
    ['opened_by_transfer'],
  ]);

  await test.signInAs('sender');
  expect(await reasonsOf('investigations', header, '26-001,2026-03-05,2026-05-01')).toEqual([['file_transferred']]);
  const arrests = ['Occurrence number,Arrested', '26-001,2026-04-01', '26-001,2026-04-02'] as const;
  expect(await reasonsOf('arrests', ...arrests)).toEqual([['file_transferred'], ['file_transferred']]);
});
