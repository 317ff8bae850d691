import { UnstyledButton } from '@mantine/core';
import { useCallback } from 'react';
import { addMonths } from '#contract/dates';
import type { Estimate } from '#contract/counterfactual';
import type { UnitId } from '#contract/ids';
import type { Unit } from '#contract/people';
import { useText } from '../../i18n/text.ts';
import { useFigureFilter } from '../../lib/figureFilter.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { PlotChart } from '../../ui/PlotChart.tsx';
import classes from './Counterfactual.module.css';
import { drawSmallFan, fanPoints } from './drawFan.ts';
import { probabilityWords, type Format, whole } from './words.ts';

export interface EstimatedUnit {
  readonly unitId: UnitId;
  readonly code: string;
  readonly estimate: Estimate;
}

interface SmallFansProps {
  readonly units: readonly EstimatedUnit[];
  readonly names: readonly Unit[];
}

function rangeWords({ avoided }: Estimate, format: Format): readonly [string, string] {
  return [format.number(whole(avoided.p10)), format.number(whole(avoided.p90))];
}

/** Each unit's fan, in the order of their codes: no unit is ranked by a figure that its grade does not carry. */
export function SmallFans({ units, names }: SmallFansProps) {
  const t = useText();
  const format = useFormat();
  return (
    <Figure
      title={t('counterfactual:units.title')}
      description={t('counterfactual:units.text')}
      hasLinks
      chart={
        <ul className={classes.grid}>
          {units.map((unit) => (
            <li key={unit.unitId}>
              <SmallFan {...unit} name={names.find((each) => each.id === unit.unitId)} />
            </li>
          ))}
        </ul>
      }
      table={
        <DataTable
          caption={t('counterfactual:units.title')}
          rows={units}
          rowKey={(unit) => unit.unitId}
          columns={[
            { key: 'unit', header: t('counterfactual:pick.unit'), cell: (unit) => unit.code },
            {
              key: 'actual',
              header: t('counterfactual:table.actual'),
              cell: ({ estimate }) => format.number(estimate.backlogNow),
              align: 'end',
            },
            {
              key: 'low',
              header: t('counterfactual:units.fewerLow'),
              cell: ({ estimate }) => rangeWords(estimate, format)[0],
              align: 'end',
            },
            {
              key: 'high',
              header: t('counterfactual:units.fewerHigh'),
              cell: ({ estimate }) => rangeWords(estimate, format)[1],
              align: 'end',
            },
            {
              key: 'probability',
              header: t('counterfactual:units.probability'),
              cell: ({ estimate }) => probabilityWords(estimate.probabilityBelow, t, format),
              align: 'end',
            },
            {
              key: 'grade',
              header: t('counterfactual:units.grade'),
              cell: ({ estimate }) => estimate.grade,
              narrow: true,
            },
          ]}
        />
      }
    />
  );
}

function SmallFan({ unitId, code, estimate, name }: EstimatedUnit & { readonly name: Unit | undefined }) {
  const t = useText();
  const format = useFormat();
  const [, change] = useFigureFilter();
  const draw = useCallback(() => {
    const first = addMonths(estimate.fundingStart, -24);
    const points = fanPoints(estimate, addMonths(estimate.fundingStart, -1)).filter(
      ({ month }) => month >= first && month <= estimate.asOf,
    );
    return drawSmallFan(points, estimate.fundingStart);
  }, [estimate]);
  const [low, high] = rangeWords(estimate, format);
  return (
    <UnstyledButton
      className={classes.tile ?? ''}
      title={name === undefined ? code : format.bilingual(name.name)}
      onClick={() => {
        change({ scope: 'unit', unitId });
      }}
    >
      <span className={classes.tileHead}>
        <strong>{code}</strong>
        <span>{t('counterfactual:units.tile', { low, high })}</span>
      </span>
      <span aria-hidden>
        <PlotChart height={72} draw={draw} />
      </span>
    </UnstyledButton>
  );
}
