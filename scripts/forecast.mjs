// `npm run forecast`: what plans would have said of months that have passed, on simulated panels and on the demonstration; writes docs/forecast.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { format } from 'oxfmt';
import style from '../.oxfmtrc.json' with { type: 'json' };
import { panelsOf } from '../db/entry/cli/analyse/capacityPanels.ts';
import { defaultAssumptions } from '../db/ground/analysis/assumptions.ts';
import { backtest } from '../db/ground/analysis/planning/backtest.ts';
import { defaultSimulation, simulatePanels } from '../db/ground/analysis/simulate.ts';
import { capacityColumns } from '../db/statistics/estimate/replication/specification.ts';
import { backtestOfDemonstration } from './forecast/demonstration.mjs';
import { ROOT, say } from './setup/processes.mjs';

const DOCUMENT = join(ROOT, 'docs', 'forecast.md');
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1,2,3,4,5,6' } } });
const seeds = values.seeds.split(',').map(Number);

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(0)}%`;
/** @param {number} files */
const files = (files) => files.toFixed(1);

/** @param {string} name @param {import('../db/ground/analysis/planning/scores.ts').Scores | null} scores */
function row(name, scores) {
  if (scores === null) return `| ${name} | 0 | | | | | | |`;
  const { forecasts, cover50, cover80, cover95, crps, lastValue, seasonal } = scores;
  const cells = [
    forecasts,
    percent(cover50),
    percent(cover80),
    percent(cover95),
    files(crps),
    files(lastValue),
    files(seasonal),
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}

/** The panel of an independent generator, on which the estimate is checked: its administrative closures are not recorded apart. */
function otherPanels() {
  const table = readFileSync(join(ROOT, 'tests', 'fixtures', 'validation', 'panel_truth.csv'), 'utf8');
  const rows = /** @type {Record<string, string>[]} */ (parse(table, { columns: true }));
  return panelsOf({ columns: Object.keys(rows[0] ?? {}), rows }, capacityColumns.parse({}));
}

const rows = [];
const verdicts = { passed: 0, failed: 0, too_short: 0 };
const simulated = seeds.map((seed) => ({
  name: `seed ${String(seed)}`,
  panels: simulatePanels({ ...defaultSimulation, seed }).map(({ panel }) => panel),
}));
const tested = [...simulated, { name: 'other generator', panels: otherPanels() }].map(({ name, panels }) => ({
  name,
  test: () => backtest(panels, defaultAssumptions, { seed: 1, reference: null }),
}));
for (const { name, test } of [...tested, { name: 'demonstration', test: () => backtestOfDemonstration(say) }]) {
  say(`Panels: ${name}`);
  const { ahead6, ahead12, units } = await test();
  for (const { verdict } of units) verdicts[verdict] += 1;
  rows.push(row(`${name}, 6 months`, ahead6), row(`${name}, 12 months`, ahead12));
}

const text = `# Forecasts of months that have passed

Written by \`npm run forecast\`. Panels are simulated (${String(defaultSimulation.units)} units, ${String(defaultSimulation.months)} months, the rules of \`db/ground/analysis/simulate.ts\`): their growth, season and staff changes are known to no forecast. The other generator's panel is \`tests/fixtures/validation/panel_truth.csv\`, also 42 units and 84 months; its closures are not split. The demonstration is asked as the screen and \`vigie plan\` ask it, in its coordination workspace: 30 fictitious units and 90 months, with the gaps, blanks and late starts that its packs have.

From ten months, three months apart, the model is fitted to what was known then and projected 6 and 12 months ahead, under the staff that came. The staff is given, so this tests the model and not a plan. The simple forecasts are not given it: the last value, and the value of the same month of the year before, each spread by its own past errors. Twelve months ahead the two are the same.

The score is the mean continuous ranked probability score (Gneiting and Raftery 2007), in files: smaller is better.

| panels, months ahead | forecasts | in the 50% interval | in the 80% | in the 95% | score | last value | year before |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

Units that carry a staff search: ${String(verdicts.passed)}. Shown from experience only: ${String(verdicts.failed)} missed their 80% interval in more than 4 of 10 forecasts 12 months ahead; ${String(verdicts.too_short)} had fewer than 5 forecasts.

Intervals hold what came a little too often: the model leaves room for an inflow that wanders, and the simulated one does not.

What this does not show: forecasts 24 and 36 months ahead, real units, and months whose rules of counting or laws change. The other published panels (tobacco, employment, health, advertising) have neither staff nor a backlog: no plan can be made of them.
`;
const { code } = await format(DOCUMENT, text, style);
writeFileSync(DOCUMENT, code);
say('docs/forecast.md is written');
