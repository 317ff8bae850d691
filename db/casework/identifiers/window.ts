import { hoursToMilliseconds } from 'date-fns/hoursToMilliseconds';
import { eq } from 'drizzle-orm';
import { setting } from '../../ground/schema/common/workspace.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { WriteHandler, ReadHandler } from '../../store/types.ts';
import { putSetting, settingsSchema } from '../../store/settings.ts';

/** Most providers keep an address with one customer for about a day. */
const usualHours = 24;

async function hoursHeld(db: Pick<ReadDb, 'select'>): Promise<number> {
  const [held] = await db.select().from(setting).where(eq(setting.key, 'addressHours'));
  return held ? settingsSchema.addressHours.parse(held.value) : usualHours;
}

/** Within how long two sightings of one address may be of one customer, in milliseconds. */
export async function addressWindow(db: Pick<ReadDb, 'select'>): Promise<number> {
  return hoursToMilliseconds(await hoursHeld(db));
}

export const addressWindowReads: { readonly 'identifiers.window': ReadHandler<'identifiers.window'> } = {
  'identifiers.window': async (db) => ({ hours: await hoursHeld(db) }),
};

export const addressWindowWrites: { readonly 'identifiers.setWindow': WriteHandler<'identifiers.setWindow'> } = {
  'identifiers.setWindow': async (tx, { hours }) => {
    const before = await hoursHeld(tx);
    await putSetting(tx, 'addressHours', hours);
    return {
      output: {},
      audit: {
        subject: { kind: 'settings', id: 'workspace' },
        changes: [{ field: 'addressHours', before, after: hours }],
      },
    };
  },
};
