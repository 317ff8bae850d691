import type { Estimate } from '#contract/statistics/estimate';
import type { Translate } from '../../../../i18n/text.ts';
import { sideOf, type Format } from '../estimateText.ts';

/** The 80 % interval in a few words: "96 to 198 fewer", "3 more to 14 fewer". */
export function avoidedWords({ avoided }: Pick<Estimate, 'avoided'>, t: Translate, format: Format): string {
  const [low, high] = [avoided.p10, avoided.p90].map((end) => Math.abs(Math.round(end))).toSorted((a, b) => a - b);
  return t(`counterfactual:tile.${sideOf(avoided)}`, {
    low: format.number(low ?? 0),
    high: format.number(high ?? 0),
    more: format.number(Math.abs(Math.round(avoided.p10))),
    fewer: format.number(Math.abs(Math.round(avoided.p90))),
  });
}
