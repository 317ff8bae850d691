import { z } from 'zod';
import { nothing } from '../ground/common.ts';
import { read } from '../ground/define.ts';

/** What a new unit still needs before its people can work, in the order in which it is done. */
export const firstDayStep = z.enum(['units', 'users', 'passphrases', 'timeLimits', 'referrals', 'backup']);
export type FirstDayStep = z.infer<typeof firstDayStep>;

export const firstDayMethods = {
  /** Of each step whether it is done, as the workspace itself shows: nobody ticks it. */
  'firstDay.get': read(nothing, z.object({ steps: z.array(z.object({ step: firstDayStep, isDone: z.boolean() })) }), {
    roles: ['administrator'],
    workspace: 'unit',
    audited: { not: 'reference' },
  }),
};
