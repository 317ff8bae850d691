import { z } from 'zod';
import { changeReason } from './corrections.ts';
import { byFile, byReferrals, cases } from '../ground/access.ts';
import { identifierKind, referralSource, referralState } from '../ground/codes.ts';
import { line, nothing, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { caseFile, identifierId, personId, referralId, unitId, userId } from '../ground/ids.ts';

const changesFile = { ...byFile, touches: ['persons', 'referrals', 'investigations'] } as const;

/** How it came to the police: mandatory for an IP address, which attracts privacy by itself. */
export const obtained = z.enum(['volunteered', 'order', 'public', 'consent', 'other']);
export type Obtained = z.infer<typeof obtained>;

/** From UTC, as far as any clock of the world is from it. */
export const utcOffset = z.string().regex(/^[+-](0\d|1[0-4]):[0-5]\d$/);

export const identifierFacts = z.object({
  kind: identifierKind,
  value: line(500),
  service: line(80).nullable(),
  port: z.int().min(1).max(65535).nullable(),
  /** The time in the source's own words, and its offset from UTC where the words do not say it. */
  seenText: line(60).nullable(),
  seenOffset: utcOffset.nullable(),
  event: line(60).nullable(),
  obtained: obtained.nullable(),
  obtainedReference: line(60).nullable(),
});
export type IdentifierFacts = z.infer<typeof identifierFacts>;

const referralNamed = z.object({ id: referralId, number: z.string() });

/** The referral of an investigation that a row is read from and is corrected at; null where the row is the file's own. */
export const readFrom = referralNamed.nullable();

export const identifierRow = identifierFacts.extend({
  id: identifierId,
  version,
  personId: personId.nullable(),
  from: readFrom,
  /** The time in UTC, in milliseconds; null where the words and the offset do not give one. */
  seenAt: z.int().nullable(),
});
export type IdentifierRow = z.infer<typeof identifierRow>;

/** Why two files may be about the same: what they share, and how surely. */
export const sharedReason = z.enum([
  'same_email',
  'same_handle',
  'same_handle_other_service',
  'same_phone',
  'same_ip_and_time',
  'same_ip',
  'same_ip_other_port',
  'same_url',
  'same_device',
  'same_identifier',
]);
export type SharedReason = z.infer<typeof sharedReason>;

export const duplicateReason = z.enum(['same_external_number', ...sharedReason.options]);
export type DuplicateReason = z.infer<typeof duplicateReason>;

/** A file by what an officer needs to reach who works on it. */
export const fileHead = z.object({
  file: caseFile,
  unitId,
  number: z.string(),
  title: z.string().nullable(),
  /** Open, or a referral that is carried on. */
  open: z.boolean(),
  /** Who leads the investigation, or to whom the referral is assigned. */
  officer: userId.nullable(),
  /** Of a referral. */
  received: z.object({ on: civilDate, source: referralSource, state: referralState }).nullable(),
  /** The referrals, linked to it or bundled under it, by which it is known. */
  through: z.array(referralNamed),
});
export type FileHead = z.infer<typeof fileHead>;

/** A file that may be about the same: an investigation in place of its referrals, and the first of a bundle in place of the others. */
export const knownFile = fileHead.extend({
  shared: z.array(z.object({ reason: duplicateReason, value: z.string() })),
});
export type KnownFile = z.infer<typeof knownFile>;

export const identifierMethods = {
  /** An investigation's own and those of its referrals. */
  'identifiers.list': read(z.object({ file: caseFile }), z.object({ identifiers: z.array(identifierRow) }), {
    ...byFile,
    audited: 'view',
    shows: 'identifiers.from.id',
  }),
  'identifiers.add': write(
    identifierFacts.extend({ file: caseFile, personId: personId.nullable() }),
    z.object({ id: identifierId }),
    changesFile,
  ),
  'identifiers.change': write(
    identifierFacts.extend({ file: caseFile, identifierId, personId: personId.nullable(), version, ...changeReason }),
    z.object({ version }),
    changesFile,
  ),
  /** Of each referral that others are like: the file that an officer would go to first, and how many there are. */
  'identifiers.alike': read(
    z.object({ referralIds: z.array(referralId).max(200) }),
    z.object({ alike: z.array(z.object({ referralId, first: fileHead, count: z.int().min(1) })) }),
    { ...byReferrals, audited: 'rows' },
  ),
  /**
   * Other files of the session's units that share an identifier with this one or, of a referral, its external number: open investigations
   * first. What it is linked to or bundled with is left out.
   */
  'identifiers.matches': read(z.object({ file: caseFile }), z.object({ files: z.array(knownFile) }), {
    ...byFile,
    audited: 'part',
  }),
  /** Within how many hours two sightings of one IP address may be of one customer. */
  'identifiers.window': read(z.object({}), z.object({ hours: z.int() }), { ...cases, audited: { not: 'reference' } }),
  'identifiers.setWindow': write(z.object({ hours: z.int().min(1).max(720) }), nothing, {
    roles: ['supervisor'],
    workspace: 'unit',
    touches: ['persons', 'referrals'],
  }),
};
