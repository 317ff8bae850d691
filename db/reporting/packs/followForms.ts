import { eq, inArray, like, sql } from 'drizzle-orm';
import type { UnitId } from '#contract/ground/ids';
import { countingRule, unit } from '../../ground/schema/common/units.ts';
import { draft } from '../../ground/schema/common/personal.ts';
import { plan } from '../../ground/schema/common/laboratory.ts';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import { userUnit } from '../../ground/schema/common/people.ts';
import { agreementUnit } from '../../ground/schema/coordination/agreements.ts';
import { enteredValue, unitStock } from '../../ground/schema/coordination/frameworks.ts';
import { budgetLine, equipment, position, training } from '../../ground/schema/coordination/funding.ts';
import { pack, packUnit } from '../../ground/schema/coordination/packs.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { PackPayload } from './format.ts';

/** A form gives its unit an id of version 8; a workspace gives its units random ones. */
const isOfForm = (id: string): boolean => /^[\da-f]{8}-[\da-f]{4}-8/.test(id);

/** Tables that name a unit in a column of their own. */
export const tablesOfUnits = [
  countingRule,
  draft,
  unitMonth,
  userUnit,
  agreementUnit,
  enteredValue,
  unitStock,

  budgetLine,
  equipment,
  position,
  training,
  packUnit,
] as const;

type FormUnit = Pick<typeof unit.$inferSelect, 'id' | 'code' | 'nameEn'> & { readonly followedBy: UnitId };

/** Units known from forms alone, whose code a unit of the pack bears under an id that is not known. */
export async function unitsOfForms(db: Pick<ReadDb, 'select'>, { units }: PackPayload): Promise<readonly FormUnit[]> {
  const held = await db.select({ id: unit.id, code: unit.code, nameEn: unit.nameEn }).from(unit);
  const known = new Set<string>(held.map(({ id }) => id));
  return units.flatMap(({ id, code }) => {
    const found = known.has(id) ? undefined : held.find((each) => each.code === code && isOfForm(each.id));
    return found ? [{ ...found, followedBy: id }] : [];
  });
}

/** The unit goes on under the id that its workspace gave it, with all that is kept of it: it is one unit, and is counted once. */
export async function followForms(tx: WriteTx, payload: PackPayload): Promise<void> {
  for (const { id, followedBy } of await unitsOfForms(tx, payload)) {
    await tx.update(unit).set({ id: followedBy }).where(eq(unit.id, id));
    for (const table of tablesOfUnits)
      await tx
        .update(table)
        .set({ unitId: followedBy })
        .where(inArray(table.unitId, [id]));
    // What a form said is read again where the pack is withdrawn. Nothing signs it.
    const forms = await tx.select({ id: pack.id, payload: pack.payload }).from(pack).where(eq(pack.kind, 'kit'));
    for (const form of forms)
      await tx
        .update(pack)
        .set({ payload: form.payload.replaceAll(id, followedBy) })
        .where(eq(pack.id, form.id));
    await tx
      .update(plan)
      .set({ unitIds: sql`replace(${plan.unitIds}, ${id}, ${followedBy})` })
      .where(like(plan.unitIds, `%${id}%`));
  }
}
