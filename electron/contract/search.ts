import { z } from 'zod';
import { referralSource, referralState, waitingState } from './codes.ts';
import { line } from './common.ts';
import { civilDate } from './dates.ts';
import { read } from './define.ts';
import { investigationId, referralId, unitId } from './ids.ts';

export const foundReferral = z.object({
  id: referralId,
  unitId,
  number: z.string(),
  externalNumber: z.string().nullable(),
  summary: z.string().nullable(),
  source: referralSource,
  receivedOn: civilDate,
  state: referralState,
});

export const foundInvestigation = z.object({
  id: investigationId,
  unitId,
  number: z.string(),
  openedOn: civilDate,
  open: z.boolean(),
  waiting: waitingState,
  waitingOn: z.string().nullable(),
});

export const searchMethods = {
  /** Files with every word of the text, or a word that begins with it; accents and capitals do not matter. Newest entered first. */
  'search.everywhere': read(
    z.object({ text: line(200) }),
    z.object({ referrals: z.array(foundReferral), investigations: z.array(foundInvestigation) }),
    { roles: ['investigator', 'supervisor'], workspace: 'unit', audited: 'once_a_burst' },
  ),
};
