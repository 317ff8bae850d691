import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { panelsOf } from '../../db/entry/cli/analyse/capacityPanels.ts';
import { at } from '../../db/estimator/numbers.ts';
import { capacityColumns } from '../../db/statistics/estimate/replication/specification.ts';
import { inThread } from '../support/inThread.ts';
import { isWhole } from '../support/whole.ts';
import { ownFile } from './data.ts';
import { describeMonths, type Law } from './monthsChain.ts';

const module = new URL('monthsChain.ts', import.meta.url);
/** Of each of four chains; what is allowed follows from the error of their means, so that fewer allow a little more. */
const sweeps = isWhole ? 6000 : 3000;
type Posteriors = Readonly<Record<string, Readonly<Record<string, Law>>>>;
const posteriorsOf = (model: string): Posteriors =>
  JSON.parse(readFileSync(ownFile('expected', `${model}_posterior.json`), 'utf8')) as Posteriors;

function panelsIn(name: string) {
  const rows = parse<Record<string, string>>(readFileSync(ownFile(`${name}.csv`), 'utf8'), { columns: true });
  const table = { columns: Object.keys(at(rows, 0)), rows, lines: rows.map((_, row) => row + 2) };
  return panelsOf(table, capacityColumns.parse({}));
}

/** About 120 means are compared: by chance none is this many standard errors off. */
const tooFar = 5;
/** Both are of some thousand draws: the errors of the errors, as a share of a deviation. */
const slack = 0.03;

async function compare(model: 'drift' | 'months', name: string): Promise<void> {
  const expected = Object.entries(posteriorsOf(model)[name]!);
  expect(expected.length).toBeGreaterThan(25);
  const parameters = expected.map(([parameter]) => parameter);
  const found = await inThread(module, describeMonths, panelsIn(name), model, parameters, sweeps);
  for (const [parameter, law] of expected) {
    const own = found[parameter]!;
    const error = tooFar * Math.hypot(own.error, law.error) + slack * law.sd;
    expect(Math.abs(own.mean - law.mean), `${parameter}, mean`).toBeLessThan(error);
    expect(Math.abs(Math.log(own.sd / law.sd)), `${parameter}, deviation`).toBeLessThan(0.15);
  }
}

describe('the means and deviations of what units share, of units and of months', () => {
  const names = isWhole
    ? (['months_level', 'months_drifting', 'months_no_controls'] as const)
    : (['months_drifting'] as const);

  it.each(names)('are those of Hamiltonian Monte Carlo elsewhere: %s', async (name) => {
    await compare('drift', name);
  });

  it.runIf(isWhole).each(names)('and are so with the months of version 10: %s', async (name) => {
    await compare('months', name);
  });
});
