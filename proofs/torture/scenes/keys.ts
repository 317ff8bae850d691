import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder } from '../../../db/store/signIn.ts';
import { readKeys } from '../../../db/store/keysFile.ts';
import { administrator, newStore } from '../../../tests/support/store.ts';
import { dispatch } from '../../../db/store/dispatch.ts';
import { buildTemplate, openAfter } from '../workload.ts';
import { signedIn, type Prepared, type Scene } from './scene.ts';

const changed = 'another passphrase, as long';
const leaving = { login: 'leaving', passphrase: administrator.passphrase };

async function answerTo(folder: string, who: { readonly login: string; readonly passphrase: string }): Promise<string> {
  const store = newStore();
  try {
    openFolder(store, folder);
    const reply = await dispatch(store, 'session.signIn', who);
    return reply.ok ? 'in' : reply.error.code;
  } finally {
    store.close();
  }
}

/** A person is disabled: the whole store goes under another key, and every backup forgets the person's slot. */
export const rotation: Scene = {
  name: 'rotation',
  share: 0.12,
  lasts: 500,
  prepare: async (): Promise<Prepared> => {
    const { test, unitId } = await buildTemplate();
    openFolder(test.store, test.folder);
    await test.signInAs(administrator.login);
    const made = { ...leaving, displayName: 'Leaving', roles: ['investigator' as const], unitIds: [unitId] };
    const { id: userId } = await test.call('users.create', made);
    await test.call('backups.make', { jobId: randomUUID() });
    test.store.close();
    return {
      folder: () => test.folder,
      lead: (running, folder) => signedIn(running, folder, administrator),
      act: (running) => running.ask('users.disable', { userId }),
      look: async (folder, answered) => {
        const lost = await openAfter(folder, [administrator.passphrase], ({ store }) => {
          const { raw } = store.requireUnlocked();
          const isDisabled = raw.prepare('SELECT disabled FROM user WHERE id = ?').pluck().get(userId) === 1;
          const keys = readKeys(folder);
          const hasSlot = keys.slots.some(({ owner }) => owner === userId);
          const rows = raw.prepare('SELECT count(*) FROM referral').pluck().get();
          return Promise.resolve([
            ...(answered && !isDisabled ? ['the person is not disabled'] : []),
            ...(isDisabled === hasSlot ? ['the slot and the person differ'] : []),
            ...(isDisabled && keys.generation === 1 ? ['the key is the old one'] : []),
            ...(rows === 20 ? [] : ['referrals are missing']),
            ...(existsSync(join(folder, 'store.next.db')) ? ['the next store is left'] : []),
          ]);
        });
        const isIn = (await answerTo(folder, leaving)) === 'in';
        return answered && isIn ? [...lost, 'the disabled person signs in'] : lost;
      },
      dispose: test.dispose,
    };
  },
};

export const passphrases: Scene = {
  name: 'passphrases',
  share: 0.08,
  lasts: 150,
  prepare: async () => {
    const { test } = await buildTemplate();
    return {
      folder: () => test.folder,
      lead: (running, folder) => signedIn(running, folder, administrator),
      act: (running) => running.ask('session.changePassphrase', { current: administrator.passphrase, next: changed }),
      look: (folder, answered) =>
        openAfter(folder, answered ? [changed] : [administrator.passphrase, changed], () =>
          Promise.resolve(readdirSync(folder).filter((name) => name.endsWith('.part'))),
        ),
      dispose: test.dispose,
    };
  },
};
