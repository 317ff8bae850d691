/** More words than this narrow nothing down. */
const mostWords = 8;

function toWords(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/**
 * The text as typed, as a question to the full-text index: every word, or one that begins with it. Quoted, so that nothing typed is an operator.
 * An elided letter (l’école) is left out. Null where there is no letter and no digit.
 */
export function toMatch(text: string): string | null {
  const words = toWords(text).slice(0, mostWords);
  if (words.length === 0) return null;
  return words.flatMap(questionsOf).join(' ');
}

/** The index takes a word with hyphens or apostrophes for several: the last one may go on, the others are whole. */
function questionsOf(word: string): readonly string[] {
  const parts = word.split(/[^\p{L}\p{N}\p{M}]+/u).filter((part) => part !== '');
  return parts.flatMap((part, index) => {
    if (index < parts.length - 1) return part.length === 1 ? [] : [`"${part}"`];
    // A single letter as a beginning would be half of all words.
    return [part.length === 1 ? `"${part}"` : `"${part}"*`];
  });
}

/** What is typed when it may be the beginning of a number: one word with a digit in it; null otherwise. */
export function toNumber(text: string): string | null {
  const [word, ...others] = toWords(text);
  return word !== undefined && others.length === 0 && /\p{N}/u.test(word) && word.length > 1 ? word : null;
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether one of the names has every word of the text, or one that begins so; accents and capitals do not matter. */
export function namesWith(names: readonly string[], text: string): boolean {
  const words = toWords(folded(text));
  if (!words.some((word) => word.length > 2)) return false;
  return names.some((name) => {
    const held = folded(name).split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => held.some((each) => each.startsWith(word)));
  });
}
