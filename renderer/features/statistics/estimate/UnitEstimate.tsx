import { Stack } from '@mantine/core';
import type { Estimate } from '#contract/statistics/estimate';
import { shownOf } from '#contract/statistics/shown';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './Estimate.module.css';
import { basisText, estimateSentence } from './estimateText.ts';
import { FanFigure } from './fan/FanFigure.tsx';
import { useProvenance } from './figures/Provenance.ts';
import { Headline } from './headline/Headline.tsx';
import { Points } from './headline/Points.tsx';
import { changeText, resourcesText } from './headline/unitText.ts';
import { UnitReliability } from './reliability/UnitReliability.tsx';

/** One unit: the estimate, its reliability, and what belongs with it. */
export function UnitEstimate({ estimate }: { readonly estimate: Estimate }) {
  const t = useText();
  const format = useFormat();
  const { result } = useProvenance();
  const shown = shownOf(estimate);
  return (
    <>
      <Headline sentence={estimateSentence(estimate, shown, t, format)} month={estimate.asOf} />
      <div className={classes.estimate}>
        <FanFigure
          title={t('common:backlogAtTheEndOf')}
          description={t('counterfactual:fan.text')}
          series={estimate}
          asOf={estimate.asOf}
          fundingStart={estimate.fundingStart}
          hasMiddle={shown.figure}
        />
        <Stack gap={16}>
          <UnitReliability estimate={estimate} />
          <Points
            change={changeText(estimate, t, format)}
            basis={`${resourcesText(estimate, t, format)} ${basisText(result, t, format)}`}
            bound={null}
          />
        </Stack>
      </div>
    </>
  );
}
