import { waitingState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, UserId } from '#contract/ground/ids';
import { changeInvestigation, heldInvestigation } from '../../casework/investigationState/change.ts';
import { nextStep } from '../../ground/schema/unit/handover.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import type { Said } from './rules.ts';

interface Writing {
  readonly tx: WriteTx;
  readonly context: Context;
}

export const leadIn = ({ lead }: Said): UserId | null => (typeof lead === 'string' ? (lead as UserId) : null);

/** Of a file that was just opened: the state in which it waits, and what comes next. */
export async function writeOpening({ tx, context }: Writing, id: InvestigationId, next: Said): Promise<void> {
  const file = await heldInvestigation(tx, id);
  const state = waitingState.safeParse(next.waiting);
  if (state.success) {
    const on = String(next.waitingSince ?? file.openedOn) as CivilDate;
    const waitingOn = typeof next.waitingOn === 'string' ? next.waitingOn : null;
    const isSo = file.waiting === state.data && file.waitingSince === on && waitingOn === null;
    if (!isSo) await changeInvestigation(tx, file, { kind: 'waiting', on, waiting: state.data, waitingOn }, context);
  }
  if (typeof next.nextStep !== 'string') return;
  const by = { at: context.clock.now(), userId: context.session.user.id };
  await tx.insert(nextStep).values({ investigationId: id, unitId: file.unitId, text: next.nextStep, ...by });
}
