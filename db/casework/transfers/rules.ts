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

export function mayWithdraw({ state, fromUnitId }: Standing, unitIds: readonly string[]): boolean {
  return state === 'pending' && unitIds.includes(fromUnitId);
}
