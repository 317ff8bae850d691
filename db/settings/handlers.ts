import { getSetting, putSetting } from '../store/settings.ts';
import type { ReadHandler, WriteHandler } from '../store/types.ts';

export const settingReads: { readonly 'settings.get': ReadHandler<'settings.get'> } = {
  'settings.get': async (db) => ({
    marking: await getSetting(db, 'marking'),
    idleMinutes: await getSetting(db, 'idleMinutes'),
  }),
};

export const settingWrites: { readonly 'settings.save': WriteHandler<'settings.save'> } = {
  'settings.save': async (tx, input) => {
    const before = { marking: await getSetting(tx, 'marking'), idleMinutes: await getSetting(tx, 'idleMinutes') };
    await putSetting(tx, 'marking', input.marking);
    await putSetting(tx, 'idleMinutes', input.idleMinutes);
    return {
      output: {},
      audit: { subject: { kind: 'settings', id: 'workspace' }, changes: [{ field: 'settings', before, after: input }] },
    };
  },
};
