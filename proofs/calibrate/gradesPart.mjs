// The part of docs/calibration.md that says what the grades promise, in one language.
import { gradeNames } from './panels/scoreGrades.ts';
import { percent, shares, table } from './tables.mjs';

/** Panels below which a percentage would say more than they do. */
const few = 30;

/** How often, and its standard error. */
function held({ all, inside }, text) {
  if (all === 0) return '';
  if (all < few) return text.few(inside, all);
  const share = inside / all;
  return `${String(all)}: ${percent(share)} ± ${percent(Math.sqrt((share * (1 - share)) / all), 1)} %`;
}

function verdictCells({ asked, value, ofA, passes }, panels, allowed, text) {
  const isCover = asked === 'if_a' || asked === 'no_effect';
  const counted = () => (allowed ? text.counted(value, panels, allowed.A, allowed.panels) : text.few(value, panels));
  const covers = () => [value, ofA].filter((each) => each != null).map((each) => `${percent(each, 1)} %`);
  const measured = value === null ? '' : isCover ? covers().join('; A ') : counted();
  return [text.asked[asked], measured, passes === null ? text.tooFew : passes ? text.yes : text.no];
}

function totalsTable(graded, { grades: text, decimal }) {
  const rows = graded.map(([name, { versions, grades, gradesAllowed, gradeVerdict }]) => [
    `\`${name}\``,
    String(grades.panels),
    String(versions.method),
    ...gradeNames.map((grade) => decimal(held(grades.totalsByGrade[grade], text))),
    `${percent(grades.totals.above / grades.panels)} / ${percent(grades.totals.below / grades.panels)}`,
    ...verdictCells(gradeVerdict, grades.panels, gradesAllowed, text).map(decimal),
  ]);
  return table(text.head, rows);
}

function unitsTable(graded, { grades: text }) {
  const rows = graded.map(([name, { grades }]) => [
    `\`${name}\``,
    ...gradeNames.map((grade) => {
      const { units, inside } = grades.unitsByGrade[grade];
      return units === 0 ? '' : `${String(units)}: ${percent(inside / units)} %`;
    }),
  ]);
  return table(text.unitsHead, rows);
}

function scepticTable(graded, { grades: text }) {
  const rows = graded.flatMap(([name, { grades }]) => {
    if (grades.sceptic === null) return [];
    const of = (read) => shares(grades.sceptic.map((level) => read(level) / level.all));
    return [[`\`${name}\``, String(grades.sceptic[0].all), of(({ inside }) => inside), of(({ above }) => above)]];
  });
  return table(text.scepticHead, rows);
}

/** @param {Record<string, import('./document.mjs').Run>} runs */
export function gradesPart(runs, text) {
  const graded = Object.entries(runs).filter(([, { grades }]) => grades !== undefined);
  if (graded.length === 0) return [];
  const { title, intro, units, sceptic } = text.grades;
  return [
    `## ${title}`,
    intro,
    totalsTable(graded, text),
    units,
    unitsTable(graded, text),
    sceptic,
    scepticTable(graded, text),
  ];
}
