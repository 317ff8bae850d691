import { createHash } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { Assumptions, CounterfactualResult } from '#contract/counterfactual';
import { addMonths, monthsBetween, type Month } from '#contract/dates';
import type { UnitId } from '#contract/ids';
import { defaultAssumptions as analysisDefaults } from '../analysis/assumptions.ts';
import { defaultDraws } from '../analysis/counterfactual.ts';
import type { UnitPanel } from '../analysis/panel.ts';
import type { CounterfactualOutcome, CounterfactualTask } from '../analysis/run.ts';
import { canonicalJson } from '../kernel/canonicalJson.ts';
import { unit } from '../schema/common/units.ts';
import type { Job, ReadContext, ReadDb } from '../store/types.ts';
import { readPanels } from './panels.ts';
import { toTotal } from './toTotal.ts';
import { toUnitResult } from './toResult.ts';

/** The same inputs give the same draws: the seed is a constant of the method, not of the moment. */
const seed = 20_260_401;
/** Months for which a total is drawn. */
const totalWindow = 60;

function analysisAssumptions(chosen: Assumptions): CounterfactualTask['assumptions'] {
  return {
    ...analysisDefaults,
    ...(chosen.rampMonths !== null && { rampMonths: [chosen.rampMonths] }),
    overtimeProductivity: chosen.overtimeProductivity,
    substitutionShare: chosen.substitutionShare,
    inducedInflowShare: chosen.inducedInflowShare,
  };
}

function hashOf(input: CounterfactualTask): string {
  return createHash('sha256').update(canonicalJson(input)).digest('hex');
}

interface Kept {
  readonly output: CounterfactualOutcome | null;
}

/**
 * Estimates the units in a worker thread. A result is kept by the hash of its inputs until the lock, so a second look
 * at the same data is immediate; `fromMemory` says so.
 */
export async function estimateUnits(
  db: ReadDb,
  unitIds: readonly string[],
  lastMonth: Month,
  assumptions: Assumptions,
  context: ReadContext,
  job: Job,
): Promise<CounterfactualResult & { readonly fromMemory: boolean }> {
  const all = await readPanels(db, unitIds, lastMonth, context.session.workspace.kind);
  const panels = all.filter(wasFunded);
  const input: CounterfactualTask = {
    panels,
    assumptions: analysisAssumptions(assumptions),
    seed,
    draws: defaultDraws,
    totalMonths: monthsBetween(addMonths(lastMonth, 1 - totalWindow), lastMonth),
    withSensitivity: unitIds.length === 1,
  };
  const inputsHash = hashOf(input);
  const key = `counterfactual ${inputsHash}`;
  const kept = context.memory.get(key) as Kept | undefined;
  const output =
    kept?.output ??
    (panels.length === 0 ? null : await context.compute<CounterfactualOutcome>({ name: 'counterfactual', input }, job));
  context.memory.set(key, { output } satisfies Kept);
  return {
    method: 'A_provisional',
    seed,
    draws: defaultDraws,
    assumptions,
    lastMonth,
    units: await unitResults(db, unitIds, all, panels, output),
    total: unitIds.length > 1 ? toTotal(output?.total ?? null, unitIds.length) : null,
    inputsHash,
    fromMemory: kept !== undefined,
  };
}

/** A unit that never had funded staff has a gap of exactly zero by construction: in a total it would only pad the coverage. */
function wasFunded({ fteFunded, overtimeFunded }: UnitPanel): boolean {
  // Where no month says how many funded staff there were, the estimate refuses and says so.
  return (
    fteFunded.every((each) => each === null) ||
    [...fteFunded, ...overtimeFunded].some((each) => each !== null && each > 0)
  );
}

type UnitResult = CounterfactualResult['units'][number];

async function unitResults(
  db: ReadDb,
  unitIds: readonly string[],
  all: readonly UnitPanel[],
  panels: readonly UnitPanel[],
  output: CounterfactualOutcome | null,
): Promise<UnitResult[]> {
  const codes = await db
    .select({ id: unit.id, code: unit.code })
    .from(unit)
    .where(inArray(unit.id, [...unitIds]));
  const resultOf = (unitId: string): UnitResult['result'] => {
    const index = panels.findIndex((each) => each.unitId === unitId);
    const panel = panels[index];
    const found = output?.units[index];
    if (panel && found) return toUnitResult(found, panel);
    const code = all.some((each) => each.unitId === unitId) ? 'no_funding' : 'no_data';
    return { status: 'refused', reasons: [{ code, months: [] }] };
  };
  return unitIds
    .map((unitId) => ({
      unitId: unitId as UnitId,
      code: codes.find((each) => each.id === unitId)?.code ?? '',
      result: resultOf(unitId),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
