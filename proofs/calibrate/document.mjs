// docs/calibration.md, written from the figures: English, then French.
import { methodVersion } from '../../db/estimator/methodVersion.ts';
import { gradesPart } from './gradesPart.mjs';
import { reference } from './reference.mjs';
import { percent, shares, table } from './tables.mjs';
import { words } from './words.mjs';
import { worldsPart } from './worlds/part.mjs';

/**
 * @typedef {{
 *   measuredOn: string,
 *   versions: { vigie: string, node: string, method: number },
 *   panel: { units: number, months: number },
 *   seeds: { first: number, last: number },
 *   sampler: { sweeps: number, burnIn: number },
 *   seconds: { processor: number, perPanel: number },
 *   effectiveSampleSize: { smallest: number, median: number },
 *   summary: import('./panels/summary.ts').Summary,
 *   verdicts: readonly import('./panels/bands.ts').Verdict[] | null,
 *   grades?: import('./panels/gradeSummary.ts').GradeSummary,
 *   gradesAllowed?: import('./panels/bands.ts').Allowed | null,
 *   gradeVerdict?: import('./panels/bands.ts').GradeVerdict,
 * }} Run what is made of the panels kept of one scenario; without grades where they were not asked for
 */

const headline = 'sbc';

const lastOf = (run) => run.summary.horizons.at(-1);

function measured({ measure, of, level, value }, { horizons }) {
  if (measure === 'uniformity') return value.toFixed(3);
  const horizon = horizons.find(({ month }) => month === of);
  if (measure === 'bias') return `${percent(value, 1)} ± ${percent(horizon.bias.standardError / horizon.gap, 1)} %`;
  const index = [0.5, 0.8, 0.95].indexOf(level);
  return `${percent(value, 1)} ± ${percent(horizon[measure][index].standardError, 1)} %`;
}

function bandText({ measure, band: { low, high } }) {
  if (measure === 'uniformity') return `> ${String(low)}`;
  return `${percent(low, 1)} – ${percent(high, 1)} %`;
}

function calibrationPart(run, text) {
  const { calibration, quantities, decimal } = text;
  const rows = (run.verdicts ?? []).map((verdict) => {
    const { measure, of, level, passes } = verdict;
    const name = calibration.measures[measure](`${percent(level ?? 0)} %`, quantities[of]);
    const month = measure === 'uniformity' ? String(run.summary.horizons.at(-1).month) : String(of);
    const verdictWord = passes ? calibration.yes : calibration.no;
    return [name, month, decimal(measured(verdict, run.summary)), decimal(bandText(verdict)), verdictWord];
  });
  const { quantity, month, value, band, verdict, tenth } = calibration;
  const tenths = Array.from({ length: 10 }, (_, index) => String(index + 1));
  const histogram = run.summary.uniformity.map(({ of, counts }) => [quantities[of], ...counts.map(String)]);
  return [
    `## ${calibration.title}`,
    calibration.text,
    table([quantity, month, value, band, verdict], rows),
    calibration.histogram,
    table([tenth, ...tenths], histogram),
  ];
}

function scenarioRows(name, run, text) {
  const { decimal } = text;
  const { unitCoverage, totalCoverage, totalAbove, bias, gap, rootMeanSquare, width } = lastOf(run);
  const values = (estimates) => shares(estimates.map(({ value }) => value));
  const files = (value) => decimal(value.toFixed(1));
  const own = [
    `\`${name}\`: ${text.scenarios[name]}`,
    String(run.summary.panels),
    values(unitCoverage),
    values(totalCoverage),
    values(totalAbove),
    `${files(bias.value)} ± ${files(bias.standardError)} / ${files(gap)}`,
    files(rootMeanSquare),
    files(width),
  ];
  const known = reference[name];
  if (known === undefined) return [own];
  const { panels, unit, total, bias: error, gap: truth, rmse } = known;
  const cells = [text.runs.reference, panels, shares(unit), shares(total), '', `${error} / ${truth}`, rmse];
  return [own, [...cells.map((cell) => (cell === '' ? '' : `_${String(cell)}_`)), '']];
}

function runsPart(runs, text) {
  const missing = Object.keys(text.scenarios).filter((name) => runs[name] === undefined);
  const list = missing.map((name) => `\`${name}\` (${text.scenarios[name]})`).join(', ');
  const rows = Object.entries(runs).flatMap(([name, run]) => scenarioRows(name, run, text));
  const shown = rows.length === 0 ? [] : [table(text.runs.head, rows)];
  const part = [`## ${text.runs.title}`, text.runs.text, ...shown];
  return missing.length === 0 ? part : [...part, `${text.runs.missing}${list}.`];
}

function conditionsPart(runs, { conditions, decimal }) {
  const rows = Object.entries(runs).map(([name, run]) => {
    const { measuredOn, versions, seeds, sampler, effectiveSampleSize, seconds } = run;
    return [
      `\`${name}\``,
      measuredOn,
      `${versions.vigie} / ${versions.node}`,
      String(versions.method),
      `${String(seeds.first)}–${String(seeds.last)}`,
      `${String(sampler.sweeps)} (${String(sampler.burnIn)})`,
      `${effectiveSampleSize.smallest.toFixed(0)}, ${effectiveSampleSize.median.toFixed(0)}`,
      decimal(seconds.perPanel.toFixed(1)),
      seconds.processor.toFixed(0),
    ];
  });
  return rows.length === 0 ? [] : [`## ${conditions.title}`, table(conditions.head, rows)];
}

function languagePart(runs, worlds, language) {
  const text = words[language];
  const first = runs[headline];
  return [
    `# ${text.title}`,
    ...(text.otherLanguage === null ? [] : [text.otherLanguage]),
    ...text.intro,
    ...(first === undefined ? [] : calibrationPart(first, text)),
    ...worldsPart(worlds, language, text),
    ...gradesPart(runs, text),
    ...runsPart(runs, text),
    ...conditionsPart(runs, text),
    `## ${text.differences.title}`,
    text.differences.items.map((item) => `- ${item}`).join('\n'),
    `## ${text.again.title}`,
    text.again.text,
  ].join('\n\n');
}

/** What an older method measured says nothing of the present one. @template {{ versions: { method: number } }} R @param {Record<string, R>} runs */
function ofPresentMethod(runs) {
  return Object.fromEntries(Object.entries(runs).filter(([, { versions }]) => versions.method === methodVersion));
}

/**
 * @param {Record<string, Run>} runs by scenario, as calibration.json holds them; those of another method than the present are left out
 * @param {Record<string, import('./worlds/runs.mjs').WorldRun>} worlds by world, as calibration/worlds.json holds them; likewise
 * @returns {string} Markdown
 */
export function calibrationDocument(runs, worlds) {
  const shown = /** @type {const} */ ([ofPresentMethod(runs), ofPresentMethod(worlds)]);
  return `${languagePart(...shown, 'en')}\n\n---\n\n${languagePart(...shown, 'fr')}\n`;
}
