import type { ReleaseBase, ReleaseMethod } from '#contract/reporting/releases';
import { hideSmall } from '../../suppression/hide.ts';
import type { Report } from '../../suppression/protect.ts';
import { roundAtRandom } from '../../suppression/rounding.ts';
import { must } from '../../../ground/kernel/assert.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import type { SigningKey } from '../../../ground/kernel/signing.ts';
import { keyOfCell, type CellBook, type ReleaseRecord } from './cellBook.ts';
import type { Shown } from './content.ts';
import { drawsOf } from './draws.ts';

export interface Published {
  readonly shown: (cell: string | null) => Shown;
  readonly record: ReleaseRecord;
}

function hiddenCells(book: CellBook, report?: Report): ReadonlySet<string> {
  const { table, ids } = book.table();
  const hidden = hideSmall(table, report);
  if (!hidden) throw new StoreFailure('conflict', 'release_not_protected');
  return new Set([...hidden].map((position) => must(ids[position], 'every position has its id')));
}

function suppress(book: CellBook, report?: Report): Published {
  const open = book.open();
  const hidden = hiddenCells(book, report);
  return {
    shown: (cell) => {
      if (cell === null) return { value: null, mark: '' };
      if (hidden.has(cell)) return { value: null, mark: 'x' };
      return { value: must(open.get(cell), 'a line shows cells of its release'), mark: '' };
    },
    record: book.record((id) => (hidden.has(id) ? 'hidden' : 'published')),
  };
}

function round(book: CellBook, base: ReleaseBase, key: SigningKey): Published {
  const open = book.open();
  const draw = drawsOf(key, 'rounding');
  return {
    shown: (cell) => {
      if (cell === null) return { value: null, mark: '' };
      const value = must(open.get(cell), 'a line shows cells of its release');
      // A cell that was corrected keeps its draw: a new one would tell more of both values.
      return { value: roundAtRandom(value, base, draw(keyOfCell(cell))), mark: '' };
    },
    record: book.record(() => 'rounded'),
  };
}

/** @throws StoreFailure `release_not_protected` where earlier releases leave no way to keep a small count. */
export function publishCells(
  book: CellBook,
  { method, base }: { readonly method: ReleaseMethod; readonly base: ReleaseBase },
  key: SigningKey,
  report?: Report,
): Published {
  return method === 'suppression' ? suppress(book, report) : round(book, base, key);
}
