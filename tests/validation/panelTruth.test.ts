import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../db/analysis/assumptions.ts';
import { combineUnits } from '../../db/analysis/combineUnits.ts';
import { estimateCounterfactual, type EstimatedCounterfactual } from '../../db/analysis/counterfactual.ts';
import type { UnitPanel } from '../../db/analysis/panel.ts';

type Row = Readonly<
  Record<
    'unit' | 'month' | 'inflow' | 'outflow' | 'backlog' | 'fte_base' | 'fte_funded' | 'TRUE_backlog_no_funding',
    string
  >
>;
type Posterior = { readonly units: Readonly<Record<string, { readonly q: readonly number[] }>> };

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = resolve(root, process.env['VIGIE_VALIDATION_DATA'] ?? '../shared/data');
const panelFile = join(folder, 'panel_truth.csv');
const posteriorFile = join(folder, 'expected', 'panel_truth_posterior.json');
const missing = !existsSync(panelFile) || !existsSync(posteriorFile);
const reason = missing
  ? ' (skipped: reference panel not found; set VIGIE_VALIDATION_DATA to the folder that holds it)'
  : '';
const lastMonth = '2023-03';

function numberOrNull(text: string): number | null {
  return text === '' ? null : Number(text);
}

function readPanels(): { readonly panel: UnitPanel; readonly truth: readonly number[] }[] {
  const rows = parse<Row>(readFileSync(panelFile, 'utf8'), { columns: true });
  const unitIds = [...new Set(rows.map((row) => row.unit))];
  return unitIds.map((unitId) => {
    const own = rows.filter((row) => row.unit === unitId);
    const none = own.map(() => null);
    const outflow = own.map((row) => numberOrNull(row.outflow));
    const panel: UnitPanel = {
      unitId,
      months: own.map((row) => row.month),
      inflowReferred: own.map((row) => numberOrNull(row.inflow)),
      inflowProactive: none,
      outflowInvestigated: outflow,
      outflowAdministrative: outflow.map((value) => (value === null ? null : 0)),
      backlog: own.map((row) => numberOrNull(row.backlog)),
      fteBase: own.map((row) => numberOrNull(row.fte_base)),
      fteFunded: own.map((row) => numberOrNull(row.fte_funded)),
      overtimeBase: none,
      overtimeFunded: none,
      definitionId: none,
    };
    return { panel, truth: own.map((row) => Number(row.TRUE_backlog_no_funding)) };
  });
}

describe.skipIf(missing)(`the reference panel with a known path without funding${reason}`, () => {
  const units = missing ? [] : readPanels();
  const results = units.map(({ panel }) =>
    estimateCounterfactual(panel, defaultAssumptions, { seed: 2026, keepMonths: [lastMonth] }),
  );
  const funded = results.filter(
    (result): result is EstimatedCounterfactual => result.status === 'estimated' && result.fundingStart !== null,
  );

  it('is estimated for every funded unit, and no unit is refused', () => {
    expect(results.every((result) => result.status === 'estimated')).toBe(true);
    expect(funded).toHaveLength(30);
  });

  it('has the truth in the 95 % interval of nearly all units and of the total', () => {
    let inside = 0;
    let expectedAvoided = 0;
    for (const result of funded) {
      const unit = units.find(({ panel }) => panel.unitId === result.unitId)!;
      const t = result.months.indexOf(result.asOf);
      const truth = unit.truth[t]!;
      if (result.asOf === lastMonth) expectedAvoided += truth - unit.panel.backlog[t]!;
      if (truth >= result.fan[t]!.p025 && truth <= result.fan[t]!.p975) inside += 1;
    }
    expect(inside).toBeGreaterThanOrEqual(27);
    const [total] = combineUnits(funded, [lastMonth]).months;
    expect(total!.avoided!.p025).toBeLessThan(expectedAvoided);
    expect(total!.avoided!.p975).toBeGreaterThan(expectedAvoided);
  });

  it('is less certain than the full model, as it must be: 80 % intervals are wider for nearly all units', () => {
    const posterior = JSON.parse(readFileSync(posteriorFile, 'utf8')) as Posterior;
    const wider = funded.filter((result) => {
      const q = posterior.units[result.unitId]?.q;
      return q !== undefined && result.avoidedNow.p90 - result.avoidedNow.p10 > q[5]! - q[1]!;
    });
    expect(wider.length).toBeGreaterThanOrEqual(27);
  });
});
