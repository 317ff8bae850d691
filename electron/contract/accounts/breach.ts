import { z } from 'zod';
import { backupReason, backupPlace, fileName } from '../store/backups.ts';
import { locale, role } from '../ground/codes.ts';
import { nothing } from '../ground/common.ts';
import { action } from '../ground/define.ts';
import { fileGrant } from '../ground/ids.ts';

/** What is counted of a workspace, or of a copy of one: never whose. The first ones are of a unit workspace. */
export const breachCount = z.enum([
  'referrals',
  'investigations',
  'persons',
  'victims',
  'named',
  'born',
  'identifiers',
  'notes',
  'devices',
  'packages',
  'sealed',
  'agreements',
  'funding',
  'packs',
  'returns',
  'accounts',
  'entries',
]);
export type BreachCount = z.infer<typeof breachCount>;

/** What was lost: the computer with its workspace, one backup, or what an export wrote, by its entry in the audit. */
export const lostThing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('computer') }),
  z.object({ kind: z.literal('backup'), name: fileName, place: backupPlace }),
  z.object({ kind: z.literal('export'), entry: z.int().min(1) }),
]);
export type LostThing = z.infer<typeof lostThing>;

/** Who could open an encrypted copy: counts of ways in, and how each is protected. */
const ways = z.object({
  /** Persons with a slot, by their roles today; one person may have several. */
  people: z.int(),
  roles: z.array(z.object({ role, count: z.int() })),
  /** Of them: removed since, and such whose passphrase another person gave them. */
  disabled: z.int(),
  givenPassphrase: z.int(),
  recoveryKey: z.boolean(),
  /** The fewest rounds of derivation of any of them. */
  rounds: z.int(),
});

export const breachReport = z.object({
  lost: lostThing,
  /** When what was lost was as counted here, in milliseconds: now, or when the backup or the export was made. */
  at: z.number(),
  /** Null of an export, which is under no key of Vigie. */
  ways: ways.nullable(),
  counts: z.array(z.object({ what: breachCount, count: z.int() })),
  /** Other whole copies in the same folder, each with key slots of its own time. */
  copies: z.object({ backups: z.int(), stores: z.int() }).nullable(),
  /** `isOtherCopy`: counted from the copy in the other place, since the lost one is gone; that one may have had other slots. */
  backup: z.object({ reason: backupReason, bytes: z.int(), isOtherCopy: z.boolean() }).nullable(),
  /** The method by which it left, as the audit names it; its rows, null where it counted none; whether it is for another service alone. */
  exported: z.object({ method: z.string(), rows: z.int().nullable(), encrypted: z.boolean() }).nullable(),
});
export type BreachReport = z.infer<typeof breachReport>;

const privacy = { roles: ['administrator', 'records_officer'] } as const;

export const breachMethods = {
  /** What a lost computer, backup or export contained, in counts, and who could have opened it. */
  'breach.report': action(z.object({ lost: lostThing }), breachReport, { ...privacy }),
  /** The same as a page: HTML where the file is named so, otherwise a PDF. */
  'breach.save': action(z.object({ lost: lostThing, file: fileGrant, locale }), nothing, { ...privacy }),
};
