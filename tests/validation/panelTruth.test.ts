import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../db/analysis/assumptions.ts';
import { addDraws } from '../../db/analysis/combineUnits.ts';
import { unitGaps } from '../../db/analysis/estimate.ts';
import { at } from '../../db/analysis/numbers.ts';
import { fitCapacity, type CapacityFit, type PosteriorDraw } from '../../db/analysis/sampler/fit.ts';
import { summarise, type Summary } from '../../db/analysis/summary.ts';
import { sortUnits } from '../../db/analysis/usable.ts';
import { capacity } from '../../db/cli/analyse/capacity.ts';
import { capacityColumns, panelsOf } from '../../db/cli/analyse/capacityPanels.ts';

type Law = { readonly mean: number; readonly sd: number };
type Named = Law & { readonly q: Readonly<Record<string, number>> };
type Posterior = Readonly<Record<'dbar' | 'tau' | 'phi' | 'sigma_v', Named>> & {
  readonly ramp_L_prob: Readonly<Record<string, number>>;
  readonly total_gap: Law & { readonly q: readonly number[] };
  readonly units: Readonly<Record<string, Law & { readonly q: readonly number[] }>>;
};

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = resolve(root, process.env['VIGIE_VALIDATION_DATA'] ?? '../shared/data');
const panelFile = join(folder, 'panel_truth.csv');
const posteriorFile = join(folder, 'expected', 'panel_truth_posterior.json');
const missing = !existsSync(panelFile) || !existsSync(posteriorFile);
const reason = missing
  ? ' (skipped: reference panel not found; set VIGIE_VALIDATION_DATA to the folder that holds it)'
  : '';
const lastMonth = '2023-03';

function readTable() {
  const rows = parse<Record<string, string>>(readFileSync(panelFile, 'utf8'), { columns: true });
  return { columns: Object.keys(rows[0]!), rows };
}

const levels = ['p025', 'p10', 'p25', 'p50', 'p75', 'p90', 'p975'] as const;

function expectLaw(own: Summary, law: Law, q: readonly number[], slack = 0): void {
  expect(Math.abs(own.mean - law.mean)).toBeLessThan(0.15 * law.sd + slack);
  levels.forEach((level, index) => {
    // In chains of this length chance alone moves the outermost quantiles of one unit of thirty by that much.
    if (slack > 0 && (level === 'p025' || level === 'p975')) return;
    expect(Math.abs(own[level] - q[index]!), level).toBeLessThan(0.25 * law.sd + 2 * slack);
  });
}

describe.skipIf(missing)(`the reference panel and its posterior by an independent implementation${reason}`, () => {
  const posterior = missing ? null : (JSON.parse(readFileSync(posteriorFile, 'utf8')) as Posterior);
  const panels = missing ? [] : panelsOf(readTable(), capacityColumns.parse({}));
  const { usable } = sortUnits(panels);
  // Two chains of their own seeds, long enough that chance is a small part of the tolerance.
  const fits = missing
    ? []
    : [1, 2].map((seed) => fitCapacity(usable, defaultAssumptions, { seed, sweeps: 7000, burnIn: 1000, thin: 3 }));
  const all = (read: (draw: PosteriorDraw) => number): Summary => summarise(fits.flatMap((fit) => fit.draws.map(read)));
  /** Files avoided by unit in the last month, both chains one after the other. */
  const gaps = usable.map((unit, index) => {
    const draws = fits.map((fit: CapacityFit, chain) => unitGaps(fit, index, defaultAssumptions, chain + 1).at(-1));
    return { unit, draws: draws.filter((each) => each !== undefined) };
  });

  it('mean productivity, its spread, size and circumstances are within .15 deviations, their quantiles within .25', () => {
    const { dbar, tau, phi, sigma_v } = posterior!;
    expectLaw(
      all((draw) => draw.centre),
      dbar,
      Object.values(dbar.q),
    );
    expectLaw(
      all((draw) => draw.spread),
      tau,
      Object.values(tau.q),
    );
    expectLaw(
      all((draw) => draw.size),
      phi,
      Object.values(phi.q),
    );
    expectLaw(
      all((draw) => draw.deviation),
      sigma_v,
      Object.values(sigma_v.q),
    );
  });

  it('the ramp has the same probabilities', () => {
    const draws = fits.flatMap((fit) => fit.draws);
    defaultAssumptions.rampMonths.forEach((length, index) => {
      const share = draws.filter((draw) => draw.ramp === index).length / draws.length;
      expect(Math.abs(share - posterior!.ramp_L_prob[String(length)]!)).toBeLessThan(0.08);
    });
  });

  it('every unit’s backlog without the funded staff is the same; a file of slack, because counts are whole', () => {
    let checked = 0;
    for (const { unit, draws } of gaps) {
      const law = posterior!.units[unit.panel.unitId];
      if (law === undefined || at(unit.panel.months, unit.window.last) !== lastMonth) continue;
      const backlog = at(unit.panel.backlog, unit.window.last)!;
      expectLaw(summarise(draws.flatMap((each) => [...each].map((gap) => gap + backlog))), law, law.q, 0.5);
      checked += 1;
    }
    expect(checked).toBe(30);
  });

  it('the total is the sum of the draws, and agrees', () => {
    const funded = gaps.filter(({ draws }) => draws.length > 0);
    const total = [0, 1].flatMap((chain) => [...addDraws(funded.map(({ draws }) => draws[chain]!))]);
    expectLaw(summarise(total), posterior!.total_gap, posterior!.total_gap.q);
  });

  it('the command line finds it in the file as it is, with an effective sample of 100 or more in 2,000 sweeps', () => {
    const found = capacity.run(readTable(), {}) as {
      readonly fit: { readonly effectiveSampleSize: number };
      readonly total: readonly { readonly month: string; readonly units: number; readonly avoided: Summary }[];
    };
    expect(found.fit.effectiveSampleSize).toBeGreaterThan(100);
    const [total] = found.total;
    expect(total).toMatchObject({ month: lastMonth, units: 30 });
    const { mean, sd } = posterior!.total_gap;
    expect(Math.abs(total!.avoided.mean - mean)).toBeLessThan(0.3 * sd);
  }, 120_000);
});
