import type { SensitivityRow } from '#contract/statistics/assumptions';
import type { Month } from '#contract/ground/dates';
import type { Bilingual } from '#contract/ground/common';
import type { PublishedEstimate, PublishedQuantiles, PublishedUnit } from '#contract/reporting/publishedEstimate';
import { rangeOnly } from '#contract/statistics/shown';
import { codeWords } from '#contract/words/codes';
import { basisLabels } from '../../reporting/returns/parts/assumptions.ts';
import { totalReasons } from '../../reporting/returns/totalEvidence.ts';
import { alignColumns } from './table.ts';
import type { Words } from './texts.ts';

type Found = Pick<PublishedUnit, 'avoided' | 'sceptic' | 'probabilityBelow'>;

/** The intervals, a sceptic's among them, then the single figure and the probability where they are published. */
function avoidedLines({ say, count, probability }: Words, found: Found): readonly string[] {
  const { avoided, sceptic, probabilityBelow } = found;
  const ends = ({ p10, p90 }: PublishedQuantiles) => ({ low: count(p10), high: count(p90) });
  return [
    say('avoided80', ends(avoided)),
    say('avoided95', { low: count(avoided.p025), high: count(avoided.p975) }),
    ...(sceptic === null ? [] : [say('sceptic80', ends(sceptic))]),
    ...(avoided.p50 === null ? [] : [say('avoidedMedian', { files: count(avoided.p50) })]),
    ...(probabilityBelow === null ? [] : [say('probabilityBelow', { probability: probability(probabilityBelow) })]),
  ].map((line) => `  ${line}`);
}

/** Why the grade shows a range alone. */
function rangeOnlyLines({ say, label }: Words, graded: Parameters<typeof rangeOnly>[0]): readonly string[] {
  const only = rangeOnly(graded);
  return only === null ? [] : [`  ${say('gradeReason', { reason: label(codeWords.rangeOnly[only]) })}`];
}

function assumptionLines({ say, decimal, label }: Words, { assumptions, basis }: PublishedEstimate): readonly string[] {
  const { rampMonths } = assumptions;
  const rows: readonly (readonly [Bilingual, string])[] = [
    [codeWords.assumption.ramp_months, rampMonths === null ? say('rampEstimated') : decimal(rampMonths)],
    [codeWords.assumption.pooling, label(codeWords.assumptionChoice[assumptions.pooling])],
    [codeWords.assumption.capacity_exponent, decimal(assumptions.capacityExponent)],
    [codeWords.assumption.overtime_productivity, decimal(assumptions.overtimeProductivity)],
    [codeWords.assumption.substitution_share, decimal(assumptions.substitutionShare)],
    [codeWords.assumption.induced_inflow_share, decimal(assumptions.inducedInflowShare)],
    [codeWords.assumption.coupling, label(codeWords.assumptionChoice[assumptions.coupling])],
    [codeWords.assumption.backlog_definition, label(codeWords.assumptionChoice[assumptions.backlogDefinition])],
    [basisLabels.name, label(basisLabels[basis])],
  ];
  return [say('assumptions'), ...alignColumns(rows.map(([name, value]) => [`  ${label(name)}`, value]))];
}

/** How the answer moves when one assumption is changed. */
export function sensitivityLines(
  { say, count, decimal, label }: Words,
  rows: readonly Pick<SensitivityRow, 'scenario' | 'value' | 'low' | 'high'>[],
): readonly string[] {
  const lines = rows.map(({ scenario, value, low, high }) => [
    `  ${label(codeWords.assumption[scenario])} = ${typeof value === 'number' ? decimal(value) : label(codeWords.assumptionChoice[value])}`,
    say('range', { low: count(low), high: count(high) }),
  ]);
  return [say('sensitivity'), ...alignColumns(lines)];
}

/** " (2021-04, 2021-05)", the first six; nothing where there are none. */
function inBrackets(months: readonly Month[]): string {
  const first = months.slice(0, 6).join(', ');
  return first === '' ? '' : ` (${months.length > 6 ? `${first}…` : first})`;
}

function foundLines(words: Words, code: string, found: PublishedUnit): readonly string[] {
  const { say, count, label } = words;
  const reasons = found.gradeReasons.map(
    (each) =>
      `${label(codeWords.gradeReason[each])}${each === 'staffing_doubtful' ? inBrackets(found.doubtfulStaffing) : ''}`,
  );
  const cautions = found.cautions.map(
    (each) =>
      `${label(codeWords.caution[each])}${each === 'staff_unknown_before' ? inBrackets(found.monthsWithoutStaff) : ''}`,
  );
  return [
    found.grade === null ? say('estimateUnitNoGrade', { code }) : say('estimateUnit', { code, grade: found.grade }),
    `  ${say('backlogNow', { files: count(found.backlogNow), month: found.asOf })}`,
    ...avoidedLines(words, found),
    ...rangeOnlyLines(words, found),
    ...reasons.map((each) => `  ${say('gradeReason', { reason: each })}`),
    ...cautions.map((each) => `  ${say('caution', { caution: each })}`),
  ];
}

function unitLines(words: Words, { code, result }: PublishedEstimate['units'][number]): readonly string[] {
  if (result.status === 'estimated') return foundLines(words, code, result);
  const reasons = result.reasons.map(
    ({ code: reason, months }) => `  ${words.label(codeWords.refusal[reason])}${inBrackets(months)}`,
  );
  return [words.say('estimateRefused', { code }), ...reasons];
}

function totalLines(words: Words, { total }: PublishedEstimate): readonly string[] {
  if (!total) return [];
  const { say, count, label } = words;
  const { evidence } = total;
  return [
    say('estimateTotal', { covered: total.unitsCovered, asked: total.unitsAsked }),
    ...(evidence?.grade ? [`  ${say('totalGrade', { grade: evidence.grade })}`] : []),
    ...rangeOnlyLines(words, evidence),
    ...(evidence ? totalReasons(evidence).map((each) => `  ${say('gradeReason', { reason: label(each) })}`) : []),
    `  ${say('backlogNowTotal', { files: count(total.backlogNow) })}`,
    ...avoidedLines(words, total),
    '',
  ];
}

/** The estimate as it is published, in words: an interval before a figure, its assumptions with it. */
export function estimateLines(words: Words, result: PublishedEstimate): readonly string[] {
  const { say, count } = words;
  return [
    say('estimateTitle'),
    say('estimateMethod', { month: result.lastMonth, draws: count(result.draws) }),
    '',
    ...assumptionLines(words, result),
    '',
    ...totalLines(words, result),
    ...result.units.flatMap((unit) => [...unitLines(words, unit), '']),
  ];
}
