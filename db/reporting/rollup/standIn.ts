import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { quarterRank } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { periodOf } from '#contract/ground/period';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { pack, packUnit } from '../../ground/schema/coordination/packs.ts';
import type { PackPayload } from '../packs/format.ts';
import type { VerifiedPack } from '../packs/verify.ts';
import type { ReadSource } from './read.ts';

type Unit = Pick<typeof unit.$inferSelect, 'id' | 'code' | 'nameEn' | 'nameFr' | 'service'>;

/** The unit that bears the code of the form under another id, since it sends signed packs. */
async function signingUnit(db: ReadDb, { units }: PackPayload): Promise<Unit | null> {
  const codes = units.map(({ code }) => code);
  const [held, ...others] = await db.select().from(unit).where(inArray(unit.code, codes));
  return held && others.length === 0 && !units.some(({ id }) => id === held.id) ? held : null;
}

/** Whether a signed pack of the quarter, or of a later one, covers the unit. */
async function isSpokenFor(db: ReadDb, unitId: UnitId, quarter: PackPayload['quarter']): Promise<boolean> {
  const signed = await db
    .select({ fiscalYear: pack.fiscalYear, quarter: pack.quarter })
    .from(packUnit)
    .innerJoin(pack, eq(pack.id, packUnit.packId))
    .where(and(eq(packUnit.unitId, unitId), ne(pack.kind, 'kit'), isNull(pack.withdrawnAt)));
  return signed.some((each) => quarterRank(each) >= quarterRank(quarter));
}

/** The form limited to that unit and the months of its quarter, since signed packs cover those before. */
function onUnit({ payload, ...verified }: VerifiedPack, { id, code, nameEn, nameFr, service }: Unit): VerifiedPack {
  const { months } = periodOf(payload.quarter);
  const told: PackPayload = {
    ...payload,
    units: [{ id, code, name: { en: nameEn, fr: nameFr }, service }],
    // How the unit counts is what it said in its packs.
    countingRules: [],
    panel: payload.panel
      .filter(({ month, measure }) => months.includes(month) && measure !== 'backlog_opening')
      .map((cell) => ({ ...cell, unitId: id })),
    stock: payload.stock.map((each) => ({ ...each, unitId: id })),
  };
  return { ...verified, payload: told, signedText: canonicalJson(told) };
}

/**
 * A form of a unit whose pack of the quarter is late is read as a word on that unit, which its signed pack replaces when it comes. Any
 * other source is left as it is: a form for a quarter that came signed is then refused.
 */
export async function asStandIn(db: ReadDb, source: ReadSource): Promise<ReadSource> {
  const { pack: verified } = source;
  if (verified?.kind !== 'kit') return source;
  const held = await signingUnit(db, verified.payload);
  if (!held || (await isSpokenFor(db, held.id, verified.payload.quarter))) return source;
  return { ...source, pack: onUnit(verified, held), form: verified.payload };
}
