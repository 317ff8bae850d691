import { and, asc, eq, notInArray } from 'drizzle-orm';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { user } from '../../ground/schema/common/people.ts';
import { clockParameter, closedDay } from '../../ground/schema/unit/authorities.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import { catalogue } from './catalogue.ts';

export const clockSettingReads: { readonly 'clockSettings.get': ReadHandler<'clockSettings.get'> } = {
  'clockSettings.get': async (db) => {
    const rows = await db
      .select({ set: clockParameter, by: user.displayName })
      .from(clockParameter)
      .leftJoin(user, eq(user.id, clockParameter.setBy))
      .orderBy(asc(clockParameter.validFrom));
    const closed = await db.select({ on: closedDay.on }).from(closedDay).orderBy(asc(closedDay.on));
    return {
      parameters: catalogue.parameters.map((parameter) => ({
        ...parameter,
        set: rows
          .filter((row) => row.set.code === parameter.code)
          .map(({ set, by }) => ({ validFrom: set.validFrom, value: set.value, by: by ?? '' })),
      })),
      closedDays: closed.map((each) => each.on),
    };
  },
};

type Writes = {
  readonly [M in 'clockSettings.setParameter' | 'clockSettings.setClosedDays']: WriteHandler<M>;
};

export const clockSettingWrites: Writes = {
  'clockSettings.setParameter': async (tx, { code, validFrom, value }, { newId, clock, session }) => {
    if (!catalogue.parameters.some((each) => each.code === code)) throw new StoreFailure('not_found');
    const [before] = await tx
      .select()
      .from(clockParameter)
      .where(and(eq(clockParameter.code, code), eq(clockParameter.validFrom, validFrom)));
    const set = { value, setAt: clock.now(), setBy: session.user.id };
    if (before)
      await tx
        .update(clockParameter)
        .set({ ...set, version: before.version + 1 })
        .where(eq(clockParameter.id, before.id));
    else await tx.insert(clockParameter).values({ id: newId(), code, validFrom, ...set });
    return {
      output: {},
      audit: {
        subject: { kind: 'clock_parameter', id: code },
        changes: [{ field: validFrom, before: before?.value ?? null, after: value }],
      },
    };
  },

  'clockSettings.setClosedDays': async (tx, { days }) => {
    const before = (await tx.select().from(closedDay).orderBy(asc(closedDay.on))).map((each) => each.on);
    const after = [...new Set(days)].sort();
    await tx.delete(closedDay).where(notInArray(closedDay.on, after));
    if (after.length > 0)
      await tx
        .insert(closedDay)
        .values(after.map((on) => ({ on })))
        .onConflictDoNothing();
    return {
      output: {},
      audit: {
        subject: { kind: 'settings', id: 'closed_days' },
        changes: [{ field: 'closedDays', before, after }],
      },
    };
  },
};
