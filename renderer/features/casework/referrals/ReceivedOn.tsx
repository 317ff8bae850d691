import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { CivilDate } from '#contract/ground/dates';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';

interface ReceivedOnProps {
  readonly on: CivilDate;
  /** Says what to do, where there is room for it. */
  readonly isExplained?: boolean;
}

/** The day of receipt, marked where it has not come: a clock that was ahead gave it. */
export function ReceivedOn({ on, isExplained = false }: ReceivedOnProps) {
  const t = useText();
  if (on <= today()) return on;
  return (
    <>
      <StatusBadge tone="overdue" icon={IconAlertTriangle} label={on} />
      {isExplained && <Text size="sm">{t('referrals:receiptToCorrect')}</Text>}
    </>
  );
}
