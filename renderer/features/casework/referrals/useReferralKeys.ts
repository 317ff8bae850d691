import type { ReferralRow } from '#contract/casework/referrals';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import type { RowCursor } from '../../../lib/useRowCursor.ts';
import { possibleSteps, steps, type Step } from './steps.ts';

/** The letters of the list: J and K move, the others take a step with the targets. */
export function useReferralKeys(
  cursor: RowCursor<ReferralRow>,
  targets: readonly ReferralRow[],
  onStep: (step: Step) => void,
): void {
  const t = useText();
  const move = (by: number) => () => {
    cursor.moveBy(by);
  };
  useScreenKeys([
    { keys: 'J', label: t('lists:next'), run: move(1) },
    { keys: 'K', label: t('lists:previous'), run: move(-1) },
    ...possibleSteps(targets).map((step) => ({
      keys: steps[step],
      label: t(`referrals:step.${step}.label`),
      run: () => {
        onStep(step);
      },
    })),
  ]);
}
