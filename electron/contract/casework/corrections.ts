import { z } from 'zod';
import { byFile } from '../ground/access.ts';
import { correctedRecord, correctionAct } from '../ground/codes.ts';
import { line, nothing, version } from '../ground/common.ts';
import { read, write } from '../ground/define.ts';
import { caseFile, correctionId, userId } from '../ground/ids.ts';

/** Those that can be taken out as never true; a file is concluded, and a transfer that another unit accepted is sent back. */
export const struckRecord = correctedRecord.extract([
  'person',
  'identifier',
  'offence',
  'authority',
  'device',
  'arrest',
  'charge',
  'support_referral',
  'hearing',
  'transfer',
]);
export type StruckRecord = z.infer<typeof struckRecord>;

export const correctionReason = line(300);
/** Of a change to a record: needed where it takes the place of something recorded. */
export const changeReason = { reason: correctionReason.nullable().default(null) };

const nothingSaid: ReadonlySet<unknown> = new Set([null, undefined, '', 'unknown', 'not_asked']);

/** Where the next value says the same, or goes on from the last one, nothing is put right. */
const goesOn: Readonly<Record<string, (before: string, next: string) => boolean>> = {
  // A fuller name, as of a person first known by an initial.
  name: (before, next) => next.startsWith(before),
  value: (before, next) => withoutSpace(before) === withoutSpace(next),
  externalNumber: (before, next) => withoutMarks(before) === withoutMarks(next),
  // Devices go from one laboratory to the next.
  lab: () => true,
};
const withoutSpace = (text: string): string => text.toLowerCase().replace(/\s/g, '');
const withoutMarks = (text: string): string => text.toUpperCase().replace(/[\s\-_./]/g, '');

function isKept(field: string, before: unknown, next: unknown): boolean {
  if (next === undefined || before === next) return true;
  return typeof before === 'string' && typeof next === 'string' && goesOn[field]?.(before, next) === true;
}

/** The fields in which a change takes the place of something recorded; what is only added is no correction. */
export function replacedFields(before: object, after: object): readonly string[] {
  const held = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([field, next]) => !isKept(field, held.get(field), next) && !nothingSaid.has(held.get(field)))
    .map(([field]) => field);
}

const words = z.object({ en: z.string(), fr: z.string() });

export const correctionRow = z.object({
  id: correctionId,
  version,
  /** The file itself, or the referral of it that has the record. */
  file: caseFile,
  act: correctionAct,
  record: correctedRecord,
  recordId: z.uuid(),
  /** What the record said before and says since; null where it said or says nothing. */
  changes: z.array(z.object({ field: z.string(), before: words.nullable(), after: words.nullable() })),
  reason: z.string(),
  at: z.int(),
  by: userId,
  /** Until when a second person looks at it; null where none has to, or did. */
  reviewDueAt: z.int().nullable(),
  reviewedAt: z.int().nullable(),
  reviewedBy: userId.nullable(),
  reviewNote: z.string().nullable(),
  /** Whether the record is still out, so that it can be put back. */
  mayRestore: z.boolean(),
});
export type CorrectionRow = z.infer<typeof correctionRow>;

const changesFile = {
  ...byFile,
  keptBySender: true,
  touches: ['investigations', 'referrals', 'persons', 'offences', 'fileWork', 'backlog', 'unitMonths'],
} as const;

export const correctionMethods = {
  /** Of a file and its referrals, the latest first. */
  'corrections.list': read(z.object({ file: caseFile }), z.object({ corrections: z.array(correctionRow) }), {
    ...byFile,
    audited: 'part',
  }),
  /** Takes a record out that was never true. It stays listed as entered in error, and can be put back. */
  'corrections.strike': write(
    z.object({ file: caseFile, record: struckRecord, recordId: z.uuid(), version, reason: correctionReason }),
    z.object({ id: correctionId }),
    changesFile,
  ),
  'corrections.restore': write(
    z.object({ file: caseFile, correctionId, reason: correctionReason }),
    z.object({ id: correctionId }),
    changesFile,
  ),
  /** By a second person. Conflict `correction_own` where its author reviews it without a note of why nobody else could. */
  'corrections.review': write(
    z.object({ file: caseFile, correctionId, version, note: correctionReason.nullable() }),
    nothing,
    { ...byFile, touches: ['investigations', 'referrals', 'authorities'], keptBySender: true },
  ),
};
