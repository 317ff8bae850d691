import type { Translate } from '../../../../i18n/text.ts';
import type { Format } from '../estimateText.ts';
import type { EventStudy } from './drawEvents.ts';

/** As the analysis judges it: a rarer result under permuted start dates is taken for more than chance. */
const rare = 0.05;

const quartersOfYear = 4;

/** "0.30"; "less than 0.01". */
export function pWords(p: number, t: Translate, format: Format): string {
  return p < 0.01
    ? t('counterfactual:events.under', { share: format.number(0.01, 2) })
    : format.number(p, p < 0.1 ? 3 : 2);
}

/** Whether funded units moved like the others before the funding, and what difference could go unseen. */
export function preTrendWords({ preTrendP, trendFound80 }: EventStudy, t: Translate, format: Format): string {
  if (preTrendP === null) return t('counterfactual:events.before.unknown');
  const p = pWords(preTrendP, t, format);
  if (preTrendP < rare) return t('counterfactual:events.before.moved', { p });
  const flat = t('counterfactual:events.before.flat', { p });
  if (trendFound80 === undefined) return flat;
  const least = trendFound80 === null ? Infinity : Math.expm1(quartersOfYear * trendFound80);
  const power =
    least > 1
      ? t('counterfactual:events.before.doubling')
      : t('counterfactual:events.before.power', { share: format.percent(least) });
  return `${flat} ${power}`;
}

/** The mean of the quarters since the funding, how often start dates dealt out by chance give as much, and what rise could go unseen. */
export function afterWords({ after }: EventStudy, t: Translate, format: Format): string {
  if (after === null) return t('counterfactual:events.after.unknown');
  const share = format.percent(Math.expm1(after.att), true);
  if (after.p === null) return t('counterfactual:events.after.alone', { share });
  const found = t('counterfactual:events.after.mean', { share, p: pWords(after.p, t, format) });
  if (after.found80 === null || (after.p < rare && after.att > 0)) return found;
  const least = format.percent(Math.expm1(after.found80), true);
  return `${found} ${t('counterfactual:events.after.power', { share: least })}`;
}
