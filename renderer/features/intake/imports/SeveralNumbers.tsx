import { Button } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';

interface SeveralNumbersProps {
  /** Cells with several numbers whose rows are one referral. */
  readonly cells: number;
  readonly isSplit: boolean;
  readonly isBusy: boolean;
  readonly onSplit: (isSplit: boolean) => void;
}

/** Whether "25-101/102" is one referral or two, only the unit knows. */
export function SeveralNumbers({ cells, isSplit, isBusy, onSplit }: SeveralNumbersProps) {
  const t = useText();
  if (cells === 0 && !isSplit) return null;
  return (
    <Notice
      tone={isSplit ? 'neutral' : 'dueSoon'}
      icon={IconListNumbers}
      title={isSplit ? t('imports:numbers.divided') : t('imports:numbers.title', { count: cells })}
      end={
        <Button
          variant="default"
          size="xs"
          disabled={isBusy}
          onClick={() => {
            onSplit(!isSplit);
          }}
        >
          {t(isSplit ? 'imports:numbers.together' : 'imports:numbers.split')}
        </Button>
      }
    />
  );
}
