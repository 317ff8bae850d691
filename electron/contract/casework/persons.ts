import { z } from 'zod';
import { byFile } from '../ground/access.ts';
import { ageBand, gender, personRole } from '../ground/codes.ts';
import { line, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { caseFile, personId } from '../ground/ids.ts';
import { changeReason } from './corrections.ts';
import { readFrom } from './identifiers.ts';

const changesFile = { ...byFile, touches: ['persons', 'referrals', 'investigations', 'backlog'] } as const;

export const personFacts = z.object({
  role: personRole,
  name: line(120).nullable(),
  ageBand,
  gender,
  /** Of a subject alone, where a date of the Youth Criminal Justice Act needs it. */
  birthDate: civilDate.nullable(),
  /** Of a victim. */
  identifiedOn: civilDate.nullable(),
  safeguardedOn: civilDate.nullable(),
  /** The child-protection agency that confirmed it: both or neither. */
  safeguardedBy: line(120).nullable(),
});
export type PersonFacts = z.infer<typeof personFacts>;

export const personRow = personFacts.extend({ id: personId, version, file: caseFile, from: readFrom });
export type PersonRow = z.infer<typeof personRow>;

export const personMethods = {
  /** An investigation's own and those of its referrals. */
  'persons.list': read(z.object({ file: caseFile }), z.object({ persons: z.array(personRow) }), {
    ...byFile,
    audited: 'view',
    shows: 'persons.from.id',
  }),
  'persons.add': write(personFacts.extend({ file: caseFile }), z.object({ id: personId }), changesFile),
  'persons.change': write(
    personFacts.extend({ file: caseFile, personId, version, ...changeReason }),
    z.object({ version }),
    changesFile,
  ),
};
