import { StoreProcess } from '../../tests/support/storeProcess.ts';
import { workAndKill } from './edits.ts';
import { tryEach, type BrokenPromise, type Chance, type Outcome } from './promise.ts';
import { backups, restores } from './scenes/backups.ts';
import { imports } from './scenes/imports.ts';
import { passphrases, rotation } from './scenes/keys.ts';
import { migrations } from './scenes/migrations.ts';
import { purges } from './scenes/purges.ts';
import type { Prepared, Scene } from './scenes/scene.ts';
import { copyFolder } from './workload.ts';

const scenes: readonly Scene[] = [migrations, rotation, passphrases, imports, backups, restores, purges];

const pass = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
  });

/** Kills so long after the act began, or once it was answered; returns what was lost. */
async function killOnce(prepared: Prepared, time: number, wait: number): Promise<readonly string[]> {
  const { folder, remove } = copyFolder(prepared.folder(time));
  const running = new StoreProcess();
  try {
    await prepared.lead(running, folder);
    const state = { answered: false, refused: '' };
    const acting = prepared.act(running, folder).then((reply) => {
      if (reply.ok) state.answered = true;
      else state.refused = `${reply.error.code} ${reply.error.reason ?? ''}`;
    });
    await Promise.race([acting, pass(wait)]);
    await running.kill();
    // What it said before it ended may come after.
    await pass(0);
    const lost = await prepared.look(folder, state.answered, time);
    return state.refused === '' ? lost : [...lost, `refused: ${state.refused}`];
  } finally {
    running.child.kill('SIGKILL');
    remove();
  }
}

async function killScene({ name, lasts, prepare }: Scene, times: number, chance: Chance): Promise<Outcome> {
  const prepared = await prepare(times);
  try {
    return await tryEach(times, `${name}, kill`, (time) => killOnce(prepared, time, chance.below(lasts)));
  } finally {
    prepared.dispose();
  }
}

export const kills: BrokenPromise = {
  name: 'kills',
  promise: 'An acknowledged write is never lost when the store is killed, whatever it was doing',
  few: 2,
  many: 500,
  tryIt: async (times, chance) => {
    const outcomes: Outcome[] = [];
    for (const scene of scenes)
      outcomes.push(await killScene(scene, Math.max(1, Math.round(times * scene.share)), chance));
    const left = times - outcomes.reduce((sum, { tried }) => sum + tried, 0);
    outcomes.push(await workAndKill(Math.max(1, left), chance));
    return {
      tried: outcomes.reduce((sum, { tried }) => sum + tried, 0),
      kept: outcomes.reduce((sum, { kept }) => sum + kept, 0),
      lost: outcomes.flatMap(({ lost }) => lost),
    };
  },
};
