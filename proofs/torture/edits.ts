import { administrator } from '../../tests/support/store.ts';
import { StoreProcess } from '../../tests/support/storeProcess.ts';
import { tryEach, type Chance, type Outcome } from './promise.ts';
import { buildTemplate, copyFolder, lookAt, nextAct, type Act, type Template } from './workload.ts';

const officer = administrator;
const changed = 'another passphrase, as long';

/** Works until it is killed, at a moment that chance gives; returns what was answered by then. */
async function workUntilKilled(
  template: Template,
  folder: string,
  chance: Chance,
): Promise<{ readonly acknowledged: readonly Act[]; readonly passphrases: readonly string[] }> {
  const running = new StoreProcess();
  try {
    const signedIn = await running.signIn(folder, officer);
    if (!signedIn.ok) throw new Error(`could not sign in: ${signedIn.error.code}`);
    const acknowledged: Act[] = [];
    const passphrases: string[] = [officer.passphrase];
    const state = { killed: false };
    const wait = new Promise((settle) => setTimeout(settle, chance.below(1500)));
    const kill = wait.then(() => {
      state.killed = true;
      return running.kill();
    });
    // Once in each run the way in is changed too: a passphrase, or the key of the whole store.
    const keyWorkAt = chance.below(6);
    const byPassphrase = chance.below(2) === 0;
    const work = async (): Promise<void> => {
      for (let number = 0; !state.killed; number += 1) {
        const act = nextAct(chance, template.unitId, number);
        const reply = await running.ask(act.method, act.input);
        if (!reply.ok) throw new Error(`${act.method}: ${reply.error.code}`);
        acknowledged.push(act);
        if (number !== keyWorkAt) continue;
        if (byPassphrase) {
          passphrases.push(changed);
          const next = await running.ask('session.changePassphrase', { current: officer.passphrase, next: changed });
          if (next.ok) passphrases.shift();
        } else if (act.method === 'users.create') {
          await running.ask('users.disable', { userId: (reply.value as { id: string }).id });
        }
      }
    };
    await Promise.race([kill, work()]);
    await kill;
    return { acknowledged, passphrases };
  } finally {
    running.child.kill('SIGKILL');
  }
}

/** Edits, and once in each run a way in or the key of the whole store is changed between them. */
export async function workAndKill(times: number, chance: Chance): Promise<Outcome> {
  const template = await buildTemplate();
  try {
    return await tryEach(times, 'edits, kill', async () => {
      const { folder, remove } = copyFolder(template.test.folder);
      const { acknowledged, passphrases } = await workUntilKilled(template, folder, chance);
      const missing = await lookAt(folder, acknowledged, passphrases);
      remove();
      return missing;
    });
  } finally {
    template.test.dispose();
  }
}
