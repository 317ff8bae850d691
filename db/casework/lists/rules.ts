import {
  countedKey,
  deviceCells,
  dueCells,
  investigationCells,
  referralCells,
  type CellText,
  type CellWords,
} from '#contract/casework/listCells';
import { listQuery, type ListName, type ListQuery, type SavedView } from '#contract/casework/lists';
import { StoreFailure } from '../../ground/kernel/failure.ts';

type ViewFacts = Pick<SavedView, 'name' | 'query' | 'columns'>;

/** A view as its table keeps it: the query in its parts. */
export function rowOfView({ name, query, columns }: ViewFacts) {
  return { list: query.list, name, filter: query.filter, sort: 'sort' in query ? query.sort : {}, columns };
}

interface ViewParts {
  readonly list: string;
  readonly filter: unknown;
  readonly sort: unknown;
}

/** Null where the list no longer knows the filter or the order: such a view shows nothing. */
export function queryOf({ list, filter, sort }: ViewParts): ListQuery | null {
  return listQuery.safeParse({ list, filter, sort }).data ?? null;
}

/** Missed deadlines leave without the name of the officer: with it they would be a score. */
export function exportedColumns<C extends { readonly id: string }>(query: ListQuery, columns: readonly C[]): C[] {
  const isLate = query.list === 'referrals' && (query.filter.due === 'breach' || query.filter.due === 'overdue');
  return columns.filter(({ id }) => !isLate || id !== 'assignedTo');
}

const cells: Record<ListName, Readonly<Record<string, CellText<never>>>> = {
  referrals: referralCells,
  investigations: investigationCells,
  due: dueCells,
  devices: deviceCells,
};

/** Of each wanted column the text of its cells; a column that the list does not have is refused. */
export function cellsOf<Row>(list: ListName, columns: readonly string[]): readonly CellText<Row>[] {
  return columns.map((id, place) => {
    const cell = Object.hasOwn(cells[list], id) ? cells[list][id] : undefined;
    if (cell === undefined)
      throw new StoreFailure('invalid_input', undefined, [{ path: `columns.${String(place)}.id`, code: 'invalid' }]);
    return cell as CellText<Row>;
  });
}

/** The page's words. One that was not sent stays a code. */
export function sayFrom(words: Readonly<Record<string, string>>): CellWords['say'] {
  const known = new Map(Object.entries(words));
  return (key, count) => known.get(count === undefined ? key : countedKey(key, count)) ?? key;
}

const days = ['receivedOn', 'stateOn', 'openedOn', 'waitingSince', 'concludedOn', 'dueOn', 'actBy', 'since'];

/** Where a spreadsheet holds a day rather than a text. */
export function isDayColumn(id: string): boolean {
  return days.includes(id);
}
