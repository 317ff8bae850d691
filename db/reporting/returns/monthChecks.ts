import { caseMeasure, ledgerTerm, outcomeMeasure, staffingMeasure, type Measure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { Check } from '#contract/reporting/returns';
import { finding, type CheckInput, type Finding } from './finding.ts';
import type { ReturnUnit } from './values.ts';

const countedMeasures: readonly Measure[] = [...ledgerTerm.options, ...outcomeMeasure.options];
const overtimeMeasures: readonly Measure[] = ['overtime_base_hours', 'overtime_funded_hours'];

interface Group {
  readonly months: readonly Month[];
  readonly measures: Measure[];
}

/** Measures that fail in the same months are reported together. */
function groupByMonths(
  measures: readonly Measure[],
  months: readonly Month[],
  fails: (measure: Measure, month: Month) => boolean,
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const measure of measures) {
    const failing = months.filter((month) => fails(measure, month));
    if (failing.length === 0) continue;
    const key = failing.join(' ');
    const group = groups.get(key) ?? { months: failing, measures: [] };
    group.measures.push(measure);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Nobody's word on a month blocks the return; a unit's word that a count is partial or not available is reported with it. */
export function monthChecks({ code, cells }: ReturnUnit, { quarter }: CheckInput): readonly Check[] {
  const { months } = periodOf(quarter);
  const missing = groupByMonths(countedMeasures, months, (measure, month) => cells.at(measure, month) === undefined);
  const limited = groupByMonths([...countedMeasures, ...caseMeasure.options], months, (measure, month) => {
    const status = cells.at(measure, month)?.status;
    return status === 'partial' || status === 'not_available';
  });
  const tell = (groups: readonly Group[], found: Finding): readonly Check[] =>
    groups.map((group) => finding(code, { ...found, months: [...group.months], measures: group.measures }));
  return [
    ...tell(missing, { code: 'month_missing', blocking: true, mend: 'unit_workspace' }),
    ...tell(limited, { code: 'month_partial', blocking: false, mend: 'unit_workspace' }),
  ];
}

export function staffingChecks({ code, cells }: ReturnUnit, input: CheckInput): readonly Check[] {
  const groups = groupByMonths(
    staffingMeasure.options,
    periodOf(input.quarter).months,
    (measure, month) => cells.at(measure, month)?.value == null,
  );
  return groups.map((group) =>
    finding(code, {
      code: 'staffing_missing',
      // The estimate needs the staff in post; overtime it can do without, and says so.
      blocking: input.asksBacklogAvoided && group.measures.some((measure) => !overtimeMeasures.includes(measure)),
      months: [...group.months],
      measures: group.measures,
      mend: 'unit_workspace',
    }),
  );
}

export function ledgerChecks({ code, lines }: ReturnUnit, { quarter }: CheckInput): readonly Check[] {
  const { months } = periodOf(quarter);
  const unbalanced = lines.filter(
    ({ line, month }) => months.includes(month) && line.closing !== null && !line.balanced,
  );
  const [first] = lines.filter(({ month }) => months.includes(month));
  // The months of the quarter may all be there and the stock unknown: an earlier month is missing, or its opening.
  const gap = first?.line.opening === null ? lastGap(lines, first.month) : [];
  return [
    ...(unbalanced.length > 0
      ? [
          finding(code, {
            code: 'ledger_unbalanced',
            blocking: true,
            months: unbalanced.map(({ month }) => month),
            mend: 'unit_workspace',
          }),
        ]
      : []),
    ...(gap.length > 0
      ? [
          finding(code, {
            code: 'month_missing',
            blocking: false,
            months: [...gap],
            measures: ['backlog_opening'],
            mend: 'unit_workspace',
          }),
        ]
      : []),
  ];
}

/** The months before `month` whose flows are not known, since the last one that had a stock. */
function lastGap(lines: ReturnUnit['lines'], month: Month): readonly Month[] {
  const before = lines.filter((each) => each.month < month);
  const known = before.findLastIndex(({ line }) => line.closing !== null);
  return before
    .slice(known + 1)
    .filter(({ line }) => Object.values(line.terms).includes(null))
    .map((each) => each.month);
}
