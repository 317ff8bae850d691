import type { Bilingual } from '#contract/ground/common';
import type { CounterfactualResult } from '#contract/statistics/estimate';
import { basisLabels, choiceLabels, scenarioLabels } from '../estimateLabels.ts';
import { label, type SheetTable } from '../../../documents/workbook/table.ts';

interface AssumptionRow {
  readonly name: Bilingual;
  readonly taken: Bilingual;
}

/** What an estimate assumes, each with what was taken. */
export function assumptionRows(result: CounterfactualResult): readonly AssumptionRow[] {
  const { assumptions } = result;
  const same = (text: string): Bilingual => ({ en: text, fr: text });
  const percent = (share: number): Bilingual => same(`${String(Math.round(share * 100))} %`);
  const decimal = (value: number): Bilingual => ({ en: String(value), fr: String(value).replace('.', ',') });
  const ramp = assumptions.rampMonths;
  const months = ramp === null ? { en: 'Estimated, 3 to 18', fr: 'Estimés, de 3 à 18' } : same(String(ramp));
  return [
    { name: scenarioLabels.ramp_months, taken: months },
    { name: scenarioLabels.overtime_productivity, taken: decimal(assumptions.overtimeProductivity) },
    { name: scenarioLabels.substitution_share, taken: percent(assumptions.substitutionShare) },
    { name: scenarioLabels.induced_inflow_share, taken: percent(assumptions.inducedInflowShare) },
    { name: scenarioLabels.pooling, taken: choiceLabels[assumptions.pooling] },
    { name: scenarioLabels.capacity_exponent, taken: decimal(assumptions.capacityExponent) },
    { name: scenarioLabels.coupling, taken: choiceLabels[assumptions.coupling] },
    { name: scenarioLabels.administrative, taken: choiceLabels[assumptions.administrative] },
    { name: scenarioLabels.backlog_definition, taken: choiceLabels[assumptions.backlogDefinition] },
    { name: basisLabels.name, taken: basisLabels[result.basis] },
    {
      name: { en: 'Random draws; seed', fr: 'Tirages aléatoires; germe' },
      taken: same(`${result.draws}; ${result.seed}`),
    },
  ];
}

export function assumptionSheet(result: CounterfactualResult): SheetTable {
  return {
    tab: 'Assumptions - Hypothèses',
    title: { en: 'Assumptions of the estimate', fr: 'Hypothèses de l\u2019estimation' },
    columns: [
      label('Assumption', 'Assumption', 60),
      label('Value used', 'Value used', 30),
      label('Hypothèse', 'Hypothèse', 60),
      label('Valeur utilisée', 'Valeur utilisée', 30),
    ],
    rows: assumptionRows(result).map(({ name, taken }) => [name.en, taken.en, name.fr, taken.fr]),
  };
}
