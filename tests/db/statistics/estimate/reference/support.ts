import { randomUUID } from 'node:crypto';
import type { Measure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { JobId, UnitId } from '#contract/ground/ids';
import { nextMonth, type UnitPanel } from '../../../../../db/estimator/panel.ts';
import { defaultSimulation, simulatePanels } from '../../../../../db/estimator/simulate.ts';
import { unit } from '../../../../../db/ground/schema/common/units.ts';
import { unitMonth } from '../../../../../db/ground/schema/common/unitMonths.ts';
import type { WriteTx } from '../../../../../db/ground/kernel/database.ts';
import { refreshSession } from '../../../../../db/store/unlock.ts';
import { systemIds } from '../../../../../db/ground/kernel/ids.ts';
import { administrator, createTestStore, createUnitAndUser, type TestStore } from '../../../../support/store.ts';

export const newJob = (): JobId => randomUUID() as JobId;
const lastOf = (panel: UnitPanel): Month => panel.months.at(-1) as Month;

/** Fictitious units with a known truth; the last month is that of the tests' clock. */
export function panelsOf(units: number, months = 40): readonly UnitPanel[] {
  const start = new Date(Date.UTC(2026, 9 - months, 1)).toISOString().slice(0, 7);
  const settings = { ...defaultSimulation, seed: 6, months, units, funded: Math.ceil(units / 2), unreportedShare: 0 };
  return simulatePanels({ ...settings, decisionMonth: 20, firstMonth: nextMonth(start) }).map(({ panel }) => panel);
}

/** The unit-months that give the panel back; what the simulation loses on the way is reclassified. */
async function record(tx: WriteTx, unitId: UnitId, panel: UnitPanel): Promise<void> {
  const rows = panel.months.flatMap((month, t) => {
    const flow = {
      received: panel.inflowReferred[t] ?? 0,
      proactive: panel.inflowProactive[t] ?? 0,
      concluded: panel.outflowInvestigated[t] ?? 0,
      administrative: panel.outflowAdministrative[t] ?? 0,
    };
    const closing = panel.backlog[t] ?? 0;
    const before = closing - flow.received - flow.proactive + flow.concluded + flow.administrative;
    const values: Partial<Record<Measure, number>> = {
      ...flow,
      ...{ reopened: 0, returned: 0, transferred_in: 0, to_court: 0, transferred_out: 0 },
      ...(t === 0
        ? { backlog_opening: before, reclassified: 0 }
        : { reclassified: before - (panel.backlog[t - 1] ?? 0) }),
      fte_base: panel.fteBase[t] ?? 0,
      fte_funded: panel.fteFunded[t] ?? 0,
      overtime_base_hours: 0,
      overtime_funded_hours: 0,
    };
    return Object.entries(values).map(([measure, value]) => ({
      ...{ measure: measure as Measure, month: month as Month, value },
      ...({ status: panel.partialMonths?.includes(t) ? 'partial' : 'complete', source: 'declared' } as const),
    }));
  });
  await tx.insert(unitMonth).values(rows.map((row) => ({ unitId, ...row })));
}

export async function addUnits(test: TestStore, panels: readonly UnitPanel[]): Promise<UnitId[]> {
  const { tx } = test.store.requireUnlocked();
  // In their order, so that other units of the same panels are given the same answers.
  const ids = panels.map((): UnitId => systemIds());
  for (const [index, panel] of panels.entries()) {
    const [id, code] = [ids[index]!, `U${String(index + 1).padStart(2, '0')}`];
    await tx.insert(unit).values({ id, code, nameEn: code, nameFr: code, service: 'Fictitious' });
    await record(tx, id, panel);
  }
  await refreshSession(test.store);
  return ids;
}

export interface Laboratory {
  readonly test: TestStore;
  readonly unitIds: readonly UnitId[];
  readonly lastMonth: Month;
}

/** A coordination workspace of the units, its coordinator signed in. */
export async function coordinationOf(panels: readonly UnitPanel[]): Promise<Laboratory> {
  const test = await createTestStore('coordination');
  await test.call('users.create', {
    login: 'coordinator',
    displayName: 'Coordinator',
    roles: ['coordinator'],
    unitIds: [],
    passphrase: administrator.passphrase,
  });
  await test.signInAs('coordinator');
  return { test, unitIds: await addUnits(test, panels), lastMonth: lastOf(panels[0]!) };
}

/** A unit workspace with one unit, its supervisor signed in. */
export async function unitWorkspaceOf(panel: UnitPanel): Promise<Laboratory> {
  const test = await createTestStore('unit');
  const { unitId } = await createUnitAndUser(test);
  await record(test.store.requireUnlocked().tx, unitId, panel);
  return { test, unitIds: [unitId], lastMonth: lastOf(panel) };
}
