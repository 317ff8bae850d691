import { and, eq, ne } from 'drizzle-orm';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { unit } from '../../ground/schema/common/units.ts';
import type { WriteHandler } from '../../store/types.ts';

export const unitWrites: { readonly 'units.save': WriteHandler<'units.save'> } = {
  'units.save': async (tx, input, { newId }) => {
    const id = input.id ?? newId();
    const [taken] = await tx
      .select({ id: unit.id })
      .from(unit)
      .where(and(eq(unit.code, input.code), ne(unit.id, id)));
    if (taken) throw new StoreFailure('conflict', 'code_taken', 'code');
    const facts = {
      code: input.code,
      nameEn: input.name.en,
      nameFr: input.name.fr,
      service: input.service,
      active: input.active,
    };
    const [before] = await tx.select().from(unit).where(eq(unit.id, id));
    if (before) {
      if (before.version !== input.version) throw new StoreFailure('conflict', 'version_conflict');
      await tx
        .update(unit)
        .set({ ...facts, version: before.version + 1 })
        .where(eq(unit.id, id));
    } else {
      if (input.id) throw new StoreFailure('not_found');
      await tx.insert(unit).values({ id, ...facts });
    }
    return {
      output: { id },
      audit: { subject: { kind: 'unit', id }, changes: [{ field: 'unit', before: before ?? null, after: facts }] },
    };
  },
};
