import { and, eq, inArray, isNull, lte, ne, notInArray, or } from 'drizzle-orm';
import { periodOf } from '#contract/ground/period';
import { addMonths, type Month } from '#contract/ground/dates';
import type { PackId, UnitId } from '#contract/ground/ids';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import { pack, packUnit } from '../../ground/schema/coordination/packs.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { rankOf, takesPlaceOf } from './rules.ts';
import type { VerifiedPack } from './verify.ts';
import { insertAll } from '../../ground/kernel/insertAll.ts';

interface Place {
  readonly unitId: string;
  readonly month: Month;
}

/** What a signed pack leaves out of the months up to its quarter's end is withdrawn too, whichever of the two came first. */
async function withdrawnBy(tx: WriteTx, unitIds: readonly UnitId[], isLater: (packId: PackId) => boolean) {
  const rows = await tx
    .select({ unitId: packUnit.unitId, packId: pack.id, fiscalYear: pack.fiscalYear, quarter: pack.quarter })
    .from(packUnit)
    .innerJoin(pack, eq(pack.id, packUnit.packId))
    .where(and(inArray(packUnit.unitId, [...unitIds]), ne(pack.kind, 'kit'), isNull(pack.withdrawnAt)));
  const later = rows.filter(({ packId }) => isLater(packId));
  return (cell: Place): boolean =>
    later.some((each) => each.unitId === cell.unitId && cell.month <= periodOf(each).lastMonth);
}

/**
 * Puts the pack's months in place of what earlier exports said of the same units, and withdraws what it no longer says.
 * Where a later export already spoke, in this quarter's pack or in a later one's, its word stays, and a signed word before a form's.
 * Returns how many values the pack gave.
 */
export async function importPanel(
  tx: WriteTx,
  id: PackId,
  { kind, payload }: Pick<VerifiedPack, 'kind' | 'payload'>,
): Promise<number> {
  const unitIds = payload.units.map((each) => each.id);
  const packs = await tx.select({ id: pack.id, kind: pack.kind, exportedAt: pack.exportedAt }).from(pack);
  const forms = packs.flatMap((each) => (each.kind === 'kit' ? [each.id] : []));
  const ranks = new Map(packs.map((each) => [each.id, rankOf(each)]));
  const rank = rankOf({ kind, exportedAt: payload.exportedAt });
  const covered = and(inArray(unitMonth.unitId, unitIds), lte(unitMonth.month, periodOf(payload.quarter).lastMonth));
  // Read again, a form says its months whole, with the opening count that was left out.
  await tx.delete(unitMonth).where(and(covered, eq(unitMonth.packId, id)));
  const held = await tx
    .select({ unitId: unitMonth.unitId, month: unitMonth.month, packId: unitMonth.packId })
    .from(unitMonth)
    .where(covered);
  const later = held.filter((cell) => !takesPlaceOf(rank, cell.packId, ranks));
  const spokenFor = new Set(later.map((cell) => `${cell.unitId} ${cell.month}`));
  const isWithdrawn =
    kind === 'kit' ? () => false : await withdrawnBy(tx, unitIds, (each) => (ranks.get(each) ?? 0) > rank);
  const earlier = [...ranks].filter(([, other]) => other < rank).map(([each]) => each);
  // A form's word on a month of which the pack says nothing stays: a unit that had no Vigie then can tell nothing else of it.
  const told = [...new Set([...periodOf(payload.quarter).months, ...payload.panel.map(({ month }) => month)])];
  const replaced = or(notInArray(unitMonth.packId, forms), inArray(unitMonth.month, told));
  await tx
    .delete(unitMonth)
    .where(and(covered, or(isNull(unitMonth.packId), and(inArray(unitMonth.packId, earlier), replaced))));
  const rows = payload.panel
    .filter((cell) => !spokenFor.has(`${cell.unitId} ${cell.month}`) && !isWithdrawn(cell))
    .map((cell) => ({ ...cell, packId: id }));
  await insertAll(tx, unitMonth, rows);
  if (forms.length > 0) await goOnFromSigned(tx, unitIds, forms);
  return rows.length;
}

/** An opening count that a form gave is left out where the month before came signed, whichever of the two came first: its balance goes on. */
async function goOnFromSigned(tx: WriteTx, unitIds: readonly UnitId[], forms: readonly PackId[]): Promise<void> {
  const { unitId, month, measure, packId } = unitMonth;
  const ofUnits = inArray(unitId, [...unitIds]);
  const openings = await tx
    .select({ unitId, month })
    .from(unitMonth)
    .where(and(ofUnits, eq(measure, 'backlog_opening'), inArray(packId, [...forms])));
  for (const each of openings) {
    const before = and(eq(unitId, each.unitId), eq(month, addMonths(each.month, -1)));
    const isSigned = await tx.$count(unitMonth, and(before, notInArray(packId, [...forms])));
    const own = and(eq(unitId, each.unitId), eq(month, each.month), eq(measure, 'backlog_opening'));
    if (isSigned > 0) await tx.delete(unitMonth).where(own);
  }
}
