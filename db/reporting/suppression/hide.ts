import { attack } from './attack.ts';
import { protect } from './protect.ts';
import type { Table } from './table.ts';

/**
 * Positions of the cells that must not be published. Checked by solving, not by hope: what was chosen is attacked afresh, from what is
 * published alone. Null where there is no way to keep what is to be protected.
 */
export function hideSmall(table: Table): ReadonlySet<number> | null {
  const { hidden, kept, unprotected } = protect(table);
  const { rangeOf } = attack(table, hidden);
  const told = [...kept].some(([position, [least, most]]) => {
    const [low, high] = rangeOf(position);
    return low > least || high < most;
  });
  return told || unprotected.length > 0 ? null : hidden;
}
