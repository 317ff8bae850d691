import { Button, Checkbox } from '@mantine/core';
import type { WindowFrom } from '#contract/ground/common';
import type { ReferralRow } from '#contract/casework/referrals';
import { useText } from '../../../i18n/text.ts';
import type { RowCursor } from '../../../lib/useRowCursor.ts';
import { ListFoot } from '../../../ui/ListFoot.tsx';
import { possibleSteps, type Step } from './steps.ts';

interface ReferralsFootProps {
  readonly cursor: RowCursor<ReferralRow>;
  readonly showsSummaries: boolean;
  readonly onShowSummaries: (shown: boolean) => void;
  readonly onJump: (to: WindowFrom) => void;
  readonly onStep: (step: Step) => void;
}

/** Under the list: what can be done with the selected rows, and the ways through it. */
export function ReferralsFoot({ cursor, showsSummaries, onShowSummaries, onJump, onStep }: ReferralsFootProps) {
  const t = useText();
  return (
    <ListFoot
      end={
        <Checkbox
          label={t('referrals:showSummaries')}
          checked={showsSummaries}
          onChange={(event) => {
            onShowSummaries(event.currentTarget.checked);
          }}
        />
      }
      selected={cursor.selected.size}
      onClear={cursor.clear}
      onJump={onJump}
    >
      {possibleSteps(cursor.marked).map((step) => (
        <Button
          key={step}
          size="compact-sm"
          variant="default"
          onClick={() => {
            onStep(step);
          }}
        >
          {t(`referrals:step.${step}.label`)}
        </Button>
      ))}
    </ListFoot>
  );
}
