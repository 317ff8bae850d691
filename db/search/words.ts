/** More words than this narrow nothing down. */
const mostWords = 8;

/**
 * The text as typed, as a question to the full-text index: every word, or one that begins with it. Quoted, so that nothing typed is an operator;
 * a number with hyphens is a phrase of its parts. Null where there is no letter and no digit.
 */
export function toMatch(text: string): string | null {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return null;
  return words
    .slice(0, mostWords)
    .map((word) => `"${word.replaceAll('"', '""')}"*`)
    .join(' ');
}
