import type { Translate } from '../../../../i18n/text.ts';
import { amber, blank, dark, warm } from '../figures/colours.ts';
import type { LegendEntry } from '../figures/legend.ts';

interface LegendParts {
  readonly hasMiddle: boolean;
  readonly hasGaps: boolean;
  /** Of several units: a gap is a month that not all of them report. */
  readonly isTotal?: boolean;
}

/** The bands lie on each other: each opacity is what the eye sees where they overlap. */
export function fanLegend({ hasMiddle, hasGaps, isTotal = false }: LegendParts, t: Translate): readonly LegendEntry[] {
  return [
    { label: t('counterfactual:legend.actual'), kind: 'line', colour: dark },
    { label: t('counterfactual:legend.band50'), kind: 'fill', colour: warm, opacity: 0.6 },
    { label: t('counterfactual:legend.band80'), kind: 'fill', colour: warm, opacity: 0.4 },
    { label: t('counterfactual:legend.band95'), kind: 'fill', colour: warm, opacity: 0.18 },
    ...(hasMiddle
      ? ([
          { label: t('counterfactual:legend.middle'), kind: 'dashes', colour: amber },
          { label: t('counterfactual:legend.difference'), kind: 'hatch', colour: dark, opacity: 0.5 },
        ] as const)
      : []),
    ...(hasGaps
      ? ([{ label: t(`counterfactual:legend.${isTotal ? 'gapTotal' : 'gap'}`), kind: 'fill', colour: blank }] as const)
      : []),
  ];
}
