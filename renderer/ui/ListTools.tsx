import type { CellWords } from '#contract/casework/listCells';
import type { CountedWords } from '../lib/useCellWords.ts';
import type { ListSetup } from '../lib/useListSetup.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { ListExport } from './ListExport.tsx';

interface ListToolsProps<C> {
  readonly setup: ListSetup<C>;
  readonly words: CellWords;
  readonly counted?: CountedWords;
}

const none: CountedWords = [];

/** What can be done with a list as a whole, at the end of its bar. */
export function ListTools<C extends { readonly id: string; readonly header: string; readonly width: number }>({
  setup,
  words,
  counted = none,
}: ListToolsProps<C>) {
  return (
    <>
      <ColumnsMenu setup={setup} />
      <ListExport setup={setup} words={words} counted={counted} />
    </>
  );
}
