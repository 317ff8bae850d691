import { findSetting, getSetting, putSetting } from '../../store/settings.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import { fewVictimsIn } from './fewVictims.ts';

const settingsOf = async (db: Pick<ReadDb, 'select'>) => ({
  marking: await getSetting(db, 'marking'),
  idleMinutes: await getSetting(db, 'idleMinutes'),
  fewVictims: await fewVictimsIn(db),
});

export const settingReads: {
  readonly [M in 'settings.get' | 'workspace.state' | 'clock.state' | 'workspace.place']: ReadHandler<M>;
} = {
  'settings.get': (db) => settingsOf(db),
  'clock.state': (_db, _input, { clock: { doubt, now, computer, latest = null } }) =>
    Promise.resolve({ now: now(), latest, doubt: doubt && { ...doubt, computer: computer() } }),
  'workspace.place': (_db, _input, { copyOf }) => Promise.resolve({ copyOf }),
  'workspace.state': async (db) => ({ lastWhole: await findSetting(db, 'lastWhole') }),
};

export const settingWrites: { readonly 'settings.save': WriteHandler<'settings.save'> } = {
  'settings.save': async (tx, input) => {
    const before = await settingsOf(tx);
    await putSetting(tx, 'marking', input.marking);
    await putSetting(tx, 'idleMinutes', input.idleMinutes);
    if (input.fewVictims !== undefined) await putSetting(tx, 'fewVictims', input.fewVictims);
    return {
      output: {},
      audit: {
        subject: { kind: 'settings', id: 'workspace' },
        changes: [{ field: 'settings', before, after: { ...before, ...input } }],
      },
    };
  },
};
