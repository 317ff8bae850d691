/** More words than this narrow nothing down. */
const mostWords = 8;
/** Of the beginnings that the index keeps: see its `prefix`. */
const longestKept = 3;

function toWords(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The words of the index that begin so, folded as it folds them; null where they are too many to be asked for one by one. */
export type Endings = (beginning: string) => Promise<readonly string[] | null>;

/**
 * The text as typed, as a question to the full-text index: every word, or one that begins with it. Quoted, so that nothing typed is an operator.
 * An elided letter (l’école) is left out, and so is the first letter of a further word that is being typed. Null where there is no
 * letter and no digit.
 */
export async function toMatch(text: string, endings: Endings): Promise<string | null> {
  const typed = toWords(text);
  const isBegun = typed.length > 1 && typed.at(-1)?.length === 1;
  const words = typed.slice(0, isBegun ? -1 : undefined).slice(0, mostWords);
  if (words.length === 0) return null;
  const questions = await Promise.all(words.map((word) => questionsOf(word, endings)));
  return questions.flat().join(' AND ');
}

/** The index takes a word with hyphens or apostrophes for several: the last one may go on, the others are whole. */
async function questionsOf(word: string, endings: Endings): Promise<readonly string[]> {
  const parts = word.split(/[^\p{L}\p{N}\p{M}]+/u).filter((part) => part !== '');
  const last = parts.pop();
  const whole = parts.filter((part) => part.length > 1).map((part) => `"${part}"`);
  if (last === undefined) return whole;
  // A single letter as a beginning would be half of all words.
  return [...whole, last.length === 1 ? `"${last}"` : await beginsWith(last, endings)];
}

/**
 * The index keeps the files of beginnings of two and three letters. Those of a longer one it would gather from every word,
 * whole, before it gives the newest: words asked for by name give theirs one at a time.
 */
async function beginsWith(part: string, endings: Endings): Promise<string> {
  const words = part.length > longestKept ? await endings(folded(part)) : null;
  return words === null || words.length === 0 ? `"${part}"*` : `(${words.map((each) => `"${each}"`).join(' OR ')})`;
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
