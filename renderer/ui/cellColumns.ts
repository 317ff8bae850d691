import type { CellText, CellWords } from '#contract/casework/listCells';
import type { ListColumn } from './listTable.tsx';

/** Makes the columns of a list from what the contract says in each cell. */
export function cellColumns<Row, Id extends string>(cells: Readonly<Record<Id, CellText<Row>>>, words: CellWords) {
  return (id: Id, header: string, shape: Omit<ListColumn<Row>, 'id' | 'header' | 'text'>): ListColumn<Row> => ({
    id,
    header,
    ...shape,
    text: (row) => cells[id](row, words),
  });
}
