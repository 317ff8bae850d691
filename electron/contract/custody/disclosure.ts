import { z } from 'zod';
import { byInvestigation } from '../ground/access.ts';
import { bilingual, line, nothing, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { paperFile, paperKind, span, stretch } from '../ground/disclosureRecords.ts';
import { fileGrant, investigationId, paperId, personId } from '../ground/ids.ts';

const changesPaper = { ...byInvestigation, touches: ['papers'] } as const;

export const paperLanguages = z.enum(['en', 'fr', 'both']);
export type PaperLanguages = z.infer<typeof paperLanguages>;

/** The parts of a file, in the order of the paper. */
export const paperSection = z.enum([
  'file',
  'referrals',
  'triage',
  'persons',
  'identifiers',
  'offences',
  'authorities',
  'devices',
  'charges',
  'support',
  'partners',
  'tasks',
  'notes',
  'links',
  'history',
  'corrections',
]);
export type PaperSection = z.infer<typeof paperSection>;

/** What becomes of a record: all of it is given, some of it, or none. */
export const treatment = z.enum(['included', 'redacted', 'left_out']);
export type Treatment = z.infer<typeof treatment>;

/** Why something is withheld. Its mark is on the block that covers what is withheld. */
export const redactionGround = z.object({
  code: z.string().regex(/^[a-z0-9_]{1,40}$/),
  mark: line(8),
  name: bilingual,
  /** A date alone might tell who is protected: the list of what is withheld shows none. */
  concealsDate: z.boolean(),
  active: z.boolean(),
});
export type RedactionGround = z.infer<typeof redactionGround>;

const recordKey = z.string().regex(/^[a-z_]{1,30}:[A-Za-z0-9_.-]{1,120}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const words = z.object({ en: z.string(), fr: z.string() });

const facts = z.object({
  recipient: line(200),
  reference: line(60),
  requestedOn: civilDate.nullable(),
  languages: paperLanguages,
  /** Of the Crown's pack alone: the names of persons are given, which no other paper does. */
  namesIncluded: z.boolean(),
  /** Of an extract: the person of the file whose own information is given. */
  requesterId: personId.nullable(),
});
export type PaperFacts = z.infer<typeof facts>;

export const paperRow = facts.extend({
  id: paperId,
  version,
  kind: paperKind,
  /** The paper that this one adds to: it holds what is new or changed since. */
  supplements: paperId.nullable(),
  beganOn: civilDate,
  by: z.string(),
  /** Null of a draft. */
  issued: z.object({ on: civilDate, at: z.int(), by: z.string(), files: z.array(paperFile) }).nullable(),
});
export type PaperRow = z.infer<typeof paperRow>;

/** How a file differs from what was last issued of it. */
export const sinceIssue = z.object({ added: z.int(), changed: z.int(), removed: z.int() });
export type SinceIssue = z.infer<typeof sinceIssue>;

export const paperField = z.object({
  code: z.string(),
  label: words,
  value: words,
  /** Written by someone: parts of it can be withheld. */
  isText: z.boolean(),
  /** Withheld whole. */
  isRedacted: z.boolean(),
  spans: z.array(stretch),
  /** Where it names someone of the file: offered when its text is opened. */
  names: z.array(stretch),
});
export type PaperField = z.infer<typeof paperField>;

export const paperRecord = z.object({
  id: recordKey,
  number: z.int().min(1),
  section: paperSection,
  on: civilDate.nullable(),
  digest: sha256,
  /** An earlier paper of the series gave it as it was then. */
  isRevised: z.boolean(),
  fields: z.array(paperField),
  treatment,
  ground: z.string().nullable(),
  remark: z.string().nullable(),
  /** False: so by default. */
  isDecided: z.boolean(),
  /** It changed after it was decided on: what was chosen in its texts no longer fits, and is withheld whole until it is decided again. */
  isStale: z.boolean(),
});
export type PaperRecord = z.infer<typeof paperRecord>;

export const issuedRecord = z.object({
  id: recordKey,
  number: z.int(),
  section: paperSection,
  on: civilDate.nullable(),
  treatment,
  ground: z.string().nullable(),
  remark: z.string().nullable(),
  standing: z.enum(['unchanged', 'changed', 'removed']),
});
export type IssuedRecord = z.infer<typeof issuedRecord>;

const decision = z
  .object({
    way: z.enum(['default', 'include', 'redact', 'leave_out']),
    ground: line(40).nullable(),
    /** For the person who prepares; never printed. */
    remark: line(300).nullable(),
    fields: z.array(line(40)).max(60),
    spans: z.array(span).max(500),
  })
  .refine(({ way, ground }) => way === 'default' || way === 'include' || ground !== null, {
    path: ['ground'],
    error: 'invalid_type',
  });
export type PaperDecision = z.infer<typeof decision>;

const named = z.object({ paperId, investigationId });

export const paperMethods = {
  'papers.ofFile': read(
    z.object({ investigationId }),
    z.object({
      papers: z.array(
        paperRow.extend({
          /** Of the last one issued in a series; null of the others. */
          since: sinceIssue.nullable(),
        }),
      ),
    }),
    { ...byInvestigation, audited: 'part' },
  ),
  /** A draft with every record of the file that it may give, or what was issued and whether that has changed. */
  'papers.get': read(
    named,
    z.object({
      paper: paperRow,
      records: z.array(paperRecord),
      issued: z.array(issuedRecord),
      /** Numbers of what earlier papers of the series gave and the file no longer holds. */
      removed: z.array(z.int()),
      since: sinceIssue.nullable(),
      /** SHA-256 of all that would be issued: who issues says what they saw. */
      contents: sha256,
    }),
    { ...byInvestigation, audited: 'view' },
  ),
  /** `supplements` names the first paper of a series, whose kind this one takes: conflict where a draft adds to it already. */
  'papers.begin': write(
    facts.extend({ investigationId, kind: paperKind, supplements: paperId.nullable() }),
    z.object({ id: paperId }),
    changesPaper,
  ),
  'papers.describe': write(facts.extend({ paperId, investigationId, version }), z.object({ version }), changesPaper),
  /** Decides on records as they were seen: each by its key and digest. */
  'papers.decide': write(
    named.extend({
      version,
      records: z
        .array(z.object({ id: recordKey, digest: sha256 }))
        .min(1)
        .max(5000),
      decision,
    }),
    z.object({ version }),
    changesPaper,
  ),
  /** Of a draft. */
  'papers.discard': write(named.extend({ version }), nothing, changesPaper),
  /** Freezes what was seen and writes it into a folder of its own. Conflict where a record or a decision changed meanwhile, a decision is stale, or there is nothing to give. */
  'papers.issue': action(
    named.extend({ version, contents: sha256, on: civilDate, folder: fileGrant }),
    z.object({ folderName: z.string() }),
    changesPaper,
  ),
  /** Writes what was issued once more; conflict where the records have changed since. */
  'papers.export': action(named.extend({ folder: fileGrant }), z.object({ folderName: z.string() }), byInvestigation),
  'redactionGrounds.list': read(
    z.object({}),
    z.object({ grounds: z.array(redactionGround.extend({ version: version.nullable() })) }),
    { roles: ['investigator', 'supervisor', 'administrator'], workspace: 'unit', audited: { not: 'reference' } },
  ),
  'redactionGrounds.save': write(redactionGround.extend({ version: version.nullable() }), nothing, {
    roles: ['supervisor', 'administrator'],
    workspace: 'unit',
    touches: ['papers'],
  }),
};
