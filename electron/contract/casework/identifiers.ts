import { z } from 'zod';
import { changeReason } from './corrections.ts';
import { byFile, cases } from '../ground/access.ts';
import { identifierKind } from '../ground/codes.ts';
import { line, nothing, version } from '../ground/common.ts';
import { read, write } from '../ground/define.ts';
import { caseFile, identifierId, personId, unitId } from '../ground/ids.ts';

const changesFile = { ...byFile, touches: ['persons', 'referrals', 'investigations'] } as const;

/** How it came to the police: mandatory for an IP address, which attracts privacy by itself. */
export const obtained = z.enum(['volunteered', 'order', 'public', 'consent', 'other']);
export type Obtained = z.infer<typeof obtained>;

export const identifierFacts = z.object({
  kind: identifierKind,
  value: line(500),
  service: line(80).nullable(),
  port: z.int().min(1).max(65535).nullable(),
  /** The time in the source's own words, and its offset from UTC where the words do not say it. */
  seenText: line(60).nullable(),
  seenOffset: z
    .string()
    .regex(/^[+-](0\d|1[0-4]):[0-5]\d$/)
    .nullable(),
  event: line(60).nullable(),
  obtained: obtained.nullable(),
  obtainedReference: line(60).nullable(),
});
export type IdentifierFacts = z.infer<typeof identifierFacts>;

export const identifierRow = identifierFacts.extend({
  id: identifierId,
  version,
  personId: personId.nullable(),
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

export const sharingFile = z.object({
  file: caseFile,
  unitId,
  number: z.string(),
  shared: z.array(z.object({ reason: sharedReason, value: z.string() })),
});
export type SharingFile = z.infer<typeof sharingFile>;

export const identifierMethods = {
  'identifiers.list': read(z.object({ file: caseFile }), z.object({ identifiers: z.array(identifierRow) }), {
    ...byFile,
    audited: 'view',
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
  /** Other files of the session's units that share an identifier with this one; those linked to it are left out. */
  'identifiers.matches': read(z.object({ file: caseFile }), z.object({ files: z.array(sharingFile) }), {
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
