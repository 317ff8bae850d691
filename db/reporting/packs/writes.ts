import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { PackId } from '#contract/ground/ids';
import { sourceKind } from '#contract/reporting/packs';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import { unitStock } from '../../ground/schema/coordination/frameworks.ts';
import { confirmedKey, pack, packUnit } from '../../ground/schema/coordination/packs.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { WriteHandler } from '../../store/types.ts';
import { packPayload, type PackPayload } from './format.ts';
import { sameQuarter, setForms, takeRules } from './importPack.ts';
import { importPanel } from './importPanel.ts';
import { takeStock } from './importStock.ts';

type Handlers = { readonly [M in 'packs.withdraw' | 'keys.revoke']: WriteHandler<M> };

/** Of the same sender and quarter, the latest that was not withdrawn is in force again. */
async function putInForce(tx: WriteTx, payload: PackPayload): Promise<void> {
  const [latest] = await tx
    .select({ id: pack.id })
    .from(pack)
    .where(and(sameQuarter(payload), isNull(pack.withdrawnAt)))
    .orderBy(desc(pack.exportedAt))
    .limit(1);
  if (latest) await tx.update(pack).set({ superseded: false }).where(eq(pack.id, latest.id));
  else await setForms(tx, payload, false);
}

/** What other packs say of the same units counts again, the earliest first: each takes the place of the one before it. */
async function tellAgain(tx: WriteTx, payload: PackPayload): Promise<void> {
  const ids = payload.units.map(({ id }) => id);
  const rows = await tx
    .selectDistinct({ id: pack.id, kind: pack.kind, payload: pack.payload, exportedAt: pack.exportedAt })
    .from(pack)
    .innerJoin(packUnit, eq(packUnit.packId, pack.id))
    .where(and(inArray(packUnit.unitId, ids), isNull(pack.withdrawnAt)))
    .orderBy(asc(pack.exportedAt));
  for (const { id, kind, payload: text } of rows) {
    const said = { kind: sourceKind.parse(kind), payload: packPayload.parse(JSON.parse(text)) };
    await importPanel(tx, id, said);
    await takeStock(tx, id, said);
    await takeRules(tx, said, id);
  }
}

async function withdraw(tx: WriteTx, id: PackId): Promise<number> {
  const removed = await tx.delete(unitMonth).where(eq(unitMonth.packId, id)).returning({ month: unitMonth.month });
  await tx.delete(unitStock).where(eq(unitStock.packId, id));
  return removed.length;
}

export const packWrites: Handlers = {
  'packs.withdraw': async (tx, { packId, reason }, { session, clock }) => {
    const [held] = await tx.select().from(pack).where(eq(pack.id, packId));
    if (!held) throw new StoreFailure('not_found');
    if (held.withdrawnAt !== null) throw new StoreFailure('conflict', 'state_not_allowed');
    const facts = { withdrawnAt: clock.now(), withdrawnBy: session.user.id, withdrawnReason: reason };
    await tx
      .update(pack)
      .set({ ...facts, superseded: true, version: held.version + 1 })
      .where(eq(pack.id, packId));
    const payload = packPayload.parse(JSON.parse(held.payload));
    const values = await withdraw(tx, packId);
    await putInForce(tx, payload);
    await tellAgain(tx, payload);
    return {
      output: { values },
      audit: {
        subject: { kind: 'pack', id: packId },
        facts: { sha256: held.sha256, fingerprint: held.fingerprint, values },
        changes: [{ field: 'withdrawnReason', before: null, after: reason }],
      },
    };
  },

  'keys.revoke': async (tx, { fingerprint, reason }, { session, clock }) => {
    const [held] = await tx.select().from(confirmedKey).where(eq(confirmedKey.fingerprint, fingerprint));
    if (!held) throw new StoreFailure('not_found');
    if (held.revokedAt !== null) throw new StoreFailure('conflict', 'state_not_allowed');
    const facts = { revokedAt: clock.now(), revokedBy: session.user.id, revokedReason: reason };
    await tx
      .update(confirmedKey)
      .set({ ...facts, version: held.version + 1 })
      .where(eq(confirmedKey.fingerprint, fingerprint));
    return {
      output: {},
      audit: {
        subject: { kind: 'confirmedKey', id: fingerprint },
        changes: [{ field: 'revokedReason', before: null, after: reason }],
      },
    };
  },
};
