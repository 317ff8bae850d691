import { expect, it } from 'vitest';
import type { Output } from '#contract/index';
import { nextSteps } from '../../../renderer/features/casework/referrals/nextSteps.ts';

type Missing = Output<'referrals.get'>['triage']['missing'];

const first = (missing: Missing, assignedTo: string | null = null, firstActionAt: number | null = null) =>
  nextSteps({
    referral: { state: 'received', unitId: 'u', riskBand: 'imminent', rescore: null, assignedTo },
    triage: { missing, firstActionAt },
  } as unknown as Parameters<typeof nextSteps>[0]).slice(0, 2);

it('the report to child protection follows a confirmed danger, and then who works on it', () => {
  expect(first(['danger_decision', 'protection_notice'])).toEqual(['danger', 'notify']);
  expect(first(['danger_end', 'protection_notice'])).toEqual(['notify', 'assign']);
  expect(first(['danger_end'])).toEqual(['assign', 'danger']);
  expect(first(['danger_end'], 'someone')).toEqual(['check', 'danger']);
  expect(first(['danger_end'], 'someone', 1)).toEqual(['check', 'danger']);
});
