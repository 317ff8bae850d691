import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Month } from '#contract/ground/dates';
import { createCoordination, newSender, quarterTwo, wholeCells } from '../../tests/support/packs.ts';
import { writeTexts } from '../../tests/support/returnTexts.ts';
import { quantile, timed, type Measured } from './measure.ts';

const unitCount = 30;
const runs = 5;

/** A locked return of 30 units with the backlog avoided, written again with all its files (the PDF needs a window). */
export async function benchReturn(): Promise<readonly Measured[]> {
  const { test, receive, agreementFor } = await createCoordination();
  try {
    const senders = Array.from({ length: unitCount }, (_, index) =>
      newSender(`U${String(index + 1).padStart(2, '0')}`),
    );
    for (const sender of senders)
      await receive(
        sender,
        quarterTwo,
        10,
        wholeCells(sender.unitId, '2019-10' as Month, '2026-09' as Month, (month, measure) => {
          if (measure === 'fte_funded') return month < '2023-04' ? 0 : 2;
          // The same in every quarter: nothing changes so much that it must be explained.
          return measure === 'received' ? 24 + (Number(month.slice(5)) % 3) : undefined;
        }),
      );
    const agreementId = await agreementFor(senders, true);
    await writeTexts(test, agreementId, quarterTwo);
    const which = { agreementId, quarter: quarterTwo, jobId: randomUUID() };
    const { contentHash } = await test.call('returns.prepare', which);
    const began = performance.now();
    const locked = await test.call('returns.lock', { ...which, contentHash });
    const locking = performance.now() - began;
    const outbox = join(test.parent, 'outbox');
    mkdirSync(outbox);
    const written = await timed(runs, () =>
      test.call('returns.export', { returnId: locked.id, folder: test.grant(outbox) }),
    );
    const figure = (name: string, milliseconds: number): Measured => ({
      name,
      value: milliseconds / 1000,
      unit: 's',
      beside: null,
      ratio: null,
    });
    return [
      figure(`lock of a return, ${unitCount} units x 84 months`, locking),
      figure('whole return, all files but the PDF, median', quantile(written, 0.5)),
    ];
  } finally {
    test.dispose();
  }
}
