import type { Bilingual } from '#contract/common';
import type { CounterfactualResult, Estimate, Quantiles } from '#contract/counterfactual';
import { cautionLabels, gradeReasonLabels, refusalLabels, scenarioLabels } from '../estimateLabels.ts';
import { formats, monthDate, type SheetColumn, type SheetTable, type SheetValue } from './table.ts';

const label = (en: string, fr: string, width: number, format?: string): SheetColumn => ({
  label: { en, fr },
  width,
  ...(format !== undefined && { format }),
});

const columns: readonly SheetColumn[] = [
  label('Unit', 'Unité', 12),
  label('As of', 'En date de', 10, formats.month),
  label('Actual backlog', 'Arriéré constaté', 12, formats.whole),
  label(
    'Without funded staff and overtime, median',
    'Sans personnel ni heures supplémentaires financés, médiane',
    24,
    formats.whole,
  ),
  label('80 %, low', '80 %, borne inf.', 11, formats.whole),
  label('80 %, high', '80 %, borne sup.', 11, formats.whole),
  label('Backlog avoided (K1)', 'Arriéré évité (K1)', 14, formats.whole),
  label('80 %, low', '80 %, borne inf.', 11, formats.whole),
  label('80 %, high', '80 %, borne sup.', 11, formats.whole),
  label('95 %, low', '95 %, borne inf.', 11, formats.whole),
  label('95 %, high', '95 %, borne sup.', 11, formats.whole),
  label('Probability of a lower backlog', 'Probabilité d\u2019un arriéré inférieur', 16, formats.share),
  label('Evidence grade', 'Cote de la preuve', 10),
  label('Remarks', 'Remarks', 50),
  label('Remarques', 'Remarques', 50),
];

interface Answer {
  readonly name: string;
  readonly asOf: string;
  readonly backlog: number;
  readonly counterfactual: Quantiles | null;
  readonly avoided: Quantiles;
  readonly point: number | null;
  readonly probability: number;
  readonly grade: string | null;
  readonly remarks: readonly Bilingual[];
}

const joined = (remarks: readonly Bilingual[], language: 'en' | 'fr'): string =>
  remarks.map((each) => each[language]).join('; ');

function answerRow(answer: Answer): readonly SheetValue[] {
  const { counterfactual, avoided } = answer;
  return [
    answer.name,
    monthDate(answer.asOf),
    answer.backlog,
    counterfactual?.p50 ?? null,
    counterfactual?.p10 ?? null,
    counterfactual?.p90 ?? null,
    answer.point,
    avoided.p10,
    avoided.p90,
    avoided.p025,
    avoided.p975,
    answer.probability,
    answer.grade,
    joined(answer.remarks, 'en'),
    joined(answer.remarks, 'fr'),
  ];
}

function unitAnswer(code: string, unit: Estimate): Answer {
  const now = unit.months.indexOf(unit.asOf);
  return {
    name: code,
    asOf: unit.asOf,
    backlog: unit.backlogNow,
    counterfactual: unit.fan[now] ?? null,
    avoided: unit.avoided,
    point: unit.pointClaim ? unit.avoided.p50 : null,
    probability: unit.probabilityBelow,
    grade: unit.grade,
    remarks: [
      ...unit.gradeReasons.map((each) => gradeReasonLabels[each]),
      ...unit.cautions.map((each) => cautionLabels[each]),
    ],
  };
}

function refusedRow(code: string, remarks: readonly Bilingual[]): readonly SheetValue[] {
  return [code, ...columns.slice(1, -3).map(() => null), null, joined(remarks, 'en'), joined(remarks, 'fr')];
}

/** `point` is the total's own K1 of the return, which may be withheld where a unit's is. */
function totalRow({ total, lastMonth }: CounterfactualResult, point: number | null): readonly SheetValue[] | null {
  if (!total) return null;
  const covered = `${total.unitsCovered} / ${total.unitsAsked}`;
  return answerRow({
    name: 'Total',
    asOf: total.months.filter((_, index) => total.fan[index] != null).at(-1) ?? lastMonth,
    backlog: total.backlogNow,
    counterfactual: total.counterfactualNow,
    avoided: total.avoided,
    point,
    probability: total.probabilityBelow,
    grade: null,
    remarks: [
      {
        en: `Joint draws over ${covered} units; not the sum of the rows`,
        fr: `Tirages conjoints sur ${covered} unités; ce n\u2019est pas la somme des lignes`,
      },
    ],
  });
}

export function counterfactualSheet(result: CounterfactualResult, totalPoint: number | null): SheetTable {
  const total = totalRow(result, totalPoint);
  return {
    tab: 'Avoided - Évité',
    title: {
      en: 'Backlog without the Strategy-funded staff and overtime (method A, provisional)',
      fr: 'Arriéré sans le personnel et les heures supplémentaires financés par la Stratégie (méthode A, provisoire)',
    },
    columns,
    rows: [
      ...result.units.map(({ code, result: unit }) =>
        unit.status === 'estimated'
          ? answerRow(unitAnswer(code, unit))
          : refusedRow(
              code,
              unit.reasons.map((reason) => refusalLabels[reason.code]),
            ),
      ),
      ...(total ? [total] : []),
    ],
  };
}

export function assumptionSheet(result: CounterfactualResult): SheetTable {
  const { assumptions, units } = result;
  const row = (name: Bilingual, en: string, fr: string): readonly SheetValue[] => [name.en, en, name.fr, fr];
  const percent = (share: number): string => `${String(Math.round(share * 100))} %`;
  const sensitivity = units.flatMap(({ result: unit }) => (unit.status === 'estimated' ? unit.sensitivity : []));
  const ramp = assumptions.rampMonths;
  const months =
    ramp === null ? { en: 'Drawn from 3 to 18', fr: 'Tiré entre 3 et 18' } : { en: String(ramp), fr: String(ramp) };
  const overtime = String(assumptions.overtimeProductivity);
  return {
    tab: 'Assumptions - Hypothèses',
    title: { en: 'Assumptions of the estimate', fr: 'Hypothèses de l\u2019estimation' },
    columns: [
      label('Assumption', 'Assumption', 60),
      label('Taken', 'Taken', 30),
      label('Hypothèse', 'Hypothèse', 60),
      label('Retenue', 'Retenue', 30),
    ],
    rows: [
      row(scenarioLabels.ramp_months, months.en, months.fr),
      row(scenarioLabels.overtime_productivity, overtime, overtime.replace('.', ',')),
      row(
        scenarioLabels.substitution_share,
        percent(assumptions.substitutionShare),
        percent(assumptions.substitutionShare),
      ),
      row(
        scenarioLabels.induced_inflow_share,
        percent(assumptions.inducedInflowShare),
        percent(assumptions.inducedInflowShare),
      ),
      row(
        { en: 'Random draws; seed', fr: 'Tirages aléatoires; germe' },
        `${result.draws}; ${result.seed}`,
        `${result.draws}; ${result.seed}`,
      ),
      ...sensitivity.map(({ scenario, value, median, low, high }) =>
        row(
          {
            en: `Otherwise: ${scenarioLabels[scenario].en} = ${value}`,
            fr: `Sinon\u00a0: ${scenarioLabels[scenario].fr} = ${String(value).replace('.', ',')}`,
          },
          `avoided ${Math.round(median)} (80 %: ${Math.round(low)} to ${Math.round(high)})`,
          `évité ${Math.round(median)} (80 %\u00a0: ${Math.round(low)} à ${Math.round(high)})`,
        ),
      ),
    ],
  };
}
