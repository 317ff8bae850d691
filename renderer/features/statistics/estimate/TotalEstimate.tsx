import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import type { Unit } from '#contract/accounts/people';
import { shownOf } from '#contract/statistics/shown';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './Estimate.module.css';
import { basisText, boundText, estimateSentence } from './estimateText.ts';
import { commonMonths } from './fan/commonMonths.ts';
import { FanFigure } from './fan/FanFigure.tsx';
import { Headline } from './headline/Headline.tsx';
import { Points } from './headline/Points.tsx';
import { TotalReliability } from './reliability/TotalReliability.tsx';
import type { EstimatedUnit } from './estimatedUnit.ts';
import { movementSentence } from './units/groups.ts';
import { UnitGroups } from './units/UnitGroups.tsx';
import { UnitsWithoutEstimate, type RefusedUnit } from './units/UnitsWithoutEstimate.tsx';
import type { Result } from './useEstimate.ts';

interface TotalEstimateProps {
  readonly result: Result;
  readonly units: readonly EstimatedUnit[];
  readonly names: readonly Unit[];
}

/** Several units: their total from joint draws, each of them, and those without an estimate. */
export function TotalEstimate({ result, units, names }: TotalEstimateProps) {
  const t = useText();
  const refused = result.units.flatMap(({ unitId, code, result: own }): RefusedUnit[] =>
    own.status === 'refused' ? [{ unitId, code, refusal: own }] : [],
  );
  return (
    <>
      {result.total === null ? (
        <h2 className={classes.sentence} data-testid="sentence">
          {t('counterfactual:total.none')}
        </h2>
      ) : (
        <Total result={result} total={result.total} units={units} />
      )}
      {units.length > 0 && <UnitGroups units={units} names={names} />}
      {refused.length > 0 && <UnitsWithoutEstimate units={refused} names={names} />}
    </>
  );
}

interface TotalProps {
  readonly result: Result;
  readonly total: NonNullable<Result['total']>;
  readonly units: readonly EstimatedUnit[];
}

function Total({ result, total, units }: TotalProps) {
  const t = useText();
  const format = useFormat();
  const shown = shownOf(total.evidence);
  const drawn = useMemo(() => commonMonths(total), [total]);
  // Its last month with an estimate is what "now" means.
  const asOf = total.months.findLast((_, index) => (total.fan[index] ?? null) !== null) ?? total.months.at(-1);
  if (asOf === undefined) return null;
  // Of the month of the total alone: units behind it are in none of its figures.
  const reaching = units.filter(({ estimate }) => estimate.asOf === asOf);
  const missing = total.unitsAsked - total.unitsCovered;
  const basis = [
    basisText(result, t, format),
    ...(missing > 0
      ? [t('counterfactual:total.notCovered', { count: missing, asked: format.number(total.unitsAsked) })]
      : []),
  ];
  return (
    <>
      <Headline sentence={estimateSentence(total, shown, t, format)} month={asOf} />
      <div className={classes.estimate}>
        <FanFigure
          title={t('counterfactual:total.title')}
          description={
            drawn.hasSameUnits
              ? t('counterfactual:total.text', { count: total.unitsCovered })
              : t('counterfactual:total.joining')
          }
          series={total}
          drawn={drawn}
          asOf={asOf}
          fundingStart={null}
          hasMiddle={shown.figure}
          covered={total.covered}
        />
        <Stack gap={16}>
          <TotalReliability evidence={total.evidence} units={reaching} />
          <Points change={movementSentence(reaching, t)} basis={basis.join(' ')} bound={boundText(total, t, format)} />
        </Stack>
      </div>
    </>
  );
}
