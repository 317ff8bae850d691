import { folded } from '#contract/ground/folded';
import { typedWords, wholeWords } from '../../ground/kernel/words.ts';

/** What is typed when it may be the beginning of a number: one word with a digit in it; null otherwise. */
export function toNumber(text: string): string | null {
  const [word, ...others] = typedWords(text);
  return word !== undefined && others.length === 0 && /\p{N}/u.test(word) && word.length > 1 ? word : null;
}

/** Whether one of the names has every word of the text, or one that begins so; accents and capitals do not matter. */
export function namesWith(names: readonly string[], text: string): boolean {
  const words = typedWords(folded(text));
  if (!words.some((word) => word.length > 2)) return false;
  return names.some((name) => {
    const known = wholeWords(name);
    return words.every((word) => known.some((each) => each.startsWith(word)));
  });
}

/** Rows in the order of what was found: they come in any. */
export function inOrder<T extends { readonly id: string }>(rows: readonly T[], ids: readonly string[]): T[] {
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
