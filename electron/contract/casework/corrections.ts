import { z } from 'zod';
import { byFile } from '../ground/access.ts';
import { correctedRecord, correctionAct } from '../ground/codes.ts';
import { line, nothing, version } from '../ground/common.ts';
import { read, write } from '../ground/define.ts';
import { caseFile, correctionId, userId } from '../ground/ids.ts';

/** Those that can be taken out as never true; the others are concluded, or ended as entered in error. */
export const struckRecord = correctedRecord.extract([
  'person',
  'identifier',
  'offence',
  'arrest',
  'charge',
  'support_referral',
]);
export type StruckRecord = z.infer<typeof struckRecord>;

export const correctionReason = line(300);
/** Of a change to a record: needed where it takes the place of something recorded. */
export const changeReason = { reason: correctionReason.nullable().default(null) };

const nothingSaid: ReadonlySet<unknown> = new Set([null, undefined, '', 'unknown', 'not_asked']);

/** The fields in which a change takes the place of something recorded, or says that it never was; what is only added is no correction. */
export function replacedFields(before: object, after: object): readonly string[] {
  const held = new Map<string, unknown>(Object.entries(before));
  const isKept = (field: string, next: unknown): boolean => next === undefined || held.get(field) === next;
  return Object.entries(after)
    .filter(
      ([field, next]) => !isKept(field, next) && (!nothingSaid.has(held.get(field)) || next === 'entered_in_error'),
    )
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
    { ...byFile, touches: ['investigations', 'referrals', 'authorities'] },
  ),
};
