import type { HearingKind, HearingOutcome } from '#contract/ground/codes';
import type { HearingId, InvestigationId, PersonId, UnitId, UserId } from '#contract/ground/ids';
import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, entered, id, sealed, text, version } from '../common/columns.ts';

/** A day in court of a file. */
export const hearing = sqliteTable(
  'hearing',
  {
    id: id<HearingId>(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    /** Of whom, where it is known: a subject of the file. */
    personId: clear<PersonId>('person_id'),
    kind: clear<HearingKind>('kind').notNull(),
    on: civilDate('heard_on').notNull(),
    time: sealed('time'),
    court: text('court'),
    /** Null: the file's lead. */
    attends: clear<UserId>('attends_user_id'),
    /** Null while nobody said what became of it. */
    outcome: clear<HearingOutcome>('outcome'),
    outcomeNote: text('outcome_note'),
    ...entered(),
  },
  (table) => [
    index('hearing_file').on(table.investigationId),
    index('hearing_due').on(table.outcome, table.on),
    index('hearing_person').on(table.personId),
  ],
);
