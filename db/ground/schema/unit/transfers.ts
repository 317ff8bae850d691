import type { TransferState } from '#contract/ground/codes';
import type { CaseFile, TransferId, UnitId } from '#contract/ground/ids';
import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, id, text, version } from '../common/columns.ts';

/** A file on its way to another unit, or to a service outside. Both units see it; the file is the sender's until it is accepted. */
export const transfer = sqliteTable(
  'transfer',
  {
    id: id<TransferId>(),
    version: version(),
    unitId: text<UnitId>('unit_id').notNull(),
    toUnitId: text<UnitId>('to_unit_id'),
    toService: text('to_service'),
    fileKind: text<CaseFile['kind']>('file_kind').notNull(),
    fileId: text('file_id').notNull(),
    /** The sender's number and day, shown to a receiver who may not open the sender's file. */
    number: text('number').notNull(),
    beganOn: civilDate('began_on').notNull(),
    state: text<TransferState>('state').notNull(),
    proposedOn: civilDate('proposed_on').notNull(),
    proposedBy: text('proposed_by').notNull(),
    message: text('message'),
    decidedOn: civilDate('decided_on'),
    decidedBy: text('decided_by'),
    reason: text('reason'),
    receivedId: text('received_id'),
    receivedNumber: text('received_number'),
  },
  (table) => [
    index('transfer_file').on(table.fileId, table.state),
    index('transfer_from').on(table.unitId, table.proposedOn),
    index('transfer_to').on(table.toUnitId, table.state),
  ],
);
