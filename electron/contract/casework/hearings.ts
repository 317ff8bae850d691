import { z } from 'zod';
import { changeReason } from './corrections.ts';
import { byInvestigation } from '../ground/access.ts';
import { hearingKind, hearingOutcome } from '../ground/codes.ts';
import { line, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { hearingId, investigationId, personId, userId } from '../ground/ids.ts';

const changesFile = { ...byInvestigation, touches: ['fileWork'] } as const;

/** As clocks show it where the court sits. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const facts = z.object({
  kind: hearingKind,
  on: civilDate,
  time: timeOfDay.nullable(),
  court: line(120).nullable(),
  personId: personId.nullable(),
  /** Who has to be there; null: the file's lead. */
  attends: userId.nullable(),
});

/** Both null while it is to come, or nobody said what became of it. */
const answer = { outcome: hearingOutcome.nullable(), outcomeNote: line(200).nullable() };

export const hearingRow = facts.extend({ id: hearingId, version, ...answer });
export type HearingRow = z.infer<typeof hearingRow>;

export const hearingMethods = {
  /** Those to come first, by their day; then the others, the latest first. */
  'hearings.list': read(z.object({ investigationId }), z.object({ hearings: z.array(hearingRow) }), {
    ...byInvestigation,
    audited: 'part',
  }),
  'hearings.add': write(facts.extend({ investigationId }), z.object({ id: hearingId }), changesFile),
  /** Puts right what was recorded, or says who attends; without a person, whom it names stays. */
  'hearings.change': write(
    facts.partial({ personId: true }).extend({ investigationId, hearingId, version, ...changeReason }),
    z.object({ version }),
    changesFile,
  ),
  /** Records what became of it, with the next day where there is one, or takes that back with null. */
  'hearings.answer': write(
    z.object({
      investigationId,
      hearingId,
      version,
      answer: z.object({ outcome: hearingOutcome, outcomeNote: line(200).nullable() }).nullable(),
      next: facts.pick({ kind: true, on: true, time: true }).nullable(),
      ...changeReason,
    }),
    z.object({ version, nextId: hearingId.nullable() }),
    changesFile,
  ),
};
