// What is made of the panels kept of a scenario.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, judgeGrades, panelsJudged, whatIsAsked } from './panels/bands.ts';
import { defaultAssumptions } from '../../db/estimator/assumptions.ts';
import { allowedA } from './panels/bestGrade.ts';
import { design } from './panels/exogenous.ts';
import { generatePanel } from './panels/generate.ts';
import { summariseGrades } from './panels/gradeSummary.ts';
import { scenarios } from './panels/scenarios.ts';
import { summarise } from './panels/summary.ts';
import { methodVersion } from '../../db/estimator/methodVersion.ts';
import { samplerFor } from '../../db/estimator/sampler/fit.ts';
import { ROOT } from '../../scripts/setup/processes.mjs';

/** A summary needs two. */
const fewest = 2;

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** How long each chain is on the first panel: panels differ by the months that are not reported. */
function chainsOf(name, seed) {
  const { sweeps, burnIn } = samplerFor(generatePanel(scenarios[name], seed).panels, defaultAssumptions);
  return { sweeps, burnIn };
}

const allowedBefore = new Map();

/** Null where an A may be given. A matter of seconds, asked again each time that results are written. */
function allowedOf(name, seed) {
  const asked = whatIsAsked(name);
  if (asked !== 'never_a' && asked !== 'falsified_never_a') return null;
  if (!allowedBefore.has(name)) allowedBefore.set(name, allowedA(scenarios[name], asked, seed, panelsJudged));
  return allowedBefore.get(name);
}

/**
 * @param {string} name @param {readonly import('./kept.mjs').Kept[]} kept
 * @returns {import('./document.mjs').Run | null} null where too few are of the present method
 */
export function runOf(name, kept) {
  const panels = kept.filter(({ method }) => method === methodVersion);
  if (panels.length < fewest) return null;
  const last = panels.reduce((latest, each) => (each.on > latest.on ? each : latest));
  const seeds = panels.map(({ seed }) => seed);
  const effective = panels.map(({ graded }) => graded.effective);
  const seconds = panels.map((panel) => panel.seconds);
  const summary = summarise(panels);
  const grades = summariseGrades(panels);
  const allowed = allowedOf(name, Math.min(...seeds));
  return {
    measuredOn: last.on,
    versions: {
      vigie: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
      node: last.node,
      method: last.method,
    },
    panel: { units: design.units, months: design.months },
    seeds: { first: Math.min(...seeds), last: Math.max(...seeds) },
    sampler: chainsOf(name, Math.min(...seeds)),
    seconds: { processor: seconds.reduce((total, each) => total + each, 0), perPanel: median(seconds) },
    effectiveSampleSize: { smallest: Math.min(...effective), median: median(effective) },
    summary,
    verdicts: scenarios[name].parameters === null ? judge(summary) : null,
    grades,
    gradesAllowed: allowed,
    gradeVerdict: judgeGrades(name, grades, allowed),
  };
}
