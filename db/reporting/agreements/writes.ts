import { and, eq, ne } from 'drizzle-orm';
import type { AgreementId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { pick } from '../../ground/kernel/pick.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { agreement, agreementUnit } from '../../ground/schema/coordination/agreements.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { WriteHandler } from '../../store/types.ts';
import { agreementProblems, hasSameUnits } from './rules.ts';

async function requireFree(tx: WriteTx, id: AgreementId, code: string): Promise<void> {
  const [taken] = await tx
    .select({ id: agreement.id })
    .from(agreement)
    .where(and(eq(agreement.code, code), ne(agreement.id, id)));
  if (taken) throw new StoreFailure('conflict', 'code_taken', [{ path: 'code', code: 'code_taken' }]);
}

function rowOf(input: ParsedInput<'agreements.save'>) {
  return {
    code: input.code,
    recipientEn: input.recipient.en,
    recipientFr: input.recipient.fr,
    programmeEn: input.programme.en,
    programmeFr: input.programme.fr,
    ...pick(input, 'signaturePlannedOn', 'signedOn', 'startsOn', 'endsOn', 'languages', 'asksBacklogAvoided'),
    ...pick(input, 'indicators'),
  };
}

export const agreementWrites: { readonly 'agreements.save': WriteHandler<'agreements.save'> } = {
  'agreements.save': async (tx, input, { session, newId }) => {
    const id = input.id ?? newId();
    const known = new Set((await tx.select({ id: unit.id }).from(unit)).map((each) => each.id));
    const problems = agreementProblems(input, known);
    if (problems.length > 0) throw new StoreFailure('invalid_input', undefined, problems);
    await requireFree(tx, id, input.code);
    const [before] = await tx.select().from(agreement).where(eq(agreement.id, id));
    const unitsBefore = await tx.select().from(agreementUnit).where(eq(agreementUnit.agreementId, id));
    if (session.agreementIds !== null && !hasSameUnits(input.id, unitsBefore, input.units))
      throw new StoreFailure('forbidden', 'all_agreements_needed');
    const facts = rowOf(input);
    if (before) {
      if (before.version !== input.version) throw new StoreFailure('conflict', 'version_conflict');
      await tx
        .update(agreement)
        .set({ ...facts, version: before.version + 1 })
        .where(eq(agreement.id, id));
    } else {
      if (input.id) throw new StoreFailure('not_found');
      await tx.insert(agreement).values({ id, ...facts });
    }
    await tx.delete(agreementUnit).where(eq(agreementUnit.agreementId, id));
    if (input.units.length > 0)
      await tx.insert(agreementUnit).values(input.units.map((each) => ({ agreementId: id, ...each })));
    return {
      output: { id },
      audit: {
        subject: { kind: 'agreement', id },
        changes: [
          { field: 'agreement', before: before ?? null, after: facts },
          {
            field: 'units',
            before: unitsBefore.map(({ unitId, from, to }) => ({ unitId, from, to })),
            after: input.units,
          },
        ],
      },
    };
  },
};
