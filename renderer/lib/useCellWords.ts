import { useMemo } from 'react';
import { cellWords, countedKey, type CellWords } from '#contract/casework/listCells';
import type { ListName } from '#contract/casework/lists';
import { useText, type TextKey, type Translate } from '../i18n/text.ts';
import { useFormat } from './useFormat.ts';
import { useNames } from './useNames.ts';

// The cells name their words by the keys of the catalogues; a test looks each of them up in both languages.
function sayWith(t: Translate): CellWords['say'] {
  return (key, count) => t(key as TextKey, count === undefined ? {} : { count });
}

/** Words for codes and ids in the cells of a list, in the language on screen. */
export function useCellWords(showsSummaries = false): CellWords {
  const t = useText();
  const names = useNames();
  const { bilingual } = useFormat();
  return useMemo(
    () => ({ say: sayWith(t), person: names.person, unit: names.unitCode, bilingual, showsSummaries }),
    [t, names, bilingual, showsSummaries],
  );
}

export type CountedWords = readonly { readonly key: string; readonly count: number }[];

/** The words of a list for a file that is to say the same. */
export function wordsFor(list: ListName, { say }: CellWords, counted: CountedWords): Record<string, string> {
  return Object.fromEntries([
    ...cellWords[list].map((key) => [key, say(key)] as const),
    ...counted.map(({ key, count }) => [countedKey(key, count), say(key, count)] as const),
  ]);
}
