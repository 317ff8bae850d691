import type { TransferState } from '#contract/ground/codes';
import type { CaseFile, TransferId, UnitId } from '#contract/ground/ids';
import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, id, text, version } from '../common/columns.ts';

/** A file on its way to another unit, or to a service outside. Both units see it; the file is the sender's until it is accepted. */
export const transfer = sqliteTable(
  'transfer',
  {
    id: id<TransferId>(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    toUnitId: clear<UnitId>('to_unit_id'),
    toService: text('to_service'),
    fileKind: clear<CaseFile['kind']>('file_kind').notNull(),
    fileId: clear('file_id').notNull(),
    /** The sender's number and day, shown to a receiver who may not open the sender's file. */
    number: clear('number').notNull(),
    beganOn: civilDate('began_on').notNull(),
    state: clear<TransferState>('state').notNull(),
    proposedOn: civilDate('proposed_on').notNull(),
    proposedBy: clear('proposed_by').notNull(),
    message: text('message'),
    decidedOn: civilDate('decided_on'),
    decidedBy: clear('decided_by'),
    reason: text('reason'),
    receivedId: clear('received_id'),
    receivedNumber: clear('received_number'),
  },
  (table) => [
    index('transfer_file').on(table.fileId, table.state),
    index('transfer_from').on(table.unitId, table.proposedOn),
    index('transfer_to').on(table.toUnitId, table.state),
  ],
);
