import { join } from 'node:path';
import { buildCoordinationWorkspace } from './coordinationWorkspace.ts';
import { buildPacks } from './packs.ts';
import { placeWhole } from './place.ts';
import { demonstrationDays, type DemonstrationDays } from './days.ts';
import type { CivilDate } from '#contract/ground/dates';
import type { Job } from '../../ground/kernel/job.ts';
import type { Processes } from './session.ts';
import { writeSampleFile } from './sampleFile.ts';
import { buildUnitWorkspace } from './unitWorkspace.ts';

/** Both workspaces, from their story. */
export function prepareDemonstration(
  folder: string,
  processes: Processes,
  job: Job,
  day?: CivilDate,
): Promise<readonly string[]> {
  return placeWhole(folder, false, (building) => build(building, processes, job, demonstrationDays(day)));
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
