import type { Output } from '#contract/index';
import { possibleSteps, type Step } from './steps.ts';

/** The steps that a referral can take, those that it waits for first: the first two have a button of their own. */
export function nextSteps({ referral, triage }: Pick<Output<'referrals.get'>, 'referral' | 'triage'>): readonly Step[] {
  const { missing } = triage;
  const isWanted: Partial<Record<Step, boolean>> = {
    danger: missing.includes('danger_decision'),
    notify: missing.includes('protection_notice'),
    assign: referral.assignedTo === null,
    triage: referral.riskBand === null || referral.rescore !== null,
    // Until a danger is ended there is a next check.
    check: referral.assignedTo !== null && (triage.firstActionAt === null || missing.includes('danger_end')),
  };
  // A report to child protection is made at once; the decision comes before it where both are owed.
  const inOrder: readonly Step[] = ['danger', 'notify', 'assign', 'triage', 'check', 'investigate'];
  // The end of a danger is recorded once somebody has acted.
  const ending: readonly Step[] = missing.includes('danger_end') ? ['danger'] : [];
  const usual: readonly Step[] = [...ending, 'investigate', 'conclude', 'reopen', 'split'];
  const possible = possibleSteps([referral]);
  const wanted = new Set([...inOrder.filter((step) => isWanted[step] === true), ...usual]);
  const first = [...wanted].filter((step) => possible.includes(step));
  return [...first, ...possible.filter((step) => !first.includes(step))];
}
