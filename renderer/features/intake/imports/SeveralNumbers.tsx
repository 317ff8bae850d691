import { Button } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';

interface SeveralNumbersProps {
  readonly cells: number;
  readonly isBusy: boolean;
  readonly onSplit: () => void;
}

/** Whether "25-101/102" is one referral or two, only the unit knows. */
export function SeveralNumbers({ cells, isBusy, onSplit }: SeveralNumbersProps) {
  const t = useText();
  if (cells === 0) return null;
  return (
    <Notice
      tone="dueSoon"
      icon={IconListNumbers}
      title={t('imports:numbers.title', { count: cells })}
      end={
        <Button variant="default" size="xs" disabled={isBusy} onClick={onSplit}>
          {t('imports:numbers.split')}
        </Button>
      }
    />
  );
}
