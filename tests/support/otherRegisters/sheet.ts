import type { Truth, WrittenRow } from './kinds.ts';

/** Lines of a file of text as they are written, with the line on which each row begins. */
export interface Sheet {
  readonly line: (cells: readonly string[]) => void;
  readonly row: (cells: readonly string[], truth: WrittenRow['truth'], isCopy?: boolean) => void;
  readonly done: () => { readonly text: string; readonly rows: readonly Truth[] };
}

export function createSheet(separator: string): Sheet {
  const written: string[] = [];
  const rows: Truth[] = [];
  let next = 1;
  const quoted = (cell: string) =>
    cell.includes(separator) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const line = (cells: readonly string[]) => {
    const text = cells.map(quoted).join(separator);
    written.push(text);
    next += text.split('\n').length;
  };
  return {
    line,
    row: (cells, truth, isCopy = false) => {
      rows.push({ ...truth, line: next, isCopy });
      line(cells);
    },
    done: () => ({ text: `${written.join('\r\n')}\r\n`, rows }),
  };
}
