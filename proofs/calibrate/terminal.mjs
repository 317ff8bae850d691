// A run as a table in the terminal.
const cell = (text, width = 7) => String(text).padStart(width);
const percent = (value) => (100 * value).toFixed(1);

/** @param {string} name @param {import('./document.mjs').Run} run @param {(line: string) => void} tell */
export function printRun(name, run, tell) {
  const { summary, seeds, seconds, verdicts } = run;
  const { first, last } = seeds;
  const time = `${seconds.perPanel.toFixed(1)} s of a processor a panel, ${seconds.processor.toFixed(0)} s in all`;
  tell(`\n${name}: ${String(summary.panels)} panels, seeds ${String(first)} to ${String(last)}, ${time}`);
  tell('month    unit 50     80     95   total 50    80     95   bias    gap   RMSE  80 % width');
  for (const { month, unitCoverage, totalCoverage, bias, gap, rootMeanSquare, width } of summary.horizons) {
    const coverage = [...unitCoverage, ...totalCoverage].map(({ value }) => cell(percent(value)));
    const files = [bias.value, gap, rootMeanSquare, width].map((value) => cell(value.toFixed(1)));
    tell(`${cell(month, 5)}   ${coverage.join('')}   ${files.join('')}`);
  }
  if (verdicts === null) return;
  tell(`ranks, p: ${summary.uniformity.map(({ of, p }) => `${of} ${p.toFixed(3)}`).join(', ')}`);
  const missed = verdicts.filter(({ passes }) => !passes);
  tell(`bands: ${String(verdicts.length - missed.length)} of ${String(verdicts.length)} held`);
  for (const { measure, of, level, value, band } of missed) {
    const which = level === null ? String(of) : `${String(100 * level)} % month ${String(of)}`;
    tell(`  missed: ${measure} ${which}: ${value.toFixed(3)}, band ${String(band.low)} to ${String(band.high)}`);
  }
}

/**
 * Of each scenario whose panels are kept: how many have each grade, how often their 80 % intervals of the total hold it, and what is asked.
 * @param {Record<string, import('./document.mjs').Run>} runs @param {(line: string) => void} tell
 */
export function printGrades(runs, tell) {
  const graded = Object.entries(runs).filter(([, { grades }]) => grades !== undefined);
  if (graded.length === 0) return;
  tell('\n80 % intervals of totals at the last month, by grade: panels, and % that hold the truth');
  tell(
    `${'scenario'.padEnd(28)}${['panels', 'all', 'A', 'B', 'C', 'D', 'none'].map((name) => cell(name, 11)).join('')}`,
  );
  const held = ({ all, inside }) => (all === 0 ? '' : `${String(all)}: ${percent(inside / all)}`);
  for (const [name, { grades, gradeVerdict }] of graded) {
    const cells = [String(grades.panels), held(grades.totals), ...Object.values(grades.totalsByGrade).map(held)];
    const { asked, passes } = gradeVerdict;
    const verdict = passes === null ? 'too few panels' : passes ? 'held' : 'MISSED';
    tell(`${name.padEnd(28)}${cells.map((each) => cell(each, 11)).join('')}  ${asked}: ${verdict}`);
  }
}
