import type { Unit } from '#contract/accounts/people';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { LabFigure } from '../figures/LabFigure.tsx';
import { fanLegend } from '../fan/fanLegend.ts';
import { avoidedWords } from './avoidedWords.ts';
import { drawUnit, smallHeight } from './drawUnit.ts';
import type { EstimatedUnit } from './estimatedUnit.ts';
import { groupUnits } from './groupWords.ts';
import { SmallFan } from './SmallFan.tsx';
import classes from './Units.module.css';
import { unitColumns } from './unitsTable.ts';

interface UnitGroupsProps {
  readonly units: readonly EstimatedUnit[];
  readonly names: readonly Unit[];
}

/**
 * Each unit's fan under what became of its backlog, in the order of their codes: no unit is ranked by a figure that its grade does not carry.
 */
export function UnitGroups({ units, names }: UnitGroupsProps) {
  const t = useText();
  const format = useFormat();
  const grouped = groupUnits(units);
  return (
    <LabFigure
      figure="units_without"
      title={t('counterfactual:units.title')}
      description={t('counterfactual:units.text')}
      hasLinks
      columns={4}
      panels={units.map(({ code, estimate }) => ({
        heading: `${code} · ${avoidedWords(estimate, t, format)}`,
        height: smallHeight,
        draw: () => drawUnit(estimate),
      }))}
      legend={fanLegend({ pointClaim: false, hasMiddle: false, hasGaps: false }, t)}
      table={{ rows: units, rowKey: ({ unitId }) => unitId, columns: unitColumns(t, format) }}
    >
      {grouped.map(([group, members]) => (
        <section key={group} aria-labelledby={`group-${group}`} className={classes.group}>
          <h4 id={`group-${group}`} className={classes.groupHead}>
            {t(`counterfactual:group.${group}`)} <span>{format.number(members.length)}</span>
          </h4>
          <ul className={classes.grid}>
            {members.map((unit) => (
              <li key={unit.unitId}>
                <SmallFan {...unit} name={names.find((each) => each.id === unit.unitId)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </LabFigure>
  );
}
