import { z } from 'zod';
import { byUnit, cases } from '../ground/access.ts';
import { nothing, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { leaveId, unitId, userId } from '../ground/ids.ts';

export const leaveRow = z.object({
  id: leaveId,
  version,
  unitId,
  userId,
  fromOn: civilDate,
  untilOn: civilDate,
  coverId: userId,
  /** Whether the cover may act today: not disabled, still of the unit, not on leave. */
  isCovered: z.boolean(),
});
export type LeaveRow = z.infer<typeof leaveRow>;

/** Who is away, and who of the same unit acts meanwhile: shown where work is, in no list of its own and in no figure. */
export const leaveMethods = {
  /** Those that run today and those ahead, of the caller's units. */
  'leave.list': read(z.object({}), z.object({ today: civilDate, leaves: z.array(leaveRow) }), {
    ...cases,
    audited: { not: 'reference' },
  }),
  /** One's own, or that of an officer of a supervisor's or an administrator's unit. Conflict `leave_overlaps`, or `cover_away` where the cover is on leave on all of its days. */
  'leave.record': write(
    z.object({
      /** The one that is changed; null for a new one. */
      existing: z.object({ id: leaveId, version }).nullable(),
      unitId,
      userId,
      fromOn: civilDate,
      untilOn: civilDate,
      coverId: userId,
    }),
    z.object({ id: leaveId }),
    { ...byUnit, touches: ['leave'] },
  ),
  'leave.remove': write(z.object({ unitId, leaveId, version }), nothing, { ...byUnit, touches: ['leave'] }),
};
