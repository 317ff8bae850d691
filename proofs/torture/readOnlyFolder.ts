import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sha256 } from '../../db/ground/kernel/signing.ts';
import { StoreFailure } from '../../db/ground/kernel/failure.ts';
import { smallDisk } from './fullDisk.ts';
import { tryEach, type BrokenPromise, type Chance } from './promise.ts';
import { Work } from './work.ts';
import { buildTemplate, type Template } from './workload.ts';

const contentOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => `${name} ${sha256(readFileSync(join(parentPath, name), 'latin1'))}`)
    .sort()
    .join();

function openingOf(work: Work): string {
  try {
    work.open();
    return 'opened';
  } catch (error) {
    return error instanceof StoreFailure ? error.code : 'internal';
  }
}

async function tryReadOnly(
  disk: ReturnType<typeof smallDisk>,
  { test, unitId }: Template,
  chance: Chance,
): Promise<readonly string[]> {
  for (const name of readdirSync(disk.path)) rmSync(join(disk.path, name), { recursive: true });
  const folder = join(disk.path, basename(test.folder));
  cpSync(test.folder, folder, { recursive: true });
  const work = new Work(folder, unitId, chance);
  work.open();
  const first = await work.signIn();
  for (let each = 0; each < 1 + chance.below(4); each += 1) await work.act();
  work.store.close();
  const before = contentOf(folder);
  disk.remount('ro');
  const opening = openingOf(work);
  work.store.close();
  disk.remount('rw');
  const isSame = contentOf(folder) === before;
  work.open();
  const after = (await work.signIn()) ?? (await work.log());
  return [
    ...(first === null ? [] : [`the first sign-in: ${first}`]),
    ...(opening === 'read_only' ? [] : [`read-only: ${opening}`]),
    ...(isSame ? [] : ['a file was changed']),
    ...(after === null ? [] : [`writable again: ${after}`]),
    ...(await work.look()),
  ];
}

export const readOnlyFolder: BrokenPromise = {
  name: 'read-only folder',
  promise: 'A folder that cannot be written is refused as such, unchanged, and opens once it can be',
  few: 2,
  many: 100,
  tryIt: async (times, chance) => {
    const template = await buildTemplate();
    const disk = smallDisk(16);
    try {
      return await tryEach(times, 'folder', () => tryReadOnly(disk, template, chance));
    } finally {
      disk.remove();
      template.test.dispose();
    }
  },
};
