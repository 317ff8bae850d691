import type { CivilDate, Month } from '#contract/ground/dates';
import { must } from '../../ground/kernel/assert.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { tooEarly } from '../../ground/kernel/order.ts';
import type { Context } from '../../store/types.ts';
import { monthsBetween } from '../corrections/keep.ts';
import { takeLeavingBack } from './leaving.ts';
import { beganOn, offersAround, requireSinceAnswer, requireUntilNext } from './order.ts';
import type { TransferRecord } from './rows.ts';
import { takeOver } from './take.ts';
import { requireNonePending } from './writes.ts';

/** Takes out what never left for a service outside. An offer is withdrawn, and what another unit answered about is sent back. */
export async function comeBack(tx: WriteTx, row: TransferRecord, context: Context): Promise<void> {
  if (row.state === 'pending' || row.toUnitId !== null) throw new StoreFailure('conflict', 'transfer_of_units');
  if (row.state === 'accepted') await takeLeavingBack(tx, row, context);
}

/** What was taken out by mistake left on its day after all. Returns the day on which the file began, which may have been put right since. */
export async function leaveAgain(tx: WriteTx, row: TransferRecord, context: Context) {
  const decidedOn = must(row.decidedOn, 'what waits for an answer is withdrawn');
  const began = await beganOn(tx, row);
  if (row.proposedOn < began) throw tooEarly('proposedOn', { step: 'state', on: began });
  const { before, next } = await offersAround(tx, row);
  requireSinceAnswer(before, row.proposedOn, 'proposedOn');
  if (row.state !== 'accepted') requireUntilNext(next, decidedOn, 'decidedOn');
  else {
    // What is away is offered to nobody.
    if (next) throw tooEarly('decidedOn', { step: 'proposal', on: next.proposedOn });
    await requireNonePending(tx, row.fileId);
    await takeOver(tx, row, decidedOn, context);
  }
  return { beganOn: began };
}

/** All months since then have the file in stock, or have it not. */
export function monthsSince({ state, decidedOn }: TransferRecord, today: CivilDate): readonly Month[] {
  return state === 'accepted' && decidedOn !== null ? monthsBetween(decidedOn, today) : [];
}
