import { randomUUID } from 'node:crypto';
import type { Month } from '#contract/ground/dates';
import { createCoordination, newSender, quarterTwo, wholeCells } from '../../tests/support/packs.ts';
import { quantile, timed, type Measured } from './measure.ts';

const unitCount = 12;

/** The checks of one agreement's return, its figures computed with them; the estimate is made the first time it is asked. */
export async function benchChecks(): Promise<readonly Measured[]> {
  const { test, receive, agreementFor } = await createCoordination();
  try {
    const senders = Array.from({ length: unitCount }, (_, index) =>
      newSender(`U${String(index + 1).padStart(2, '0')}`),
    );
    for (const [position, sender] of senders.entries())
      await receive(
        sender,
        quarterTwo,
        10,
        wholeCells(sender.unitId, '2019-10' as Month, '2026-09' as Month, (month, measure) => {
          if (measure === 'fte_funded') return month < '2023-04' ? 0 : 2;
          return measure === 'received' ? 24 + ((Number(month.slice(5)) * 7 + position) % 9) : undefined;
        }),
      );
    const prepare = (agreementId: string) =>
      test.call('returns.prepare', { agreementId, quarter: quarterTwo, jobId: randomUUID() });
    const counted = await agreementFor(senders);
    const estimated = await agreementFor(senders, true);
    const plain = await timed(20, () => prepare(counted));
    const [first] = await timed(1, () => prepare(estimated));
    const again = await timed(5, () => prepare(estimated));
    const figure = (name: string, value: number): Measured => ({ name, value, unit: 'ms', beside: null, ratio: null });
    return [
      figure(`checks of a return, ${unitCount} units x 84 months, p95`, quantile(plain, 0.95)),
      figure('the same with the backlog avoided, the first time', first ?? Number.NaN),
      figure('the same with the backlog avoided, after that', quantile(again, 0.5)),
    ];
  } finally {
    test.dispose();
  }
}
