import type { Unit } from '#contract/accounts/people';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import tiles from '../../../../ui/Tiles.module.css';
import { LabFigure } from '../figures/LabFigure.tsx';
import { fanLegend } from '../fan/fanLegend.ts';
import { intervalOf } from '../estimateText.ts';
import { drawUnit, smallHeight } from './drawUnit.ts';
import type { EstimatedUnit } from '../estimatedUnit.ts';
import { groupUnits } from './groups.ts';
import { SmallFan } from './SmallFan.tsx';
import classes from './Units.module.css';
import { unitColumns } from './unitsTable.ts';

interface UnitGroupsProps {
  readonly units: readonly EstimatedUnit[];
  readonly names: readonly Unit[];
}

/**
 * Each unit's fan under how its backlog moved, by code: units are not ranked.
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
        heading: `${code} · ${intervalOf(estimate, t, format)}`,
        height: smallHeight,
        draw: () => drawUnit(estimate),
      }))}
      legend={fanLegend({ hasMiddle: false, hasGaps: false }, t)}
      table={{ rows: units, rowKey: ({ unitId }) => unitId, columns: unitColumns(units, t, format) }}
    >
      {grouped.map(([group, members]) => (
        <section key={group} aria-labelledby={`group-${group}`} className={classes.group}>
          <h4 id={`group-${group}`} className={classes.groupHead}>
            {t(`counterfactual:group.${group}`)} <span>{format.number(members.length)}</span>
          </h4>
          <ul className={tiles.grid}>
            {members.map((unit) => (
              <li key={unit.unitId}>
                <SmallFan {...unit} name={names.find(({ id }) => id === unit.unitId)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </LabFigure>
  );
}
