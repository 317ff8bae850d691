import { z } from 'zod';
import { decidingRoles } from '../ground/codes.ts';
import { nothing } from '../ground/common.ts';
import { action, read } from '../ground/define.ts';

/** Why the computer's clock is not believed. Times in UTC milliseconds. */
export const clockDoubt = z.object({
  /** Earlier than the last time known, or more than a month after it. */
  kind: z.enum(['back', 'ahead']),
  /** The last time that was known before. */
  known: z.number(),
  /** What the computer said when it was found. */
  foundAt: z.number(),
});
export type ClockDoubt = z.infer<typeof clockDoubt>;

export const clockMethods = {
  /**
   * The present in UTC milliseconds: `now` is what the workspace goes by, in doubt the reading by which less time is left; `latest` is the end
   * of a demonstration's own day, which it never passes; `computer` is what the computer says.
   */
  'clock.state': read(
    nothing,
    z.object({
      now: z.number(),
      latest: z.number().nullable(),
      doubt: clockDoubt.extend({ computer: z.number() }).nullable(),
    }),
    { roles: 'anyone', audited: { not: 'reference' } },
  ),
  /** The computer's clock is right. Refused (`state_not_allowed`) where nobody doubts it. */
  'clock.confirm': action(nothing, nothing, {
    roles: decidingRoles,
    touches: ['session', 'referrals', 'investigations'],
  }),
};
