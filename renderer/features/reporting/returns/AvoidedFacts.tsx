import type { ReturnContent } from '#contract/reporting/returns';
import { rangeOnly } from '#contract/statistics/shown';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { probabilityWords } from '../../statistics/estimate/estimateText.ts';
import { RefusedReason } from './document/Avoided.tsx';
import { avoidedOf } from './document/figures.ts';
import { useDocumentLanguage } from './document/language.ts';

/** The estimate behind K1: its intervals and how much evidence carries it. */
export function AvoidedFacts({
  content,
  unitCode,
}: {
  readonly content: ReturnContent;
  readonly unitCode: string | null;
}) {
  const { t, number, percent, month } = useDocumentLanguage();
  const avoided = avoidedOf(content, unitCode);
  if (avoided === null)
    return (
      <Facts>
        <Fact label={t('codes:heading.refused')}>
          <RefusedReason content={content} unitCode={unitCode} />
        </Fact>
      </Facts>
    );
  const only = rangeOnly(avoided);
  const range = (low: number, high: number) => t('common:range', { low: number(low), high: number(high) });
  return (
    <Facts>
      <Fact label={t('returns:avoided.single')}>
        {avoided.median === null
          ? t(only === null ? 'codes:heading.intervalOnly' : `codes:rangeOnly.${only}`)
          : number(avoided.median)}
      </Fact>
      <Fact label={t('returns:avoided.range80')}>{range(avoided.low80, avoided.high80)}</Fact>
      <Fact label={t('returns:avoided.range95')}>{range(avoided.low95, avoided.high95)}</Fact>
      {avoided.asOf !== null && <Fact label={t('returns:avoided.asOf')}>{month(avoided.asOf)}</Fact>}
      {avoided.probabilityBelow !== null && (
        <Fact label={t('returns:avoided.probability')}>
          {probabilityWords(avoided.probabilityBelow, t, { percent })}
        </Fact>
      )}
      {avoided.grade !== null && <Fact label={t('codes:heading.grade')}>{avoided.grade}</Fact>}
    </Facts>
  );
}
