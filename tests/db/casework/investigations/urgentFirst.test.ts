import { expect } from 'vitest';
import type { RiskBand } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { WindowFrom } from '#contract/ground/common';
import { today } from '../../../support/store.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const now = () => test.store.options.clock.now();

async function open(band: RiskBand | null, imminent: boolean | null, openedOn = today): Promise<string> {
  const { id } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: today });
  const decided = { identifiable: 'yes', decidedAt: now(), reason: 'A first name is named.' } as const;
  if (imminent !== null) await test.call('referrals.decideDanger', { referralId: id, imminent, ...decided });
  if (band !== null) await test.call('referrals.score', { referralIds: [id], band, on: today });
  return (await test.call('investigations.open', { unitId, openedOn, referralIds: [id], lead: null })).number;
}

/** Every number in the order, a window of two rows at a time. */
async function inOrder(descending: boolean): Promise<string[]> {
  const numbers: string[] = [];
  let from: WindowFrom | null = { at: 'start' };
  while (from !== null) {
    const sort = { column: 'urgent', descending } as const;
    const window: Awaited<ReturnType<typeof read>> = await read(from, sort);
    numbers.push(...window.rows.map(({ number }) => number));
    from = window.after === null ? null : { at: 'after', cursor: window.after };
  }
  return numbers;
}

function read(from: WindowFrom, sort: { readonly column: 'urgent'; readonly descending: boolean }) {
  return test.call('investigations.list', { filter: {}, sort, from, size: 2 });
}

it('comes in the order of the inbox: danger, decision owed, band, then without a referral the newest first', async () => {
  const proactive = async (openedOn: string) => {
    const opened = { unitId, openedOn: openedOn as CivilDate, referralIds: [], lead: null };
    return (await test.call('investigations.open', opened)).number;
  };
  const older = await proactive('2025-02-01');
  const newer = await proactive('2025-03-01');
  const low = await open('low', false);
  const owed = await open(null, null);
  const high = await open('high', false);
  const danger = await open(null, true);
  const order = [danger, owed, high, low, newer, older];
  expect(await inOrder(false)).toEqual(order);
  expect(await inOrder(true)).toEqual(order.toReversed());
});
