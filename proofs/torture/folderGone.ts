import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tryEach, type BrokenPromise, type Chance } from './promise.ts';
import { Work } from './work.ts';
import { buildTemplate, copyFolder, type Template } from './workload.ts';

/** How a folder goes under an open store, and how it comes back. */
const ways: readonly { readonly go: (folder: string) => void; readonly comeBack: (folder: string) => void }[] = [
  {
    go: (folder) => {
      renameSync(folder, `${folder}.away`);
    },
    comeBack: (folder) => {
      // What the closing store may have made in its place is not the workspace.
      rmSync(folder, { recursive: true, force: true });
      renameSync(`${folder}.away`, folder);
    },
  },
  {
    go: (folder) => {
      cpSync(folder, `${folder}.away`, { recursive: true });
      rmSync(folder, { recursive: true });
    },
    comeBack: (folder) => {
      rmSync(folder, { recursive: true, force: true });
      renameSync(`${folder}.away`, folder);
    },
  },
  {
    go: (folder) => {
      renameSync(join(folder, 'store.db'), join(folder, '..', 'store.db.away'));
    },
    comeBack: (folder) => {
      renameSync(join(folder, '..', 'store.db.away'), join(folder, 'store.db'));
    },
  },
];

async function loseFolder({ test, unitId }: Template, chance: Chance): Promise<readonly string[]> {
  const { folder, remove } = copyFolder(test.folder);
  const work = new Work(folder, unitId, chance);
  try {
    work.open();
    const first = await work.signIn();
    for (let each = 0; each < 1 + chance.below(5); each += 1) await work.act();
    const { go, comeBack } = chance.oneOf(ways);
    go(folder);
    const wrong: string[] = first === null ? [] : [`the first sign-in: ${first}`];
    for (let each = 0; each < 3; each += 1) {
      const answer = await work.log();
      if (answer === null) wrong.push('a write was acknowledged into nothing');
      else if (answer.startsWith('internal')) wrong.push(answer);
    }
    work.store.close();
    comeBack(folder);
    work.open();
    const after = (await work.signIn()) ?? (await work.log());
    if (after !== null) wrong.push(`back again: ${after}`);
    return [...wrong, ...(await work.look())];
  } finally {
    work.store.close();
    remove();
  }
}

export const folderGone: BrokenPromise = {
  name: 'folder gone',
  promise: 'A write into a folder that is gone is never acknowledged, and nothing that was answered before is lost',
  few: 4,
  many: 200,
  tryIt: async (times, chance) => {
    const template = await buildTemplate();
    try {
      return await tryEach(times, 'folder', () => loseFolder(template, chance));
    } finally {
      template.test.dispose();
    }
  },
};
