import type { ReactNode } from 'react';
import { addMonths } from '#contract/ground/dates';
import type { ReferenceSummary } from '#contract/statistics/laboratory';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Fact, Facts } from '../../../../ui/FieldRow.tsx';
import { Fingerprint, Hash } from '../../../../ui/Fingerprint.tsx';

interface ReferenceFactsProps {
  readonly reference: ReferenceSummary;
  /** False where the key is below, to be compared. */
  readonly showsKey?: boolean;
  /** More facts, in their place among these. */
  readonly children?: ReactNode;
}

/** What a reference says of itself: whose it is, from what it was made, and what it says of funded staff. */
export function ReferenceFacts({ reference, showsKey = true, children }: ReferenceFactsProps) {
  const t = useText();
  const format = useFormat();
  const { productivity, firstMonth, months } = reference;
  const decimal = (value: number) => format.number(value, 2);
  return (
    <Facts>
      <Fact label={t('common:workspace')}>{reference.workspaceName}</Fact>
      <Fact label={t('laboratory:reference.productivity')}>
        {t('laboratory:reference.productivityValue', {
          mean: decimal(productivity.mean),
          low: decimal(productivity.p10),
          high: decimal(productivity.p90),
        })}
      </Fact>
      <Fact label={t('laboratory:reference.units')}>{format.number(reference.units)}</Fact>
      <Fact label={t('laboratory:reference.upTo')}>{format.month(reference.lastMonth)}</Fact>
      <Fact label={t('laboratory:reference.months')}>
        {t('laboratory:reference.monthsValue', {
          first: format.month(firstMonth),
          last: format.month(addMonths(firstMonth, months - 1)),
          count: months,
        })}
      </Fact>
      <Fact label={t('laboratory:reference.draws')}>{format.number(reference.draws)}</Fact>
      <Fact label={t('laboratory:reference.exportedAt')}>{format.instant(reference.exportedAt)}</Fact>
      {children}
      {showsKey && (
        <Fact label={t('common:fingerprintOfTheKey')}>
          <Fingerprint value={reference.fingerprint} />
        </Fact>
      )}
      <Fact label={t('common:sha256OfTheFile')}>
        <Hash value={reference.sha256} />
      </Fact>
    </Facts>
  );
}
