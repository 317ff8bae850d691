import { z } from 'zod';
import { byInvestigation, cases } from '../ground/access.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { investigationId, referralId, unitId } from '../ground/ids.ts';

const twoFiles = {
  ...cases,
  scope: { investigation: 'investigationId', otherInvestigation: 'otherId' },
  touches: ['fileWork'],
} as const;
const withReferral = {
  ...cases,
  scope: { investigation: 'investigationId', referral: 'referralId' },
  touches: ['fileWork', 'investigations', 'referrals', 'backlog'],
} as const;

export const linkMethods = {
  /** Files that concern each other, as far as the session may see them. */
  'links.ofFile': read(
    z.object({ investigationId }),
    z.object({
      related: z.array(
        z.object({
          id: investigationId,
          number: z.string(),
          unitId,
          linkedOn: civilDate,
          concludedOn: civilDate.nullable(),
        }),
      ),
    }),
    { ...byInvestigation, audited: 'part' },
  ),
  'links.relate': write(z.object({ investigationId, otherId: investigationId }), z.object({}), twoFiles),
  'links.unrelate': write(z.object({ investigationId, otherId: investigationId }), z.object({}), twoFiles),
  /** An open referral that joins a file that is one already leaves the count by one; one linked elsewhere changes nothing. */
  'links.linkReferral': write(z.object({ investigationId, referralId, on: civilDate }), z.object({}), withReferral),
  /** Conflict `referral_carries_file` for the referral that the file was opened from. Its last link gone, a referral is open again. */
  'links.unlinkReferral': write(z.object({ investigationId, referralId, on: civilDate }), z.object({}), {
    ...withReferral,
    keptBySender: true,
  }),
};
