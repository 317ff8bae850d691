import { eq } from 'drizzle-orm';
import { heldInvestigation } from '../investigationState/change.ts';
import { requirePassed } from '../../ground/kernel/order.ts';
import { changesBetween } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { clearance, clearanceReason } from '../../ground/schema/unit/offences.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import { policeStatistics, statisticRows } from './count.ts';
import { reasonsInForce } from './reasons.ts';

type Reads = {
  readonly [M in 'clearance.get' | 'clearance.rows' | 'clearance.statistics' | 'clearanceReasons.list']: ReadHandler<M>;
};
type Writes = { readonly [M in 'clearance.record' | 'clearanceReasons.save']: WriteHandler<M> };

export const clearanceReads: Reads = {
  'clearance.get': async (db, { investigationId }) => {
    const [row] = await db.select().from(clearance).where(eq(clearance.investigationId, investigationId));
    if (!row) return { clearance: null };
    const { founded, reason, on, version } = row;
    return { clearance: { founded, reason, on, version } };
  },

  'clearance.statistics': async (_db, { unitId, years }, { counted }) => ({
    years: [...(await policeStatistics(counted, unitId, years))],
  }),

  'clearance.rows': (db, asked, { counted }) => statisticRows({ db, counted }, asked),

  'clearanceReasons.list': async (db) => ({ reasons: await reasonsInForce(db) }),
};

export const clearanceWrites: Writes = {
  'clearance.record': async (tx, { investigationId, version, status }, context) => {
    const file = await heldInvestigation(tx, investigationId);
    requirePassed(status.on, context.clock.today(), 'status.on');
    const reasons = await reasonsInForce(tx);
    if (status.reason !== null && !reasons.some((each) => each.code === status.reason))
      throw new StoreFailure('invalid_input', undefined, [{ path: 'status.reason', code: 'invalid_value' }]);
    const [held] = await tx.select().from(clearance).where(eq(clearance.investigationId, investigationId));
    if ((held?.version ?? null) !== version) throw new StoreFailure('conflict', 'version_conflict');
    const next = { ...status, version: (held?.version ?? 0) + 1 };
    await tx
      .insert(clearance)
      .values({ investigationId, unitId: file.unitId, ...next })
      .onConflictDoUpdate({ target: clearance.investigationId, set: next });
    const before = held ? { founded: held.founded, reason: held.reason, on: held.on } : null;
    return {
      output: { version: next.version },
      audit: { subject: { kind: 'clearance', id: investigationId }, changes: changesBetween(before, status) },
    };
  },

  'clearanceReasons.save': async (tx, { version, ...reason }) => {
    const held = (await reasonsInForce(tx)).find((each) => each.code === reason.code);
    if ((held?.version ?? null) !== version) throw new StoreFailure('conflict', 'version_conflict');
    const { code, outcome, name, letter, active } = reason;
    const next = { outcome, nameEn: name.en, nameFr: name.fr, letter, active, version: (version ?? 0) + 1 };
    await tx
      .insert(clearanceReason)
      .values({ code, ...next })
      .onConflictDoUpdate({ target: clearanceReason.code, set: next });
    return {
      output: {},
      audit: {
        subject: { kind: 'clearance_reason', id: code },
        changes: [{ field: 'reason', before: held ?? null, after: reason }],
      },
    };
  },
};
