import { z } from 'zod';
import { cases } from '../ground/access.ts';
import { identifierKind, personRole, referralSource, referralState, waitingState } from '../ground/codes.ts';
import { line } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read } from '../ground/define.ts';
import { caseFile, identifierId, investigationId, personId, referralId, unitId } from '../ground/ids.ts';

export const foundReferral = z.object({
  id: referralId,
  unitId,
  number: z.string(),
  externalNumber: z.string().nullable(),
  source: referralSource,
  receivedOn: civilDate,
  state: referralState,
});

export const foundInvestigation = z.object({
  id: investigationId,
  unitId,
  number: z.string(),
  title: z.string().nullable(),
  openedOn: civilDate,
  open: z.boolean(),
  waiting: waitingState,
  waitingOn: z.string().nullable(),
});

/** A person, by name, and the file that they are in. */
export const foundPerson = z.object({
  id: personId,
  unitId,
  name: z.string(),
  role: personRole,
  file: caseFile,
  number: z.string(),
});

export const foundIdentifier = z.object({
  id: identifierId,
  unitId,
  kind: identifierKind,
  value: z.string(),
  service: z.string().nullable(),
  file: caseFile,
  number: z.string(),
});

export const searchMethods = {
  /**
   * Files with every word of the text, or a word that begins with it; accents and capitals do not matter. Newest entered first. Investigations are
   * found by the names of their offences too, those of before included; identifiers, and files by their numbers, by any part of three characters or
   * more. On a server words and identifiers are found whole, and numbers by their beginning.
   */
  'search.everywhere': read(
    z.object({ text: line(200) }),
    z.object({
      referrals: z.array(foundReferral),
      investigations: z.array(foundInvestigation),
      persons: z.array(foundPerson),
      identifiers: z.array(foundIdentifier),
    }),
    { ...cases, audited: 'search' },
  ),
};
