import { z } from 'zod';
import { byInvestigation } from '../ground/access.ts';
import { clockUrgency } from './clocks.ts';
import { bilingual } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read } from '../ground/define.ts';
import { investigationId } from '../ground/ids.ts';

/** What can be on a file's timeline. */
export const timelineKind = z.enum([
  'opened',
  'waiting',
  'concluded',
  'reopened',
  'transferred',
  'referral_linked',
  'referral_due',
  'arrest',
  'charge',
  'disposition',
  'hearing',
  'hearing_due',
  'authority',
  'authority_done',
  'authority_ended',
  'deadline',
  'devices_seized',
  'devices_examined',
  'devices_left',
  'partner_from',
  'partner_until',
  'task_due',
  'task_done',
  'note',
  'paper_sent',
  'related',
]);
export type TimelineKind = z.infer<typeof timelineKind>;

export const timelineEntry = z.object({
  id: z.string(),
  kind: timelineKind,
  on: civilDate,
  /** A name of the catalogue, in both languages. */
  name: bilingual.nullable(),
  /** A code of the kind's own list, to be said in words: a state of waiting, a kind of device, a role. */
  code: z.string().nullable(),
  /** As it was written: a number, a name, a section. */
  detail: z.string().nullable(),
  count: z.int().nullable(),
  /** Of what lies ahead. */
  urgency: clockUrgency.nullable(),
  daysLeft: z.int().nullable(),
  /** The instant of a deadline in hours. */
  dueAt: z.int().nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const timelineMethods = {
  /** Everything dated in a file: what lies ahead, the nearest first, and what happened, the latest first. What is overdue lies ahead. */
  'timeline.list': read(
    z.object({ investigationId }),
    z.object({ today: civilDate, ahead: z.array(timelineEntry), behind: z.array(timelineEntry) }),
    { ...byInvestigation, audited: 'part' },
  ),
};
