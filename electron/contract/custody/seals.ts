import { z } from 'zod';
import { clockUrgency } from '../casework/clocks.ts';
import { byFile } from '../ground/access.ts';
import { correctedRecord, disposition } from '../ground/codes.ts';
import { bilingual, freeText, line } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import {
  authorityId,
  caseFile,
  correctionId,
  investigationId,
  noteId,
  personId,
  referralId,
  sealId,
  unitId,
} from '../ground/ids.ts';

/** Why records are sealed: the end of a youth's period of access (YCJA, ss. 118 and 119), a court's order, or another rule. */
export const sealBasis = z.enum(['youth_access_ended', 'court_order', 'other']);
export type SealBasis = z.infer<typeof sealBasis>;

export const sealAct = z.object({
  basis: sealBasis,
  /** The order's number, or the rule. */
  reference: line(120).nullable(),
  reason: freeText.min(1),
});

/** A youth's record whose period of access is over, or ends within the time of its reminders. */
export const sealDueRow = z.object({
  authorityId,
  investigationId,
  number: z.string(),
  unitId,
  /** A file that is open is concluded first; a person in it can be sealed. */
  open: z.boolean(),
  outcome: bilingual,
  startedOn: civilDate,
  endsOn: civilDate,
  daysLeft: z.int(),
  urgency: clockUrgency,
  /** A person decided on the date. */
  isOverridden: z.boolean(),
});
export type SealDueRow = z.infer<typeof sealDueRow>;

/** A youth's charge that ended in a file that has no period of access: somebody must say which it is. */
export const undecidedRow = z.object({
  investigationId,
  number: z.string(),
  unitId,
  disposition,
  disposedOn: civilDate,
  /** The outcome as the rules name it, where the disposition alone tells. */
  variant: z.string().nullable(),
});
export type UndecidedRow = z.infer<typeof undecidedRow>;

/** What is said of sealed records: when, why and how many. */
export const sealRow = z.object({
  id: sealId,
  unitId,
  number: z.string(),
  /** `purged_before`: it was purged, and came back with a backup. */
  basis: z.enum([...sealBasis.options, 'purged_before']),
  sealedOn: civilDate,
  by: z.string(),
  /** A person within a file that stays in sight. */
  ofPerson: z.boolean(),
  referrals: z.int(),
  unsealed: z.object({ on: civilDate, by: z.string(), authority: z.string() }).nullable(),
});
export type SealRow = z.infer<typeof sealRow>;

/** A text that names a person: its place, and nothing of what it says. */
export const namingText = z.object({
  file: caseFile,
  number: z.string(),
  what: z.enum([
    'file',
    'history',
    'referral',
    'triage',
    'person',
    'identifier',
    'note',
    'task',
    'hearing',
    'next_step',
    'authority',
    'device',
    'transfer',
    'paper',
    'hold',
    'correction',
  ]),
  note: z.object({ id: noteId, position: z.int() }).nullable(),
  correction: z.object({ id: correctionId, record: correctedRecord, at: z.int() }).nullable(),
  /** A note or a correction of the file itself: neither is ever changed, and they can be sealed with the person. */
  isSealable: z.boolean(),
  /** A correction that could be, were it not still to be looked at by a second person. */
  isToReview: z.boolean(),
});
export type NamingText = z.infer<typeof namingText>;

/** Who works with files may choose a person in one; the records officer sees numbers alone. */
const filers = ['supervisor', 'administrator'] as const;
const keepers = [...filers, 'records_officer'] as const;
const byUnit = { roles: keepers, workspace: 'unit', scope: { unit: 'filter.unitId' } } as const;
const changes = {
  workspace: 'unit',
  touches: [
    'records',
    'investigations',
    'referrals',
    'persons',
    'offences',
    'authorities',
    'fileWork',
    'exchanges',
    'backlog',
    'lists',
  ],
} as const;

export const sealMethods = {
  /** What is to be sealed, the longest over first, and what nobody has decided yet. Numbers and dates alone. */
  'seals.due': read(
    z.object({ filter: z.object({ unitId: unitId.optional() }) }),
    z.object({ today: civilDate, rows: z.array(sealDueRow), undecided: z.array(undecidedRow) }),
    { ...byUnit, audited: 'rows' },
  ),
  /** Every seal, the latest first, and how many items each has; nothing of what is sealed. */
  'seals.list': read(
    z.object({ filter: z.object({ unitId: unitId.optional() }) }),
    z.object({ seals: z.array(sealRow) }),
    { ...byUnit, audited: 'rows' },
  ),
  /** The seal of the file that has exactly this number: what an order names. Null where none has. */
  'seals.find': read(z.object({ unitId, number: line(60) }), z.object({ id: sealId.nullable() }), {
    roles: keepers,
    workspace: 'unit',
    scope: { unit: 'unitId' },
    audited: 'search',
  }),
  /** The texts of the person's files that name them: by a word of their name, or by what identifies them. A hint: read them. */
  'seals.naming': read(z.object({ file: caseFile, personId }), z.object({ texts: z.array(namingText) }), {
    roles: filers,
    workspace: 'unit',
    scope: { file: 'file' },
    audited: 'view',
  }),
  /** Which persons of a file are sealed in it, and how many of its notes and corrections went with them. */
  'seals.inFile': read(
    z.object({ file: caseFile }),
    z.object({ personIds: z.array(personId), notes: z.int(), corrections: z.int() }),
    { ...byFile, audited: 'part' },
  ),
  /**
   * Seals files that are concluded, each with all that is in it and with its referrals that are in no other file. Conflict
   * `record_still_open` where one is open: nobody could work on it, and it would stay in the backlog.
   */
  'seals.seal': write(
    sealAct.extend({
      investigationIds: z.array(investigationId).max(200),
      referralIds: z.array(referralId).max(200),
    }),
    z.object({ seals: z.int(), items: z.int() }),
    {
      ...changes,
      roles: keepers,
      keptBySender: true,
      scope: { investigation: 'investigationIds', referrals: 'referralIds' },
    },
  ),
  /**
   * Seals one person of a file: who it is, what identifies them, their name wherever the file names its persons, and the notes and
   * corrections of the file that are chosen.
   */
  'seals.sealPerson': write(
    sealAct.extend({
      file: caseFile,
      personId,
      /** The period of access that this ends. */
      authorityId: authorityId.nullable(),
      noteIds: z.array(noteId).max(1000).default([]),
      correctionIds: z.array(correctionId).max(1000).default([]),
    }),
    z.object({ id: sealId }),
    { roles: filers, ...changes, scope: { file: 'file' } },
  ),
  /** Refused (`confirmation_pending`) while a recovery or a restore waits to be confirmed. */
  'seals.unseal': write(
    z.object({ sealId, authority: line(200), reason: freeText.min(1) }),
    z.object({ items: z.int() }),
    {
      roles: ['supervisor', 'records_officer'],
      ...changes,
    },
  ),
};
