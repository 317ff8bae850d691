import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { PackId } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { countingRule, unit } from '../../ground/schema/common/units.ts';
import { confirmedKey, pack, packUnit } from '../../ground/schema/coordination/packs.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import type { PackPayload } from './format.ts';
import { followForms } from './followForms.ts';
import { importPanel } from './importPanel.ts';
import { takeStock } from './importStock.ts';
import type { Trust } from './trust.ts';
import type { VerifiedPack } from './verify.ts';
import { isOfQuarter } from '../../ground/kernel/ofQuarter.ts';

interface Counts {
  readonly unitsAdded: number;
  readonly values: number;
}

/** The whole import, in the caller's one transaction: a pack is in, with all that it brings, or it never was. */
export async function importPack(
  tx: WriteTx,
  context: Context,
  id: PackId,
  verified: VerifiedPack,
  trust: Pick<Trust, 'isConfirmed' | 'succeeds'>,
): Promise<Counts> {
  const { payload, kind } = verified;
  await requireNewest(tx, verified);
  await supersedeEarlier(tx, payload);
  if (kind !== 'kit' && (!trust.isConfirmed || trust.succeeds !== null))
    await confirm(tx, context, verified, trust.succeeds);
  if (kind === 'pack') await followForms(tx, payload);
  const { unitsAdded, codes } = await addUnits(tx, verified);
  await tx.insert(pack).values({
    id,
    kind,
    workspaceId: payload.workspace.id,
    workspaceName: payload.workspace.name,
    ...payload.quarter,
    fingerprint: verified.fingerprint,
    sha256: verified.sha256,
    exportedAt: payload.exportedAt,
    importedAt: context.clock.now(),
    importedBy: context.session.user.id,
    units: payload.units.map((each) => ({ code: codes.get(each.id) ?? each.code, name: each.name })),
    payload: verified.signedText,
  });
  if (kind !== 'kit') await setForms(tx, payload, true);
  await tx.insert(packUnit).values(payload.units.map((each, place) => ({ packId: id, unitId: each.id, place })));
  await takeRules(tx, verified, id);
  await takeStock(tx, id, verified);
  return { unitsAdded, values: await importPanel(tx, id, verified) };
}

/** The packs of the same sender and quarter. */
export function sameQuarter({ workspace, quarter }: PackPayload) {
  return and(eq(pack.workspaceId, workspace.id), isOfQuarter(pack, quarter));
}

/** The same file again is not newer than itself. */
async function requireNewest(tx: WriteTx, { payload, sha256 }: VerifiedPack): Promise<void> {
  const held = await tx
    .select({ exportedAt: pack.exportedAt, sha256: pack.sha256, withdrawnAt: pack.withdrawnAt })
    .from(pack)
    .where(sameQuarter(payload));
  // A withdrawn pack is not imported again, and blocks no other.
  if (held.some((each) => each.withdrawnAt !== null && each.sha256 === sha256))
    throw new StoreFailure('conflict', 'pack_withdrawn');
  if (held.some((each) => each.withdrawnAt === null && each.exportedAt >= payload.exportedAt))
    throw new StoreFailure('conflict', 'pack_older_than_held');
}

async function supersedeEarlier(tx: WriteTx, payload: PackPayload): Promise<void> {
  await tx.update(pack).set({ superseded: true }).where(sameQuarter(payload));
}

/** Forms of the quarter that covered these units while their signed pack was late: it replaces them, and they count again without it. */
export async function setForms(tx: WriteTx, { units, quarter }: PackPayload, superseded: boolean): Promise<void> {
  const ids = units.map((each) => each.id);
  const told = tx.select({ id: packUnit.packId }).from(packUnit).where(inArray(packUnit.unitId, ids));
  await tx
    .update(pack)
    .set({ superseded })
    .where(and(eq(pack.kind, 'kit'), isNull(pack.withdrawnAt), isOfQuarter(pack, quarter), inArray(pack.id, told)));
}

async function confirm(
  tx: WriteTx,
  context: Context,
  { fingerprint, payload }: VerifiedPack,
  succeeds: string | null,
): Promise<void> {
  const facts = {
    label: payload.workspace.name.slice(0, 120),
    confirmedBy: context.session.user.id,
    confirmedAt: context.clock.now(),
    succeeds,
  };
  await tx
    .insert(confirmedKey)
    .values({ fingerprint, ...facts })
    .onConflictDoUpdate({ target: confirmedKey.fingerprint, set: facts });
}

/**
 * A unit is known by its id. A new one whose code another already bears is not guessed to be the same: a pack is refused,
 * and where a return names it, its agreement's code comes before its own. Returns each unit's code here, by id.
 */
async function addUnits(
  tx: WriteTx,
  { kind, payload }: VerifiedPack,
): Promise<{ readonly unitsAdded: number; readonly codes: ReadonlyMap<string, string> }> {
  const held = await tx.select({ id: unit.id, code: unit.code }).from(unit);
  const codes = new Map<string, string>(held.map((each) => [each.id, each.code]));
  const taken = new Set(codes.values());
  const added = payload.units.filter((each) => !codes.has(each.id));
  const clashes = added.filter((each) => taken.has(each.code));
  if (kind !== 'return' && clashes.length > 0) {
    const fields = clashes.map((each) => ({
      path: `units.${payload.units.indexOf(each)}.code`,
      code: 'pack_unknown_unit',
    }));
    throw new StoreFailure('conflict', 'pack_unknown_unit', fields);
  }
  for (const { id, code, name, service } of added) {
    const free = taken.has(code) ? freeCode(payload.workspace.name, code, taken) : code;
    taken.add(free);
    codes.set(id, free);
    await tx.insert(unit).values({ id, code: free, nameEn: name.en, nameFr: name.fr, service });
  }
  return { unitsAdded: added.length, codes };
}

/** Codes have at most twenty characters. */
const longestCode = 20;

function freeCode(agreementCode: string, code: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const own = number === 1 ? code : `${code}-${String(number)}`;
    const wanted = `${agreementCode.slice(0, Math.max(1, longestCode - 1 - own.length))}/${own}`;
    if (!taken.has(wanted)) return wanted;
  }
}

/** How the units count, as the workspace last said it. */
export async function takeRules(
  tx: WriteTx,
  { kind, payload }: Pick<VerifiedPack, 'kind' | 'payload'>,
  id: PackId,
): Promise<void> {
  // A return locked before the definitions were kept says nothing of them; nor does a form of a unit that signs.
  if (kind !== 'pack' && payload.countingRules.length === 0) return;
  const others = await tx
    .select({ exportedAt: pack.exportedAt })
    .from(pack)
    .where(and(eq(pack.workspaceId, payload.workspace.id), ne(pack.id, id), isNull(pack.withdrawnAt)));
  if (others.some((each) => each.exportedAt > payload.exportedAt)) return;
  const ids = payload.units.map((each) => each.id);
  await tx.delete(countingRule).where(inArray(countingRule.unitId, ids));
  if (payload.countingRules.length === 0) return;
  await tx.insert(countingRule).values(
    payload.countingRules.map(({ unitId, validFrom, backlogDefinition, statement }) => ({
      unitId,
      validFrom,
      backlogDefinition,
      statementEn: statement.en,
      statementFr: statement.fr,
    })),
  );
}
