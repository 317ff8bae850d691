import { and, eq, inArray, ne } from 'drizzle-orm';
import type { PackId } from '#contract/ids';
import { StoreFailure } from '../kernel/failure.ts';
import { countingRule, unit } from '../schema/common/units.ts';
import { confirmedKey, pack } from '../schema/coordination/packs.ts';
import type { Context, WriteTx } from '../store/types.ts';
import type { PackPayload } from './format.ts';
import { importPanel } from './importPanel.ts';
import type { VerifiedPack } from './verify.ts';

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
  confirmKey: boolean,
): Promise<Counts> {
  const { payload } = verified;
  await requireNewest(tx, payload);
  await supersedeEarlier(tx, payload);
  if (confirmKey) await confirm(tx, context, verified);
  await tx.insert(pack).values({
    id,
    workspaceId: payload.workspace.id,
    workspaceName: payload.workspace.name,
    fiscalYear: payload.quarter.fiscalYear,
    quarter: payload.quarter.quarter,
    fingerprint: verified.fingerprint,
    sha256: verified.sha256,
    exportedAt: payload.exportedAt,
    importedAt: context.clock.now(),
    importedBy: context.session.user.id,
    units: payload.units.map(({ code, name }) => ({ code, name })),
    payload: verified.signedText,
  });
  const unitsAdded = await addUnits(tx, payload);
  await takeRules(tx, payload, id);
  return { unitsAdded, values: await importPanel(tx, id, payload) };
}

function sameQuarter(payload: PackPayload) {
  return and(
    eq(pack.workspaceId, payload.workspace.id),
    eq(pack.fiscalYear, payload.quarter.fiscalYear),
    eq(pack.quarter, payload.quarter.quarter),
  );
}

/** The same file again is not newer than itself. */
async function requireNewest(tx: WriteTx, payload: PackPayload): Promise<void> {
  const held = await tx.select({ exportedAt: pack.exportedAt }).from(pack).where(sameQuarter(payload));
  if (held.some((each) => each.exportedAt >= payload.exportedAt))
    throw new StoreFailure('conflict', 'pack_older_than_held');
}

async function supersedeEarlier(tx: WriteTx, payload: PackPayload): Promise<void> {
  await tx.update(pack).set({ superseded: true }).where(sameQuarter(payload));
}

async function confirm(tx: WriteTx, context: Context, { fingerprint, payload }: VerifiedPack): Promise<void> {
  const facts = {
    label: payload.workspace.name.slice(0, 120),
    confirmedBy: context.session.user.id,
    confirmedAt: context.clock.now(),
  };
  await tx
    .insert(confirmedKey)
    .values({ fingerprint, ...facts })
    .onConflictDoUpdate({ target: confirmedKey.fingerprint, set: facts });
}

/** A unit is known by its id. A new one whose code another already bears is not guessed to be the same. */
async function addUnits(tx: WriteTx, payload: PackPayload): Promise<number> {
  const held = await tx.select({ id: unit.id, code: unit.code }).from(unit);
  const known = new Set(held.map((each) => each.id));
  const added = payload.units.filter((each) => !known.has(each.id));
  const taken = new Set(held.map((each) => each.code));
  const clashes = added.filter((each) => taken.has(each.code));
  if (clashes.length > 0) {
    const fields = clashes.map((each) => ({
      path: `units.${payload.units.indexOf(each)}.code`,
      code: 'pack_unknown_unit',
    }));
    throw new StoreFailure('conflict', 'pack_unknown_unit', fields);
  }
  if (added.length > 0)
    await tx.insert(unit).values(
      added.map(({ id, code, name, service }) => ({
        id,
        code,
        nameEn: name.en,
        nameFr: name.fr,
        service,
      })),
    );
  return added.length;
}

/** How the units count, as the workspace last said it. */
async function takeRules(tx: WriteTx, payload: PackPayload, id: PackId): Promise<void> {
  const others = await tx
    .select({ exportedAt: pack.exportedAt })
    .from(pack)
    .where(and(eq(pack.workspaceId, payload.workspace.id), ne(pack.id, id)));
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
