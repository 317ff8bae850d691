import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { topics } from '../../../electron/contract/ground/define.ts';
import { storeContract } from '../../../electron/contract/index.ts';
import { isTouched, refetchTouched } from '../../../renderer/bridge/topics.ts';

describe('what a write makes stale', () => {
  test('every read of the store is refetched by some topic', () => {
    // A form asks for its draft once, when it opens, and keeps no answer.
    const reads = Object.entries(storeContract).filter(
      ([name, method]) => method.type === 'read' && name !== 'drafts.get',
    );
    const unreachable = reads.map(([name]) => name).filter((name) => !isTouched(name, topics));
    expect(reads.length).toBeGreaterThan(10);
    expect(unreachable).toEqual([]);
  });

  test('every topic that is touched reaches a method, and no other feature’s', () => {
    const names = Object.keys(storeContract);
    for (const topic of topics) expect(names.some((name) => isTouched(name, [topic]))).toBe(true);
    expect(names.filter((name) => isTouched(name, ['units']))).toEqual([
      'units.list',
      'units.save',
      'countingRules.list',
      'countingRules.save',
      'firstDay.get',
    ]);
  });

  test('a referral brings deadlines of its own', () => {
    for (const read of ['due.list', 'due.counts', 'due.running'] as const)
      expect([read, isTouched(read, ['referrals'])]).toEqual([read, true]);
  });

  test('who is on leave is said in the week, and a cover may lose access', () => {
    for (const method of ['leave.record', 'leave.remove', 'users.suspend'] as const)
      expect([method, isTouched('week.get', storeContract[method].touches)]).toEqual([method, true]);
  });

  test('what moves the backlog moves the estimate and the plans', () => {
    // A calculation is kept until a write touches it.
    for (const read of ['counterfactual.run', 'counterfactual.lastMonth', 'plans.project', 'plans.backtest'] as const)
      expect([read, isTouched(read, storeContract['referrals.move'].touches)]).toEqual([read, true]);
    expect(isTouched('counterfactual.run', storeContract['unitMonths.confirm'].touches)).toBe(true);
  });

  test('only the touched queries are marked stale', async () => {
    const client = new QueryClient();
    client.setQueryData(['units.list', {}], 1);
    client.setQueryData(['referrals.list', {}], 2);
    await refetchTouched(client, ['referrals']);
    expect(client.getQueryState(['units.list', {}])?.isInvalidated).toBe(false);
    expect(client.getQueryState(['referrals.list', {}])?.isInvalidated).toBe(true);
  });
});
