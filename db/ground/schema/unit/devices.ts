import type { DeviceEnd, DeviceKind } from '#contract/ground/codes';
import type { AuthorityId, DeviceId, InvestigationId, PersonId, UnitId } from '#contract/ground/ids';
import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, entered, flag, id, text, version } from '../common/columns.ts';

/** Things seized that hold data, one row for those that go through the laboratory together. What they hold is never kept. */
export const device = sqliteTable(
  'device',
  {
    id: id<DeviceId>(),
    version: version(),
    investigationId: clear<InvestigationId>('investigation_id').notNull(),
    unitId: clear<UnitId>('unit_id').notNull(),
    kind: clear<DeviceKind>('kind').notNull(),
    count: integer('device_count').notNull(),
    /** Exhibit number or the like. */
    label: text('label'),
    /** The seizure or other authority that they came by. */
    authorityId: clear<AuthorityId>('authority_id'),
    seizedOn: civilDate('seized_on').notNull(),
    queuedOn: civilDate('queued_on'),
    lab: text('lab'),
    beganOn: civilDate('began_on'),
    examinedOn: civilDate('examined_on'),
    endedOn: civilDate('ended_on'),
    /** How it left: returned, forfeited; `entered_in_error` takes it out of every count. */
    endReason: clear<DeviceEnd>('end_reason'),
    /** From whom or whose, and where they were seized. */
    personId: clear<PersonId>('person_id'),
    place: text('place'),
    /** Whether it was locked when it was seized; null where that is not known. */
    locked: flag('locked'),
    /** The day on which a locked one could be read. */
    unlockedOn: civilDate('unlocked_on'),
    ...entered(),
  },
  (table) => [
    index('device_file').on(table.investigationId),
    index('device_queue').on(table.examinedOn, table.endedOn, table.unitId),
    index('device_person').on(table.personId),
  ],
);
