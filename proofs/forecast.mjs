// `npm run forecast`: what plans would have said of months that have passed, on simulated panels and on the demonstration; writes docs/forecast.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { format } from 'oxfmt';
import style from '../.oxfmtrc.json' with { type: 'json' };
import { panelsOf } from '../db/entry/cli/analyse/capacityPanels.ts';
import { defaultAssumptions } from '../db/estimator/assumptions.ts';
import { backtest } from '../db/estimator/planning/backtest.ts';
import { defaultSimulation, simulatePanels } from '../db/estimator/simulate.ts';
import { capacityColumns } from '../db/statistics/estimate/replication/specification.ts';
import { backtestOfDemonstration } from './forecast/demonstration.mjs';
import { forecastDocument } from './forecast/document.mjs';
import { ROOT, say } from '../scripts/setup/processes.mjs';

const DOCUMENT = join(ROOT, 'docs', 'forecast.md');
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1,2,3,4,5,6' } } });
const seeds = values.seeds.split(',').map(Number);

/** The panel of an independent generator, on which the estimate is checked: its administrative closures are not recorded apart. */
function otherPanels() {
  const table = readFileSync(join(ROOT, 'tests', 'fixtures', 'validation', 'panel_truth.csv'), 'utf8');
  const rows = /** @type {Record<string, string>[]} */ (parse(table, { columns: true }));
  return panelsOf({ columns: Object.keys(rows[0] ?? {}), rows }, capacityColumns.parse({}));
}

const scored = [];
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
  const { ahead6, ahead12, units: judged } = await test();
  for (const { verdict } of judged) verdicts[verdict] += 1;
  scored.push({ name, ahead: 6, scores: ahead6 }, { name, ahead: 12, scores: ahead12 });
}

const { units, months } = defaultSimulation;
const text = forecastDocument({ tested: scored, verdicts, units, months });
const { code } = await format(DOCUMENT, text, style);
writeFileSync(DOCUMENT, code);
say('docs/forecast.md is written');
