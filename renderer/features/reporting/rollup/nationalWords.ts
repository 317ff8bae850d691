import type { National, NationalUnit } from '#contract/reporting/rollup';
import type { Translate } from '../../../i18n/text.ts';
import { totalEvidenceSentence } from '../../../lib/totalEvidence.ts';
import type { useFormat } from '../../../lib/useFormat.ts';
import type { Span } from './useNational.ts';

type Format = ReturnType<typeof useFormat>;

/** No file is a fraction, and none is less than none. */
const whole = (value: number): number => Math.round(value) + 0;

function movementSentence(national: National, span: Span, t: Translate, format: Format): string {
  const { units, fell, held, grew, unknown, to } = national;
  const counts = { fell: format.number(fell), held: format.number(held), grew: format.number(grew) };
  return [
    t(`rollup:national.moved.${String(span) as '3' | '12'}`, {
      ...counts,
      count: units.length,
      month: format.month(to),
    }),
    ...(unknown === 0 ? [] : [t('rollup:national.unknown', { count: unknown })]),
  ].join(' ');
}

/** "12 to 98 fewer", or what the interval says where it holds both sides. */
function totalSentence({ total }: National, t: Translate, format: Format): readonly string[] {
  if (total === null) return [t('rollup:national.noEstimate')];
  const { p10, p90 } = total.avoided;
  const covers = { covered: format.number(total.unitsCovered), asked: format.number(total.unitsAsked) };
  const side = p10 > 0 ? 'higher' : p90 < 0 ? 'lower' : 'unclear';
  const ends =
    side === 'lower'
      ? { low: format.number(whole(-p90)), high: format.number(whole(-p10)) }
      : { low: format.number(whole(p10)), high: format.number(whole(p90)) };
  const sentence = t(`rollup:national.total.${side}`, { ...ends, ...covers });
  const { evidence } = total;
  return evidence ? [`${sentence} ${totalEvidenceSentence(evidence, t, format.percent)}`] : [sentence];
}

function stockSentence({ opening, closing }: National, t: Translate, format: Format): readonly string[] {
  if (opening === null || closing === null) return [];
  return [
    t('rollup:national.stock', {
      opening: format.number(opening),
      closing: format.number(closing),
      change: format.change(closing - opening),
    }),
  ];
}

/** What the national view says, in words; the first sentence is complete by itself. */
export function nationalSentences(national: National, span: Span, t: Translate, format: Format): readonly string[] {
  const { grew, wouldHaveGrownMore } = national;
  return [
    movementSentence(national, span, t, format),
    ...(grew === 0 ? [] : [t('rollup:national.grewMore', { count: wouldHaveGrownMore, grew: format.number(grew) })]),
    ...stockSentence(national, t, format),
    ...totalSentence(national, t, format),
  ];
}

/** What a unit's backlog would have been without the funded staff, in a few words. */
export function withoutWords(unit: NationalUnit, t: Translate, format: Format): string {
  const { estimate, withoutStaff, refusal } = unit;
  if (estimate === null) return t(refusal.includes('no_funding') ? 'rollup:without.notFunded' : 'rollup:without.none');
  const { p10, p90 } = estimate.avoided;
  const ends =
    withoutStaff === 'lower'
      ? { low: format.number(whole(-p90)), high: format.number(whole(-p10)) }
      : { low: format.number(whole(p10)), high: format.number(whole(p90)) };
  return t(`rollup:without.${withoutStaff === 'unknown' ? 'none' : withoutStaff}`, ends);
}

/** Those that grew most first; those that cannot be compared last. */
export function byGrowth(units: readonly NationalUnit[]): readonly NationalUnit[] {
  const growth = ({ opening, closing }: NationalUnit): number =>
    opening === null || closing === null ? -Infinity : closing - opening;
  return units.toSorted((a, b) => growth(b) - growth(a) || a.code.localeCompare(b.code));
}
