import type { ReferralRow } from '#contract/casework/referrals';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import type { Step } from './steps.ts';

/** "Assign 2026-00871" or "Assign 3 referrals": a dialog always says what it concerns. */
export function useStepTitle(
  step: Exclude<Step, 'danger' | 'notify' | 'check'>,
  targets: readonly Pick<ReferralRow, 'unitId' | 'number'>[],
): string {
  const t = useText();
  const names = useNames();
  const [first] = targets;
  return targets.length === 1 && first !== undefined
    ? t(`referrals:step.${step}.one`, { number: names.fileNumber(first) })
    : t(`referrals:step.${step}.several`, { count: targets.length });
}
