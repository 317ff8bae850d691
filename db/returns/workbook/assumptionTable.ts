import type { Bilingual } from '#contract/common';
import type { CounterfactualResult } from '#contract/counterfactual';
import { basisLabels, choiceLabels, scenarioLabels } from '../estimateLabels.ts';
import { label, type SheetTable, type SheetValue } from './table.ts';

export function assumptionSheet(result: CounterfactualResult): SheetTable {
  const { assumptions } = result;
  const row = (name: Bilingual, en: string, fr: string): readonly SheetValue[] => [name.en, en, name.fr, fr];
  const percent = (share: number): string => `${String(Math.round(share * 100))} %`;
  const ramp = assumptions.rampMonths;
  const months =
    ramp === null ? { en: 'Estimated, 3 to 18', fr: 'Estimés, de 3 à 18' } : { en: String(ramp), fr: String(ramp) };
  const overtime = String(assumptions.overtimeProductivity);
  const exponent = String(assumptions.capacityExponent);
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
      row(scenarioLabels.pooling, choiceLabels[assumptions.pooling].en, choiceLabels[assumptions.pooling].fr),
      row(scenarioLabels.capacity_exponent, exponent, exponent.replace('.', ',')),
      row(scenarioLabels.coupling, choiceLabels[assumptions.coupling].en, choiceLabels[assumptions.coupling].fr),
      row(
        scenarioLabels.administrative,
        choiceLabels[assumptions.administrative].en,
        choiceLabels[assumptions.administrative].fr,
      ),
      row(
        scenarioLabels.backlog_definition,
        choiceLabels[assumptions.backlogDefinition].en,
        choiceLabels[assumptions.backlogDefinition].fr,
      ),
      row(basisLabels.name, basisLabels[result.basis].en, basisLabels[result.basis].fr),
      row(
        { en: 'Random draws; seed', fr: 'Tirages aléatoires; germe' },
        `${result.draws}; ${result.seed}`,
        `${result.draws}; ${result.seed}`,
      ),
    ],
  };
}
