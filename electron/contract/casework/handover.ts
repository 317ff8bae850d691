import { z } from 'zod';
import { dueRow } from './authorities.ts';
import { investigationRow } from './investigations.ts';
import { referralRow } from './referrals.ts';
import { byInvestigation, byUnit } from '../ground/access.ts';
import { hearingKind, locale } from '../ground/codes.ts';
import { freeText, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import {
  fileGrant,
  hearingId,
  investigationId,
  paperId,
  reassignmentId,
  referralId,
  taskId,
  unitId,
  userId,
} from '../ground/ids.ts';
import { paperKind } from '../ground/disclosureRecords.ts';

const officer = z.object({ unitId, userId });

const handedTask = z.object({
  id: taskId,
  what: z.string(),
  dueOn: civilDate.nullable(),
  investigationId,
  number: z.string(),
});

/** Of which nobody said yet what became of it. */
const handedHearing = z.object({
  id: hearingId,
  kind: hearingKind,
  on: civilDate,
  time: z.string().nullable(),
  court: z.string().nullable(),
  investigationId,
  number: z.string(),
});

/** A disclosure pack or an extract of an open file: being prepared, or sent. */
const handedPaper = z.object({
  id: paperId,
  investigationId,
  number: z.string(),
  kind: paperKind,
  reference: z.string(),
  recipient: z.string(),
  /** Null while it is prepared. */
  issuedOn: civilDate.nullable(),
});

const reassigned = z.object({
  id: reassignmentId,
  to: userId,
  on: civilDate,
  at: z.int(),
  by: z.string(),
  items: z.int(),
  undoneAt: z.int().nullable(),
});

const described = z.object({
  version: version.nullable(),
  leavesOn: civilDate.nullable(),
  trainingNotes: z.string().nullable(),
  documentOn: civilDate.nullable(),
});

export const handoverDetail = z.object({
  today: civilDate,
  /** As their lists show them, the most urgent first. */
  investigations: z.array(investigationRow),
  referrals: z.array(referralRow),
  tasks: z.array(handedTask),
  /** To which the officer goes in person: what a lead attends goes with the file. */
  hearings: z.array(handedHearing),
  papers: z.array(handedPaper),
  due: z.array(dueRow),
  described,
  reassignments: z.array(reassigned),
});
export type HandoverDetail = z.infer<typeof handoverDetail>;

export const handoverMethods = {
  /** Everything open that an officer has in a unit, with what is to be kept, what comes next and what was written down for the next one. */
  'handover.get': read(officer, handoverDetail, { ...byUnit, audited: 'view' }),
  'handover.describe': write(
    officer.extend({
      version: version.nullable(),
      leavesOn: civilDate.nullable(),
      trainingNotes: freeText.min(1).nullable(),
      documentOn: civilDate.nullable(),
    }),
    z.object({ version }),
    { ...byUnit, touches: ['fileWork'] },
  ),
  'handover.nextStep': read(
    z.object({ investigationId }),
    z.object({ text: z.string().nullable(), version: version.nullable() }),
    { ...byInvestigation, audited: 'part' },
  ),
  'handover.setNextStep': write(
    z.object({ investigationId, version: version.nullable(), text: freeText.min(1).nullable() }),
    z.object({}),
    { ...byInvestigation, touches: ['fileWork'] },
  ),
  /** Gives all that is named from one officer to another in one act; conflict where something is no longer the first one's. */
  'handover.reassign': write(
    z.object({
      unitId,
      from: userId,
      to: userId,
      on: civilDate,
      investigationIds: z.array(investigationId).max(2000),
      referralIds: z.array(referralId).max(2000),
      taskIds: z.array(taskId).max(2000),
      hearingIds: z.array(hearingId).max(2000),
    }),
    z.object({ id: reassignmentId }),
    {
      ...byUnit,
      scope: { ...byUnit.scope, investigation: 'investigationIds', referrals: 'referralIds' },
      touches: ['fileWork', 'investigations', 'referrals', 'backlog'],
    },
  ),
  /** Gives back in one act, today, what is open still and has not changed hands since. */
  'handover.undo': write(
    z.object({ unitId, reassignmentId }),
    /** What was finished, given on, sent away or sealed meanwhile stays as it is. */
    z.object({ givenBack: z.int() }),
    { ...byUnit, touches: ['fileWork', 'investigations', 'referrals', 'backlog'] },
  ),
  /** Writes the same as a PDF. */
  'handover.print': action(officer.extend({ file: fileGrant, locale }), z.object({}), byUnit),
};
