import type { Input } from '#contract/index';

/** Of `referrals.list`: all that a test has logged, the latest first. */
export const allReferrals = {
  filter: {},
  sort: { column: 'receivedOn', descending: true },
  from: { at: 'start' },
  size: 500,
} as const satisfies Input<'referrals.list'>;
