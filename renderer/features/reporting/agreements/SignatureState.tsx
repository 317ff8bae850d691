import { IconCircleCheck, IconClock, IconClockExclamation } from '@tabler/icons-react';
import type { Agreement } from '#contract/reporting/agreements';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { signatureOf } from './signature.ts';

/** Late signatures are why funded staff come late: the delay is said in days. */
export function SignatureState({
  agreement,
}: {
  readonly agreement: Pick<Agreement, 'signaturePlannedOn' | 'signedOn'>;
}) {
  const t = useText();
  const { state, daysLate } = signatureOf(agreement, today());
  if (state === 'awaited') {
    return daysLate === null || daysLate === 0 ? (
      <StatusBadge tone="neutral" icon={IconClock} label={t('agreements:signature.awaited')} />
    ) : (
      <StatusBadge
        tone="overdue"
        icon={IconClockExclamation}
        label={t('agreements:signature.awaitedLate', { count: daysLate })}
      />
    );
  }
  if (daysLate === null)
    return <StatusBadge tone="neutral" icon={IconCircleCheck} label={t('agreements:signature.signed')} />;
  if (daysLate > 0)
    return (
      <StatusBadge
        tone="dueSoon"
        icon={IconClockExclamation}
        label={t('agreements:signature.late', { count: daysLate })}
      />
    );
  return daysLate === 0 ? (
    <StatusBadge tone="positive" icon={IconCircleCheck} label={t('agreements:signature.onTheDay')} />
  ) : (
    <StatusBadge tone="positive" icon={IconCircleCheck} label={t('agreements:signature.early', { count: -daysLate })} />
  );
}
