import type { TransferRow } from '#contract/casework/transfers';
import { pick } from '../../ground/kernel/pick.ts';
import type { transfer } from '../../ground/schema/unit/transfers.ts';
import { mayCorrectAnswer, mayCorrectOffer, mayDecide, mayWithdraw } from './rules.ts';

export type TransferRecord = typeof transfer.$inferSelect;

export function standingOf(row: TransferRecord) {
  return { state: row.state, fromUnitId: row.unitId, toUnitId: row.toUnitId };
}

export function toTransfer(
  row: TransferRecord,
  names: ReadonlyMap<string, string>,
  unitIds: readonly string[],
): TransferRow {
  return {
    ...pick(row, 'id', 'version', 'fileKind', 'fileId', 'number', 'beganOn'),
    fromUnitId: row.unitId,
    ...pick(row, 'toUnitId', 'toService', 'state', 'proposedOn'),
    proposedBy: names.get(row.proposedBy) ?? '',
    message: row.message,
    decidedOn: row.decidedOn,
    decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? ''),
    ...pick(row, 'reason', 'receivedId', 'receivedNumber'),
    mayDecide: mayDecide(standingOf(row), unitIds),
    mayWithdraw: mayWithdraw(standingOf(row), unitIds),
    mayCorrectOffer: mayCorrectOffer(standingOf(row), unitIds),
    mayCorrectAnswer: mayCorrectAnswer(standingOf(row), unitIds),
  };
}
