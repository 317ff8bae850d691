import { z } from 'zod';
import { locale } from '../ground/codes.ts';
import { line } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read } from '../ground/define.ts';
import { caseFile, fileGrant, unitId, userId } from '../ground/ids.ts';

/** What a person did: looked at records, searched, changed something, took something out, or came in. */
export const actKind = z.enum(['seen', 'searched', 'changed', 'exported', 'signed_in']);
export type ActKind = z.infer<typeof actKind>;

export const auditFilter = z.object({
  actorId: userId.optional(),
  kind: actKind.optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  /** A file number, whole, or the id of a record. */
  record: line(60).optional(),
  from: civilDate.optional(),
  to: civilDate.optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

const [referral, investigation] = caseFile.options;
const shown = { number: z.string(), unitId };

const auditRow = z.object({
  sequence: z.int(),
  at: z.int(),
  actor: z.string(),
  method: z.string(),
  outcome: z.enum(['done', 'refused']),
  subjectKind: z.string().nullable(),
  /** The file that the entry is about, with its number where the reader may see the file. */
  file: z.discriminatedUnion('kind', [referral.extend(shown), investigation.extend(shown)]).nullable(),
  /** Of an act on an account: whose it is, where it is not the actor's own. */
  person: z.string().nullable(),
  /** How many rows were shown or left, and how often in one burst. */
  rows: z.int().nullable(),
  times: z.int().nullable(),
  /** Of an export: the entry that was written when it began, and how it ended. */
  begun: z.int().nullable(),
  ended: z.enum(['done', 'not_done']).nullable(),
  /** Words of a search: null where there are none, or they were forgotten; masked to those who may not read them. */
  words: z.string().nullable(),
  wordsMasked: z.boolean(),
});
export type AuditRow = z.infer<typeof auditRow>;

const page = { before: z.int().optional(), size: z.int().min(1).max(200) };
const rows = z.object({ rows: z.array(auditRow) });

/** A head as a pack, a return or a backup gives it: with its sequence where it was printed with one. */
export const auditHead = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), sequence: z.int().min(1).optional() });

const verification = z.object({
  entries: z.int(),
  intact: z.boolean(),
  firstBroken: z.int().nullable(),
  problem: z.enum(['sequence', 'previous_hash', 'hash', 'subject', 'value']).nullable(),
  head: z.string(),
  values: z.object({ checked: z.int(), forgotten: z.int() }),
  given: z.object({ foundAt: z.int().nullable() }).nullable(),
});

export const auditMethods = {
  /** Who did what and when, latest first: no case content. */
  'audit.list': read(z.object({ filter: auditFilter.default({}), ...page }), rows, {
    roles: ['administrator', 'records_officer'],
    audited: 'rows',
  }),
  /** Who saw and changed one file. */
  'audit.history': read(z.object({ file: caseFile, ...page }), rows, {
    roles: ['supervisor', 'administrator', 'records_officer'],
    workspace: 'unit',
    scope: { file: 'file' },
    audited: 'rows',
  }),
  'audit.export': action(z.object({ filter: auditFilter, file: fileGrant, locale }), z.object({ rows: z.int() }), {
    roles: ['administrator', 'records_officer'],
  }),
  /** Computes the chain again. Without an earlier head from elsewhere a cut tail cannot be seen. */
  'audit.verify': action(z.object({ head: auditHead.optional() }), verification, {
    roles: ['administrator', 'records_officer'],
  }),
};
