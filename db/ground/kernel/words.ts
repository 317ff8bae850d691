import { folded } from '#contract/ground/folded';

/** More words than this narrow nothing down. */
const mostWords = 8;

/** The words of a text, folded, each once. */
export function wholeWords(text: string): readonly string[] {
  return [...new Set(folded(text).split(/[^\p{L}\p{N}]+/u))].filter((word) => word !== '');
}

export function typedWords(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** A word that is looked for. Where it may go on, more letters may follow. */
export interface AskedWord {
  readonly text: string;
  readonly mayGoOn: boolean;
}

/**
 * What is typed as words to look for. A word with hyphens or apostrophes is several: the last one may go on, the others are whole. An elided letter
 * (l’école) is left out, and so is the first letter of a further word that is being typed.
 */
export function askedWords(text: string): readonly AskedWord[] {
  const typed = typedWords(text);
  const isBegun = typed.length > 1 && typed.at(-1)?.length === 1;
  return typed
    .slice(0, isBegun ? -1 : undefined)
    .slice(0, mostWords)
    .flatMap(partsOf);
}

function partsOf(word: string): readonly AskedWord[] {
  const parts = word.split(/[^\p{L}\p{N}\p{M}]+/u).filter((part) => part !== '');
  return parts.flatMap((part, index) => {
    const isLast = index === parts.length - 1;
    // A single letter as a beginning would be half of all words.
    return isLast || part.length > 1 ? [{ text: part, mayGoOn: isLast && part.length > 1 }] : [];
  });
}
