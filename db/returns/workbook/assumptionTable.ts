import type { Bilingual } from '#contract/common';
import type { CounterfactualResult } from '#contract/counterfactual';
import { scenarioLabels } from '../estimateLabels.ts';
import { label, type SheetTable, type SheetValue } from './table.ts';

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
