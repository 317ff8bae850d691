import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../db/estimator/assumptions.ts';
import { addDraws } from '../../db/estimator/combineUnits.ts';
import { at } from '../../db/estimator/numbers.ts';
import { summarise, type Summary } from '../../db/estimator/summary.ts';
import { panelsOf } from '../../db/entry/cli/analyse/capacityPanels.ts';
import { capacityColumns } from '../../db/statistics/estimate/replication/specification.ts';
import { analyseCapacity } from '../support/analyseCapacity.ts';
import { inThread } from '../support/inThread.ts';
import { isStress } from '../support/stress.ts';
import { ownFile } from './data.ts';
import { runPanelChain, type PanelChain } from './panelChain.ts';
import { isWhole } from '../support/whole.ts';

type Law = { readonly mean: number; readonly sd: number };
type Named = Law & { readonly q: Readonly<Record<string, number>> };
type Listed = Law & { readonly q: readonly number[] };
type Posterior = Readonly<Record<'dbar' | 'tau' | 'phi' | 'sigma_v', Named>> & {
  readonly ramp_L_prob: Readonly<Record<string, number>>;
  readonly total_gap: Listed;
  readonly units: Readonly<Record<string, Listed>>;
};

const panelFile = ownFile('panel_truth.csv');
const posteriorFile = ownFile('expected', 'panel_truth_posterior.json');
const lastMonth = '2023-03';

function readTable() {
  const rows = parse<Record<string, string>>(readFileSync(panelFile, 'utf8'), { columns: true });
  return { columns: Object.keys(at(rows, 0)), rows, lines: rows.map((_, row) => row + 2) };
}

const levels = ['p025', 'p10', 'p25', 'p50', 'p75', 'p90', 'p975'] as const;
/** The names of the reference's quantiles in the order of `levels`. */
const named = ['0.025', '0.1', '0.25', '0.5', '0.75', '0.9', '0.975'] as const;

/** How far off, as shares of what is allowed to two long chains. */
function shares(own: Summary, law: Listed, slack: { mean: number; quantile: number }): Record<string, number> {
  return {
    mean: Math.abs(own.mean - law.mean) / (0.15 * law.sd + slack.mean),
    ...Object.fromEntries(
      levels.map((level, index) => {
        return [level, Math.abs(own[level] - at(law.q, index)) / (0.25 * law.sd + slack.quantile)];
      }),
    ),
  };
}

const patience = 600_000;

/** Under `npm run stress` two chains so long that chance is a small part of what is allowed; else one, and twice as much is allowed. */
const [seeds, sweeps, allowed] = isStress ? [[1, 2], 8000, 1] : [[1], isWhole ? 3000 : 1400, 2];
/** The application's own chain. */
const application = { sweeps: 2000, burnIn: 600, thin: 2 };

function expectLaw(name: string, own: Summary, law: Listed, slack = { mean: 0, quantile: 0 }): void {
  for (const [level, share] of Object.entries(shares(own, law, slack)))
    expect(share, `${name} ${level}`).toBeLessThan(allowed);
}

describe('the reference panel and its posterior by an independent implementation', () => {
  let posterior: Posterior;
  let chains: PanelChain[];
  beforeAll(async () => {
    posterior = JSON.parse(readFileSync(posteriorFile, 'utf8')) as Posterior;
    const panels = panelsOf(readTable(), capacityColumns.parse({}));
    const module = new URL('panelChain.ts', import.meta.url);
    chains = [];
    for (const seed of seeds) chains.push(await inThread(module, runPanelChain, panels, seed, sweeps));
  }, patience);

  it.each([
    ['centre', 'dbar'],
    ['spread', 'tau'],
    ['size', 'phi'],
    ['deviation', 'sigma_v'],
  ] as const)(
    'the %s of all units has its mean within .15 deviations and its quantiles within .25, or twice that',
    (own, name) => {
      const draws = chains.flatMap(({ shared }) => [...shared[own]]);
      const { mean, sd, q } = posterior[name];
      expectLaw(name, summarise(draws), { mean, sd, q: named.map((level) => q[level]!) });
    },
  );

  it('the ramp has the same probabilities', () => {
    const draws = chains.flatMap(({ shared }) => [...shared.ramp]);
    defaultAssumptions.rampMonths.forEach((length, index) => {
      const share = draws.filter((ramp) => ramp === index).length / draws.length;
      expect(Math.abs(share - posterior.ramp_L_prob[String(length)]!), `${length} months`).toBeLessThan(0.08);
    });
  });

  it('every unit’s backlog without the funded staff has its law', () => {
    expect(Object.keys(posterior.units)).toHaveLength(30);
    // Files are whole: a quantile falls on one file or the next, and the reference's own two chains differ by up to one file in the mean.
    const slack = { mean: 0.5, quantile: 1 };
    for (const [unitId, law] of Object.entries(posterior.units)) {
      const own = chains.flatMap(({ units }) => {
        const unit = units.find((each) => each.unitId === unitId)!;
        expect(unit.asOf).toBe(lastMonth);
        return [...unit.avoided].map((files) => files + unit.backlog);
      });
      expectLaw(unitId, summarise(own), law, slack);
    }
  });

  it('the total, draw by draw over the units, has its law', () => {
    const totals = chains.flatMap(({ units }) => [...addDraws(units.map(({ avoided }) => avoided))]);
    expectLaw('total', summarise(totals), posterior.total_gap);
  });

  it.runIf(isWhole)(
    'the command line finds it in the file as it is, and 2,000 sweeps have an effective sample of 50 or more of every parameter',
    async () => {
      const module = new URL('../support/analyseCapacity.ts', import.meta.url);
      // Its default is longer than the application's chain.
      const lengths = isStress ? [{}, application] : [application];
      // Months as they were taken to be where the posterior was sampled, as in `runPanelChain`.
      const assumptions = { productivityMean: 0.7, productivityDeviation: 0.5, fixedWalk: 1e-4, fixedDrift: 0 };
      for (const length of lengths) {
        const { fit, total } = await inThread(module, analyseCapacity, readTable(), { ...length, assumptions });
        expect(fit).toMatchObject({ units: 42, fundedUnits: 30, ...('sweeps' in length && { sweeps: 2000 }) });
        expect(fit!.effectiveSampleSize).toBeGreaterThan(50);
        expect(total).toMatchObject([{ month: lastMonth, units: 30 }]);
        const { mean, sd } = posterior.total_gap;
        const share = 'sweeps' in length ? 0.3 : 0.15;
        expect(Math.abs(total[0]!.avoided.mean - mean)).toBeLessThan(share * sd);
      }
    },
    patience,
  );
});
