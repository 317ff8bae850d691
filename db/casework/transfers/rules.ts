import type { TransferState } from '#contract/ground/codes';

interface Standing {
  readonly state: TransferState;
  readonly fromUnitId: string;
  readonly toUnitId: string | null;
}

/** The receiving unit decides; of what goes to a service outside, the sender writes down what was answered. */
export function mayDecide({ state, fromUnitId, toUnitId }: Standing, unitIds: readonly string[]): boolean {
  return state === 'pending' && unitIds.includes(toUnitId ?? fromUnitId);
}

/** What the sender wrote: to whom outside, on which day, with which message. */
export function mayCorrectOffer({ fromUnitId }: Standing, unitIds: readonly string[]): boolean {
  return unitIds.includes(fromUnitId);
}

/** The day of the answer and the reason of a refusal, by the unit that gave them or wrote them down. */
export function mayCorrectAnswer({ state, fromUnitId, toUnitId }: Standing, unitIds: readonly string[]): boolean {
  const answering = state === 'withdrawn' ? fromUnitId : (toUnitId ?? fromUnitId);
  return state !== 'pending' && unitIds.includes(answering);
}

export function mayWithdraw({ state, fromUnitId }: Standing, unitIds: readonly string[]): boolean {
  return state === 'pending' && unitIds.includes(fromUnitId);
}
