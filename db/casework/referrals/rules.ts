import { openReferralStates, type ReferralState } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireBetween } from '../../ground/kernel/order.ts';

const open: readonly ReferralState[] = openReferralStates;
const concluded: readonly ReferralState[] = ['concluded', 'not_viable', 'information_only', 'transferred_out'];

export function isOpen(state: ReferralState): boolean {
  return open.includes(state);
}

export function isEnded(state: ReferralState): boolean {
  return concluded.includes(state);
}

export interface Standing {
  readonly state: ReferralState;
  readonly stateOn: CivilDate;
}

/** Where an officer may move a referral: an open one to any end or to triage, an ended one back to open. */
export function requireMove(from: Standing, to: ReferralState, on: CivilDate, today: CivilDate): void {
  const allowed = to === 'received' ? isEnded(from.state) : isOpen(from.state) && from.state !== to;
  if (!allowed) throw new StoreFailure('conflict', 'state_not_allowed');
  requireDate(from, on, today);
}

export function requireDate(from: Standing, on: CivilDate, today: CivilDate): void {
  requireBetween({ step: 'state', on: from.stateOn }, on, today, 'on');
}

/** External numbers are compared without case, spaces or hyphens: the same report is typed in many ways. */
export function externalKey(number: string | null | undefined): string | null {
  const folded = number?.toUpperCase().replace(/[\s\-_./]/g, '') ?? '';
  return folded === '' ? null : folded;
}

interface LastChange {
  readonly userId: string;
  readonly toState: string;
  readonly before: object | null;
  readonly undoes: number | null;
}

type Undoable<C extends LastChange> = C & { readonly before: NonNullable<C['before']> };

/** What may be taken back: the user's own last change of state, which is not itself a taking back and led into no investigation. */
export function isUndoable<C extends LastChange>(last: C | undefined, userId: string): last is Undoable<C> {
  if (last === undefined || last.before === null) return false;
  return last.userId === userId && last.undoes === null && last.toState !== 'linked';
}
