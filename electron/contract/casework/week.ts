import { z } from 'zod';
import { clockUrgency } from './clocks.ts';
import { byFilteredUnit } from '../ground/access.ts';
import { hearingOutcome, locale } from '../ground/codes.ts';
import { bilingual, total } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read } from '../ground/define.ts';
import { fileGrant, investigationId, referralId, unitId, userId } from '../ground/ids.ts';

/** `mine`: only what is the caller's own. */
const weekFilter = z.object({ unitId: unitId.optional(), mine: z.boolean().optional() });
/** Without a day, the present week; with one, the week from Monday to Sunday that it is in. */
const ofWeek = { filter: weekFilter, on: civilDate.optional() };

/** One line, without any text of a case but what the team calls the file. */
const weekRow = z.object({
  id: z.string(),
  unitId,
  number: z.string(),
  title: z.string().nullable(),
  /** What it leads to; one of the two. */
  investigationId: investigationId.nullable(),
  referralId: referralId.nullable(),
  name: bilingual,
  on: civilDate,
  time: z.string().nullable(),
  /** Of what is to be kept. */
  urgency: clockUrgency.nullable(),
  daysLeft: z.int(),
  /** Of a deadline that is counted in hours. */
  dueAt: z.int().nullable(),
  /** Of a hearing. */
  outcome: hearingOutcome.nullable(),
  person: userId.nullable(),
  /** Where that person is on leave on the day, who acts for them: null where nobody can. */
  leave: z.object({ coverId: userId.nullable() }).nullable(),
});
export type WeekRow = z.infer<typeof weekRow>;

const part = z.object({ rows: z.array(weekRow), total });
const unassigned = z.object({ oldest: weekRow.nullable(), total });

export const week = z.object({
  today: civilDate,
  from: civilDate,
  until: civilDate,
  previous: civilDate,
  next: civilDate,
  /** Children in danger, and decisions about danger that are owed. This part and the last two are of today: empty for a week that is over. */
  danger: part,
  court: part,
  legal: part,
  other: part,
  /** Null where one asks for one's own. */
  unassigned: z.object({ referrals: unassigned, investigations: unassigned }).nullable(),
  /** Investigations that wait on somebody else, the longest first. */
  waiting: part,
});
export type Week = z.infer<typeof week>;

export const weekMethods = {
  'week.get': read(z.object(ofWeek), week, { ...byFilteredUnit, audited: 'rows' }),
  /** Prints the same. Returns how many lines it has. */
  'week.print': action(z.object({ ...ofWeek, file: fileGrant, locale }), z.object({ lines: z.int() }), byFilteredUnit),
};
