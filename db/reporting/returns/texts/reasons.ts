import { and, eq } from 'drizzle-orm';
import { canonicalJson } from '../../../ground/kernel/canonicalJson.ts';
import { restatementReason } from '../../../ground/schema/coordination/returnTexts.ts';
import type { WriteHandler } from '../../../store/types.ts';
import { ofReturn } from './held.ts';
import { keyOf, nextVersion, requireAgreement, requireInPreparation, rowOf, savedBy } from './writes.ts';

type Handlers = { readonly 'returns.giveReason': WriteHandler<'returns.giveReason'> };

export const returnReasonWrites: Handlers = {
  'returns.giveReason': async (tx, input, context) => {
    await requireAgreement(tx, input);
    const { sequence, why } = input;
    await requireInPreparation(tx, input, sequence);
    const reasons = { ...rowOf(why), ...savedBy(context) };
    for (const { what, code, after, ...cell } of input.cells) {
      const [unitCode, month] = [cell.unitCode ?? '', cell.month ?? ''];
      const where = and(
        ofReturn(restatementReason, input.agreementId, input.quarter),
        eq(restatementReason.sequence, sequence),
        eq(restatementReason.what, what),
        eq(restatementReason.unitCode, unitCode),
        eq(restatementReason.code, code),
        eq(restatementReason.month, month),
      );
      const [held] = await tx.select({ version: restatementReason.version }).from(restatementReason).where(where);
      const row = { ...reasons, version: nextVersion(held, cell.version), after: canonicalJson(after) };
      if (held) await tx.update(restatementReason).set(row).where(where);
      else
        await tx.insert(restatementReason).values({ ...keyOf(input), sequence, what, unitCode, code, month, ...row });
    }
    return {
      output: { cells: input.cells.length },
      audit: {
        subject: { kind: 'agreement', id: input.agreementId },
        facts: { ...input.quarter, sequence, cells: input.cells.length },
        changes: [{ field: 'reason', before: null, after: { why, cells: input.cells } }],
      },
    };
  },
};
