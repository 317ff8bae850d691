import type { TransferState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { TransferId, UnitId } from '#contract/ground/ids';
import type { TransferRow } from '#contract/casework/transfers';
import type { transfer } from '../../ground/schema/unit/transfers.ts';
import { mayDecide, mayWithdraw } from './rules.ts';

export type TransferRecord = typeof transfer.$inferSelect;

export function standingOf(row: TransferRecord) {
  return { state: row.state as TransferState, fromUnitId: row.unitId, toUnitId: row.toUnitId };
}

export function toTransfer(
  row: TransferRecord,
  names: ReadonlyMap<string, string>,
  unitIds: readonly string[],
): TransferRow {
  return {
    id: row.id as TransferId,
    version: row.version,
    fileKind: row.fileKind as TransferRow['fileKind'],
    fileId: row.fileId,
    number: row.number,
    beganOn: row.beganOn as CivilDate,
    fromUnitId: row.unitId as UnitId,
    toUnitId: row.toUnitId as UnitId | null,
    toService: row.toService,
    state: row.state as TransferState,
    proposedOn: row.proposedOn as CivilDate,
    proposedBy: names.get(row.proposedBy) ?? '',
    message: row.message,
    decidedOn: row.decidedOn as CivilDate | null,
    decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? ''),
    reason: row.reason,
    receivedId: row.receivedId,
    receivedNumber: row.receivedNumber,
    mayDecide: mayDecide(standingOf(row), unitIds),
    mayWithdraw: mayWithdraw(standingOf(row), unitIds),
  };
}
