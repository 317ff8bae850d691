import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { firstDayOf, monthOf } from '#contract/ground/dates';
import { unit, countingRule } from '../../ground/schema/common/units.ts';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import type { Job } from '../../ground/kernel/job.ts';
import { transact } from '../../store/transact.ts';
import type { DemonstrationDays } from './days.ts';
import { countingStatement, otherUnits, seed, type NamedUnit } from './names.ts';
import { newDemonstrationWorkspace } from './newWorkspace.ts';
import { declaredPanel, type DeclaredCell } from './panel.ts';
import { Builder, type Processes } from './session.ts';
import { flawOf, simulateOtherUnits } from './simulated.ts';
import { insertAll } from '../../ground/kernel/insertAll.ts';

/** Every other unit makes its pack in a workspace of its own, with its own key, and sends it. Returns the packs' paths. */
export async function buildPacks(
  parent: string,
  packs: string,
  processes: Processes,
  job: Job,
  days: DemonstrationDays,
): Promise<readonly string[]> {
  mkdirSync(packs, { recursive: true });
  const simulated = simulateOtherUnits(days, seed);
  const paths: string[] = [];
  for (const [position, named] of otherUnits.entries()) {
    const panel = simulated[position];
    if (!panel) continue;
    const path = join(packs, `${named.code}.vigiepack`);
    const cells = declaredPanel(panel, position, flawOf(named.code), days.wholeFrom);
    await buildPack(parent, path, named, cells, new Builder(named.code, processes, days));
    paths.push(path);
    job.progress('building', position + 1, otherUnits.length);
    job.checkpoint();
  }
  return paths;
}

async function buildPack(
  parent: string,
  path: string,
  named: NamedUnit,
  cells: readonly DeclaredCell[],
  builder: Builder,
): Promise<void> {
  const { firstMonth, lastDay, reportedQuarter } = builder.days;
  const folder = await newDemonstrationWorkspace(builder, parent, named.service + ' ' + named.code, 'unit');
  try {
    const id = builder.store.options.newId();
    await transact(builder.store, 'demonstration.prepare', async (tx) => {
      await tx
        .insert(unit)
        .values({ id, code: named.code, nameEn: named.name.en, nameFr: named.name.fr, service: named.service });
      await tx.insert(countingRule).values({
        unitId: id,
        validFrom: firstDayOf(firstMonth),
        backlogDefinition: 'exclude_court',
        statementEn: countingStatement.en,
        statementFr: countingStatement.fr,
      });
      await insertAll(
        tx,
        unitMonth,
        cells.map((cell) => ({ ...cell, unitId: id, source: 'declared' })),
      );
      return { output: null, audit: { facts: { cells: cells.length, until: monthOf(lastDay) } } };
    });
    await builder.call('packs.export', { quarter: reportedQuarter, file: builder.grant(path) });
  } finally {
    builder.store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
