import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildCoordinationWorkspace } from './coordinationWorkspace.ts';
import { coordinationWorkspaceName, unitWorkspaceName } from './names.ts';
import { buildPacks } from './packs.ts';
import { demonstrationDays, type DemonstrationDays } from './days.ts';
import type { CivilDate } from '#contract/ground/dates';
import type { Job } from '../../ground/kernel/job.ts';
import type { Processes } from './session.ts';
import { writeSampleFile } from './sampleFile.ts';
import { buildUnitWorkspace } from './unitWorkspace.ts';

export const demonstrationFolders = [unitWorkspaceName, coordinationWorkspaceName].map((name) => `${name}.vigie`);

/** Builds both workspaces aside and puts them in place when whole: a demonstration is there or it is not. */
export async function prepareDemonstration(
  folder: string,
  processes: Processes,
  job: Job,
  day?: CivilDate,
): Promise<readonly string[]> {
  if (demonstrationFolders.every((name) => existsSync(join(folder, name)))) return demonstrationFolders;
  const building = join(folder, 'building');
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  try {
    await build(building, processes, job, demonstrationDays(day));
    for (const name of [...demonstrationFolders, 'packs', 'sample']) {
      rmSync(join(folder, name), { recursive: true, force: true });
      renameSync(join(building, name), join(folder, name));
    }
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return demonstrationFolders;
}

async function build(folder: string, processes: Processes, job: Job, days: DemonstrationDays): Promise<void> {
  const packs = join(folder, 'packs');
  const paths = [...(await buildPacks(folder, packs, processes, job, days))];
  await job.breathe();
  const unit = await buildUnitWorkspace(folder, processes, days);
  try {
    const own = join(packs, 'U01-U03.vigiepack');
    await unit.call('packs.export', { quarter: days.reportedQuarter, file: unit.grant(own) });
    paths.unshift(own);
  } finally {
    unit.store.close();
  }
  await job.breathe();
  (await buildCoordinationWorkspace(folder, paths, processes, days)).store.close();
  writeSampleFile(join(folder, 'sample'), days);
}
