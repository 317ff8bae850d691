import type { Input } from '#contract/index';
import type { ReferralFilter } from '#contract/casework/referrals';
import type { ListSort } from '../../../ui/listTable.tsx';

type Order = Input<'referrals.list'>['sort'];

export const newestFirst: ListSort = { column: 'receivedOn', descending: true };
/** Danger first, then what is to be decided, what is late, and the rest by band and deadline. */
export const urgentFirst: ListSort = { column: 'inbox', descending: false };

/** Sorted by these, a list cannot go to a day. */
export const knowsNoDay = ['number', 'inbox'];

/** What is closed is in no danger: with it, the list is in order of receipt. */
export function orderOf(
  { column, descending }: ListSort,
  { openOnly, due }: ReferralFilter = { openOnly: true },
): Order {
  if (column === 'inbox' && openOnly !== true && due === undefined) return orderOf(newestFirst);
  return { column: column as Order['column'], descending };
}
