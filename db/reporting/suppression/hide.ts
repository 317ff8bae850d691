import { at } from '../../estimator/numbers.ts';
import { protect, type Protection, type Report, type Witness } from './protect.ts';
import type { Table } from './table.ts';

/** Whether the changes leave everything published as it is, and every relation and bound kept: whole numbers, nothing rounded. */
function fits({ cells, relations }: Table, hidden: ReadonlySet<number>, { changes }: Witness): boolean {
  const isFree = [...changes].every(([position, change]) => {
    const { state, value, lower } = at(cells, position);
    const isKnown = state === 'published' || (state === 'open' && !hidden.has(position));
    return !isKnown && Number.isInteger(change) && (lower === null || value + change >= lower);
  });
  return (
    isFree &&
    relations.every(
      (relation) =>
        relation.reduce((total, [cell, coefficient]) => total + coefficient * (changes.get(cell) ?? 0), 0) === 0,
    )
  );
}

/** Whether the witness brings the cell to that end of its range, or past it. */
function reaches({ cells }: Table, { position, value, changes }: Witness): boolean {
  const { value: own } = at(cells, position);
  const other = own + (changes.get(position) ?? 0);
  return value > own ? other >= value : other <= value;
}

/** Null where a range is not kept: each of its ends has a table of its own; the true value is one already. */
function hiddenOf(table: Table, { hidden, kept, witnesses, unprotected }: Protection): ReadonlySet<number> | null {
  const sound = witnesses.filter((each) => reaches(table, each) && fits(table, hidden, each));
  const found = new Set(sound.map(({ position, value }) => `${position} ${value}`));
  const isShown = [...kept].every(([position, ends]) =>
    ends.every((end) => end === at(table.cells, position).value || found.has(`${position} ${end}`)),
  );
  return unprotected.length === 0 && isShown ? hidden : null;
}

/**
 * Positions of the cells that must not be published. Checked by solving, not by hope: for both ends of every range that is kept there is
 * another table, of whole numbers, which fits all that is published; each is verified on its own, without the solver that found it. Null
 * where one is missing.
 */
export function hideSmall(table: Table, report?: Report): ReadonlySet<number> | null {
  return hiddenOf(table, protect(table, report));
}

/** The same, and null too where what is known already leaves a protected cell one value alone: nothing would be kept of it. */
export function hideFromTotals(table: Table): ReadonlySet<number> | null {
  const found = protect(table);
  const isOpen = [...found.kept.values()].every(([low, high]) => low < high);
  return isOpen ? hiddenOf(table, found) : null;
}
