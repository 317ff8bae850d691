// docs/calibration.md, written from the figures: English, then French.
import { gradesPart } from './gradesPart.mjs';
import { reference } from './reference.mjs';
import { percent, shares, table } from './tables.mjs';
import { words } from './words.mjs';

/**
 * @typedef {{
 *   measuredOn: string,
 *   versions: { vigie: string, node: string, method?: number },
 *   panel?: { units: number, months: number },
 *   seeds: { first: number, last: number },
 *   sampler: { sweeps: number, burnIn: number },
 *   seconds: { processor?: number, elapsed?: number, perPanel: number },
 *   effectiveSampleSize: { smallest: number, median: number },
 *   summary: import('./panels/summary.ts').Summary,
 *   verdicts: readonly import('./panels/bands.ts').Verdict[] | null,
 *   grades?: import('./panels/gradeSummary.ts').GradeSummary,
 *   gradesMethod?: number,
 *   gradesAllowed?: import('./panels/bands.ts').Allowed | null,
 *   gradeVerdict?: import('./panels/bands.ts').GradeVerdict,
 * }} Run what is kept of one scenario; without grades, version and size of a panel where its panels are not kept
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
    ...(isLarger(run) ? [text.runs.larger] : []),
    table([quantity, month, value, band, verdict], rows),
    calibration.histogram,
    table([tenth, ...tenths], histogram),
  ];
}

/** Runs of before the months' walk was estimated do not rank it. */
const isEarlier = ({ summary }) => summary.uniformity.every(({ of }) => of !== 'walkDeviation');
/** Runs of larger panels do not say their size. */
const isLarger = ({ panel }) => panel === undefined;
const markOf = (run) => (isEarlier(run) ? ' †' : isLarger(run) ? ' ‡' : '');

function scenarioRows(name, run, text) {
  const { decimal } = text;
  const { unitCoverage, totalCoverage, totalAbove, bias, gap, rootMeanSquare, width } = lastOf(run);
  const values = (estimates) => shares(estimates.map(({ value }) => value));
  const files = (value) => decimal(value.toFixed(1));
  const own = [
    `\`${name}\`${markOf(run)}: ${text.scenarios[name]}`,
    String(run.summary.panels),
    values(unitCoverage),
    values(totalCoverage),
    // Runs made before this was counted have none.
    totalAbove === undefined ? '' : values(totalAbove),
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
  const all = Object.values(runs);
  const marks = [
    ...(all.some(isEarlier) ? [text.runs.earlier] : []),
    ...(all.some(isLarger) ? [text.runs.larger] : []),
  ];
  const part = [`## ${text.runs.title}`, text.runs.text, ...marks, table(text.runs.head, rows)];
  return missing.length === 0 ? part : [...part, `${text.runs.missing}${list}.`];
}

function conditionsPart(runs, { conditions, decimal }) {
  const rows = Object.entries(runs).map(([name, run]) => {
    const { measuredOn, versions, seeds, sampler, effectiveSampleSize, seconds } = run;
    return [
      `\`${name}\``,
      measuredOn,
      `${versions.vigie} / ${versions.node}`,
      versions.method === undefined ? '' : String(versions.method),
      `${String(seeds.first)}–${String(seeds.last)}`,
      `${String(sampler.sweeps)} (${String(sampler.burnIn)})`,
      `${effectiveSampleSize.smallest.toFixed(0)}, ${effectiveSampleSize.median.toFixed(0)}`,
      decimal(seconds.perPanel.toFixed(1)),
      (seconds.processor ?? seconds.elapsed).toFixed(0),
    ];
  });
  return [`## ${conditions.title}`, table(conditions.head, rows)];
}

function languagePart(runs, text) {
  const first = runs[headline];
  return [
    `# ${text.title}`,
    ...(text.otherLanguage === null ? [] : [text.otherLanguage]),
    ...text.intro,
    ...(first === undefined ? [] : calibrationPart(first, text)),
    ...gradesPart(runs, text),
    ...runsPart(runs, text),
    ...conditionsPart(runs, text),
    `## ${text.differences.title}`,
    text.differences.items.map((item) => `- ${item}`).join('\n'),
    `## ${text.again.title}`,
    text.again.text,
  ].join('\n\n');
}

/**
 * @param {Record<string, Run>} runs by scenario, as calibration.json holds them
 * @returns {string} Markdown
 */
export function calibrationDocument(runs) {
  return `${languagePart(runs, words.en)}\n\n---\n\n${languagePart(runs, words.fr)}\n`;
}
