import { z } from 'zod';
import { freeText, line } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { identifierFacts, knownFile } from '../casework/identifiers.ts';
import { fileGrant, jobId, referralId, unitId } from '../ground/ids.ts';
import { heldElsewhere } from '../casework/referrals.ts';
import { tipCounts } from '../casework/tipCounts.ts';
import { byUnit, cases } from '../ground/access.ts';
import { ageBand, gender, personRole, referralSource, riskBand } from '../ground/codes.ts';

export const tipFormat = z.enum(['xml', 'json', 'pdf']);
export type TipFormat = z.infer<typeof tipFormat>;

export const tipField = z.enum(['externalNumber', 'priorityReceived', 'summary']);
export type TipField = z.infer<typeof tipField>;

/** Where in the document something was found: a path of elements, or a page. */
const foundAt = line(200);

export const tipPerson = z.object({ role: personRole, name: line(120).nullable(), ageBand, gender });
export type TipPerson = z.infer<typeof tipPerson>;

/** What a document seems to say, for a person to confirm piece by piece. Nothing of it is kept until then, and the document never is. */
export const tipDraft = z.object({
  format: tipFormat,
  fields: z.array(z.object({ field: tipField, value: z.string(), foundAt })),
  persons: z.array(tipPerson.extend({ foundAt })),
  /** `person` is a position in `persons`. */
  identifiers: z.array(identifierFacts.extend({ person: z.int().nullable(), foundAt })),
  counts: tipCounts,
  /** The text of a PDF, page by page; empty for data. */
  pages: z.array(z.string()),
  /** Pieces left out because they hold, or may hold, an image or other binary data. */
  stripped: z.int(),
  /** Names of the elements that have no place here. */
  notTaken: z.array(z.string()),
  /** Pages of a PDF after the last that was read. */
  pagesUnread: z.int(),
  /** More was found than one referral may hold. */
  cut: z.boolean(),
});
export type TipDraft = z.infer<typeof tipDraft>;

export const largestTip = { persons: 50, identifiers: 500 } as const;

export const tipMethods = {
  /** Reads a report in XML or JSON, or the text of a PDF. The file is read once and not kept. */
  'tips.read': action(z.object({ file: fileGrant, jobId }), tipDraft, { ...cases, audited: { not: 'preview' } }),
  /** Files of the session's units that hold one of the identifiers, and the other units that do. */
  'tips.matches': read(
    z.object({ identifiers: z.array(identifierFacts).max(largestTip.identifiers) }),
    z.object({ files: z.array(knownFile), elsewhere: z.array(heldElsewhere) }),
    { ...cases, audited: 'search' },
  ),
  /** Logs the referral with what was confirmed, in one transaction. */
  'tips.log': write(
    z
      .object({
        unitId,
        source: referralSource,
        receivedOn: civilDate,
        externalNumber: line(60).optional(),
        priorityReceived: line(40).optional(),
        riskBand: riskBand.optional(),
        summary: freeText.optional(),
        acceptDuplicate: z.boolean().optional(),
        format: tipFormat,
        persons: z.array(tipPerson).max(largestTip.persons),
        identifiers: z.array(identifierFacts.extend({ person: z.int().min(0).nullable() })).max(largestTip.identifiers),
        counts: tipCounts,
      })
      .refine(
        ({ persons, identifiers }) => identifiers.every(({ person }) => person === null || person < persons.length),
        {
          path: ['identifiers'],
          error: 'invalid',
        },
      ),
    z.object({ id: referralId, number: z.string() }),
    { ...byUnit, touches: ['referrals', 'backlog', 'persons'] },
  ),
};
