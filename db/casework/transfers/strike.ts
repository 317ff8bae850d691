import type { CivilDate, Month } from '#contract/ground/dates';
import { must } from '../../ground/kernel/assert.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { Context } from '../../store/types.ts';
import { monthsBetween } from '../corrections/keep.ts';
import { takeLeavingBack } from './leaving.ts';
import type { TransferRecord } from './rows.ts';
import { takeOver } from './take.ts';
import { requireNonePending } from './writes.ts';

/** Takes out what never left for a service outside. An offer is withdrawn, and what another unit answered about is sent back. */
export async function comeBack(tx: WriteTx, row: TransferRecord, context: Context): Promise<void> {
  if (row.state === 'pending' || row.toUnitId !== null) throw new StoreFailure('conflict', 'transfer_of_units');
  if (row.state === 'accepted') await takeLeavingBack(tx, row, context);
}

/** What was taken out by mistake left on its day after all. */
export async function leaveAgain(tx: WriteTx, row: TransferRecord, context: Context): Promise<void> {
  if (row.state !== 'accepted') return;
  await requireNonePending(tx, row.fileId);
  await takeOver(tx, row, must(row.decidedOn, 'what was accepted was so on a day'), context);
}

/** All months since then have the file in stock, or have it not. */
export function monthsSince({ state, decidedOn }: TransferRecord, today: CivilDate): readonly Month[] {
  return state === 'accepted' && decidedOn !== null ? monthsBetween(decidedOn, today) : [];
}
