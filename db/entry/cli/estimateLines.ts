import type { SensitivityRow } from '#contract/statistics/assumptions';
import type { Month } from '#contract/ground/dates';
import type { Bilingual } from '#contract/ground/common';
import type { CounterfactualResult, Estimate } from '#contract/statistics/estimate';
import type { Quantiles } from '#contract/statistics/evidence';
import { codeWords } from '#contract/words/codes';
import { basisLabels } from '../../reporting/returns/parts/assumptions.ts';
import { totalReasons } from '../../reporting/returns/totalEvidence.ts';
import { alignColumns } from './table.ts';
import type { Words } from './texts.ts';

function intervalLines({ say, count }: Words, { p025, p10, p90, p975 }: Quantiles): readonly string[] {
  return [
    `  ${say('avoided80', { low: count(p10), high: count(p90) })}`,
    `  ${say('avoided95', { low: count(p025), high: count(p975) })}`,
  ];
}

function scepticLines({ say, count }: Words, sceptic: Quantiles | null): readonly string[] {
  return sceptic === null ? [] : [`  ${say('sceptic80', { low: count(sceptic.p10), high: count(sceptic.p90) })}`];
}

function assumptionLines(
  { say, decimal, label }: Words,
  { assumptions, basis }: CounterfactualResult,
): readonly string[] {
  const { rampMonths } = assumptions;
  const rows: readonly (readonly [Bilingual, string])[] = [
    [codeWords.assumption.ramp_months, rampMonths === null ? say('rampEstimated') : decimal(rampMonths)],
    [codeWords.assumption.pooling, label(codeWords.assumptionChoice[assumptions.pooling])],
    [codeWords.assumption.capacity_exponent, decimal(assumptions.capacityExponent)],
    [codeWords.assumption.overtime_productivity, decimal(assumptions.overtimeProductivity)],
    [codeWords.assumption.substitution_share, decimal(assumptions.substitutionShare)],
    [codeWords.assumption.induced_inflow_share, decimal(assumptions.inducedInflowShare)],
    [codeWords.assumption.coupling, label(codeWords.assumptionChoice[assumptions.coupling])],
    [codeWords.assumption.administrative, label(codeWords.assumptionChoice[assumptions.administrative])],
    [codeWords.assumption.backlog_definition, label(codeWords.assumptionChoice[assumptions.backlogDefinition])],
    [basisLabels.name, label(basisLabels[basis])],
  ];
  return [say('assumptions'), ...alignColumns(rows.map(([name, value]) => [`  ${label(name)}`, value]))];
}

/** How the answer moves when one assumption is changed. */
export function sensitivityLines(
  { say, count, decimal, label }: Words,
  rows: readonly SensitivityRow[],
): readonly string[] {
  const lines = rows.map(({ scenario, value, median, low, high }) => [
    `  ${label(codeWords.assumption[scenario])} = ${typeof value === 'number' ? decimal(value) : label(codeWords.assumptionChoice[value])}`,
    count(median),
    say('range', { low: count(low), high: count(high) }),
  ]);
  return [say('sensitivity'), ...alignColumns(lines)];
}

/** " (2021-04, 2021-05)", the first six; nothing where there are none. */
function inBrackets(months: readonly Month[]): string {
  const first = months.slice(0, 6).join(', ');
  return first === '' ? '' : ` (${months.length > 6 ? `${first}…` : first})`;
}

function foundLines(words: Words, code: string, found: Estimate): readonly string[] {
  const { say, count, percent, label } = words;
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
    ...intervalLines(words, found.avoided),
    ...scepticLines(words, found.sceptic),
    // A single figure is claimed only where the grade carries one.
    ...(found.pointClaim ? [`  ${say('avoidedMedian', { files: count(found.avoided.p50) })}`] : []),
    `  ${say('probabilityBelow', { probability: percent(found.probabilityBelow) })}`,
    ...reasons.map((each) => `  ${say('gradeReason', { reason: each })}`),
    ...cautions.map((each) => `  ${say('caution', { caution: each })}`),
  ];
}

function unitLines(words: Words, { code, result }: CounterfactualResult['units'][number]): readonly string[] {
  if (result.status === 'estimated') return foundLines(words, code, result);
  const reasons = result.reasons.map(
    ({ code: reason, months }) => `  ${words.label(codeWords.refusal[reason])}${inBrackets(months)}`,
  );
  return [words.say('estimateRefused', { code }), ...reasons];
}

function totalLines(words: Words, { total }: CounterfactualResult): readonly string[] {
  if (!total) return [];
  const { say, count, percent, label } = words;
  const { evidence } = total;
  return [
    say('estimateTotal', { covered: total.unitsCovered, asked: total.unitsAsked }),
    ...(evidence?.grade ? [`  ${say('totalGrade', { grade: evidence.grade })}`] : []),
    ...(evidence ? totalReasons(evidence).map((each) => `  ${say('gradeReason', { reason: label(each) })}`) : []),
    `  ${say('backlogNowTotal', { files: count(total.backlogNow) })}`,
    ...intervalLines(words, total.avoided),
    ...scepticLines(words, total.sceptic),
    `  ${say('probabilityBelow', { probability: percent(total.probabilityBelow) })}`,
    '',
  ];
}

/** The estimate in words: an interval before a figure, its assumptions with it. */
export function estimateLines(words: Words, result: CounterfactualResult): readonly string[] {
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
