import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { administrator } from '../../tests/support/store.ts';
import { StoreProcess } from '../../tests/support/storeProcess.ts';
import { Disk } from './disk.ts';
import type { BrokenPromise, Chance } from './promise.ts';
import { readTrace, straceOf, type Step } from './trace.ts';
import { buildTemplate, copyFolder, lookAt, nextAct, type Act, type Template } from './workload.ts';

export const canTrace = spawnSync('strace', ['--version']).status === 0;

const officer = administrator;
const changed = 'another passphrase, as long';
const cutsOfOneRun = 40;

interface Traced {
  readonly steps: readonly Step[];
  /** In the order of their calls. */
  readonly asked: readonly Act[];
}

/** Work in the built store under a trace of all that it does to files, with a change of passphrase and of the store's key. */
async function traceWork(template: Template, folder: string, chance: Chance): Promise<Traced> {
  const output = join(folder, '..', 'trace');
  const running = new StoreProcess(straceOf(output));
  const asked: Act[] = [];
  const ask = async (method: string, input: object): Promise<unknown> => {
    asked.push({ method, input });
    const reply = await running.ask(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.code}`);
    return reply.value;
  };
  const work = async (number: number): Promise<void> => {
    const act = nextAct(chance, template.unitId, number);
    await ask(act.method, act.input);
  };
  const leaves = { login: 'leaves', displayName: 'Leaves', roles: ['investigator'], unitIds: [template.unitId] };
  try {
    const signedIn = await running.signIn(folder, officer);
    if (!signedIn.ok) throw new Error(`could not sign in: ${signedIn.error.code}`);
    for (let number = 0; number < 6; number += 1) await work(number);
    const { id } = (await ask('users.create', { ...leaves, passphrase: officer.passphrase })) as { id: string };
    await ask('users.disable', { userId: id });
    await work(6);
    await ask('session.changePassphrase', { current: officer.passphrase, next: changed });
    await work(7);
  } finally {
    await running.kill();
  }
  return { steps: readTrace(output), asked };
}

/** The acts that were answered in these steps: the first call of a run is its sign-in. */
function answered(steps: readonly Step[], asked: readonly Act[]): readonly Act[] {
  const said = steps.flatMap((step) => (step.kind === 'said' ? [step.text] : [])).join('');
  return asked.filter((_, index) => said.includes(`"type":"reply","id":${String(index + 2)},`));
}

/** Which passphrases may open what is left: the old one until the new one was answered for. */
function passphrasesAfter(acts: readonly Act[]): readonly string[] {
  return acts.some(({ method }) => method === 'session.changePassphrase') ? [changed] : [officer.passphrase, changed];
}

async function cutOneRun(template: Template, cuts: number, chance: Chance): Promise<readonly (readonly string[])[]> {
  const { folder, remove } = copyFolder(template.test.folder);
  try {
    const disk = new Disk(folder);
    const { steps, asked } = await traceWork(template, folder, chance);
    const moments = Array.from({ length: cuts }, () => chance.below(steps.length)).sort((a, b) => a - b);
    const missing: (readonly string[])[] = [];
    let done = 0;
    for (const [index, moment] of moments.entries()) {
      for (const step of steps.slice(done, moment)) disk.apply(step);
      done = Math.max(done, moment);
      const left = join(folder, '..', `cut-${String(index)}`, 'Test.vigie');
      disk.writeAfterCut(left, chance);
      const acts = answered(steps.slice(0, moment), asked);
      missing.push(await lookAt(left, acts, passphrasesAfter(acts)));
    }
    return missing;
  } finally {
    remove();
  }
}

export const powerCuts: BrokenPromise = {
  name: 'power cuts',
  promise: 'An acknowledged write is never lost when the power is cut and what was not synced is gone',
  few: 1,
  many: 500,
  tryIt: async (times, chance) => {
    const template = await buildTemplate();
    try {
      const all: (readonly string[])[] = [];
      while (all.length < times)
        all.push(...(await cutOneRun(template, Math.min(cutsOfOneRun, times - all.length), chance)));
      const lost = all.flatMap((missing, index) => missing.map((each) => `cut ${String(index)}: ${each}`));
      return { tried: all.length, kept: all.filter((missing) => missing.length === 0).length, lost };
    } finally {
      template.test.dispose();
    }
  },
};
