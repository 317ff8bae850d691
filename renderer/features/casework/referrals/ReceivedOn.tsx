import { IconAlertTriangle } from '@tabler/icons-react';
import type { CivilDate } from '#contract/ground/dates';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';

/** The day of receipt, marked where it has not come: a clock that was ahead gave it. */
export function ReceivedOn({ on }: { readonly on: CivilDate }) {
  const t = useText();
  if (on <= today()) return on;
  return (
    <span title={t('referrals:receiptAhead')}>
      <StatusBadge tone="overdue" icon={IconAlertTriangle} label={on} />
    </span>
  );
}
