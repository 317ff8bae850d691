import { and, eq, isNull, ne } from 'drizzle-orm';
import { addMonths, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { periodOf } from '#contract/ground/period';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { isOfQuarter } from '../../ground/kernel/ofQuarter.ts';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import type { unit } from '../../ground/schema/common/units.ts';
import { pack, packUnit } from '../../ground/schema/coordination/packs.ts';
import type { PackPayload } from '../packs/format.ts';
import type { VerifiedPack } from '../packs/verify.ts';
import type { ReadSource } from './read.ts';
import { unitsCoded } from './sameCode.ts';

/** Packs and returns that count. */
const counted = [ne(pack.kind, 'kit'), isNull(pack.withdrawnAt)];

type Unit = Pick<typeof unit.$inferSelect, 'id' | 'code' | 'nameEn' | 'nameFr' | 'service'>;

/** The unit that bears the code of the form under another id, since it sends signed packs. */
async function signingUnit(db: ReadDb, { units }: PackPayload): Promise<Unit | null> {
  const [held, ...others] = await unitsCoded(db, units);
  return held && others.length === 0 && !units.some(({ id }) => id === held.id) ? held : null;
}

/** Whether a signed pack of that very quarter covers the unit. */
async function hasSigned(db: ReadDb, unitId: UnitId, quarter: PackPayload['quarter']): Promise<boolean> {
  const signed = await db
    .select({ id: pack.id })
    .from(packUnit)
    .innerJoin(pack, eq(pack.id, packUnit.packId))
    .where(and(eq(packUnit.unitId, unitId), ...counted, isOfQuarter(pack, quarter)));
  return signed.length > 0;
}

/** The months of the unit that signed packs tell, whichever quarter those are of. */
async function signedMonths(db: ReadDb, unitId: UnitId): Promise<ReadonlySet<Month>> {
  const rows = await db
    .selectDistinct({ month: unitMonth.month })
    .from(unitMonth)
    .innerJoin(pack, eq(pack.id, unitMonth.packId))
    .where(and(eq(unitMonth.unitId, unitId), ...counted));
  return new Set(rows.map(({ month }) => month));
}

/** The form limited to that unit and the months that no signed pack tells; a balance goes on from a month that is signed. */
function onUnit(
  { payload, ...verified }: VerifiedPack,
  { id, code, nameEn, nameFr, service }: Unit,
  signed: ReadonlySet<Month>,
): VerifiedPack {
  const told: PackPayload = {
    ...payload,
    units: [{ id, code, name: { en: nameEn, fr: nameFr }, service }],
    // How the unit counts is what it said in its packs.
    countingRules: [],
    panel: payload.panel
      .filter(({ month }) => !signed.has(month))
      .filter(({ month, measure }) => measure !== 'backlog_opening' || !signed.has(addMonths(month, -1)))
      .map((cell) => ({ ...cell, unitId: id })),
    stock: payload.stock.map((each) => ({ ...each, unitId: id })),
  };
  return { ...verified, payload: told, signedText: canonicalJson(told) };
}

/**
 * A form of a unit whose pack of the quarter is late is read as a word on that unit, which its signed pack replaces when it comes. Any
 * other source is left as it is: a form for a quarter that came signed, or of which a later pack tells a month, is then refused.
 */
export async function asStandIn(db: ReadDb, source: ReadSource): Promise<ReadSource> {
  const { pack: verified } = source;
  if (verified?.kind !== 'kit') return source;
  const { quarter } = verified.payload;
  const held = await signingUnit(db, verified.payload);
  if (!held || (await hasSigned(db, held.id, quarter))) return source;
  const signed = await signedMonths(db, held.id);
  if (periodOf(quarter).months.some((month) => signed.has(month))) return source;
  return { ...source, pack: onUnit(verified, held, signed), form: verified.payload };
}
