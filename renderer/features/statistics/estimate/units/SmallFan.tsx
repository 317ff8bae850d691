import { UnstyledButton } from '@mantine/core';
import { useCallback } from 'react';
import type { Unit } from '#contract/accounts/people';
import { useText } from '../../../../i18n/text.ts';
import { useFigureFilter } from '../../../../lib/figureFilter.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { PlotChart } from '../../../../ui/PlotChart.tsx';
import tiles from '../../../../ui/Tiles.module.css';
import { gradeText, intervalOf } from '../estimateText.ts';
import { useProvenance } from '../figures/Provenance.ts';
import { drawUnit, smallHeight } from './drawUnit.ts';
import type { EstimatedUnit } from '../estimatedUnit.ts';
import shared from '../../../../ui/Shared.module.css';

/** One unit of many: its fan, its interval where one points at it, and the way to its own page. */
export function SmallFan({ unitId, code, estimate, name }: EstimatedUnit & { readonly name: Unit | undefined }) {
  const t = useText();
  const format = useFormat();
  const [, change] = useFigureFilter();
  const draw = useCallback(() => drawUnit(estimate), [estimate]);
  const { lastMonth } = useProvenance().result;
  const { asOf } = estimate;
  return (
    <UnstyledButton
      className={tiles.tile ?? ''}
      title={[
        ...(name === undefined ? [] : [format.bilingual(name.name)]),
        gradeText(estimate, t),
        intervalOf(estimate, t, format),
      ].join('. ')}
      onClick={() => {
        change({ scope: 'unit', unitId });
      }}
    >
      <span className={tiles.head}>
        <strong>{code}</strong>{' '}
        {
          // It ends before the total.
          asOf < lastMonth && <span>{format.month(asOf)}</span>
        }{' '}
        <span className={shared.dimmed}>{estimate.grade}</span>
      </span>
      <span aria-hidden>
        <PlotChart height={smallHeight} draw={draw} />
      </span>
    </UnstyledButton>
  );
}
