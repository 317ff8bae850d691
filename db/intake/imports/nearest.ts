/** Of the beginnings of two words: the least changes by which each of one becomes each of the other. */
interface Edits {
  readonly from: string;
  readonly to: string;
  readonly before: readonly number[];
  readonly row: readonly number[];
}

/** A letter is left out, added, kept or changed. */
function oneLetter({ from, to, row }: Edits, next: readonly number[], i: number, j: number): number {
  const change = from[i - 1] === to[j - 1] ? 0 : 1;
  return Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change);
}

/** Two neighbours are exchanged. */
function twoLetters({ from, to, before }: Edits, i: number, j: number): number {
  const isExchanged = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
  return isExchanged ? (before[j - 2] ?? 0) + 1 : Infinity;
}

/** How many letters must be changed, added or left out, or exchanged with their neighbour, to make one word the other. */
function editsBetween(from: string, to: string): number {
  let edits: Edits = { from, to, before: [], row: Array.from({ length: to.length + 1 }, (_, index) => index) };
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) next.push(Math.min(oneLetter(edits, next, i, j), twoLetters(edits, i, j)));
    edits = { from, to, before: edits.row, row: next };
  }
  return edits.row[to.length] ?? 0;
}

/** The word that is least changes away; null where even that one is another word. */
export function nearestTo(word: string, known: readonly string[]): string | null {
  if (word === '') return null;
  const most = Math.max(1, Math.floor(word.length / 3));
  const [best] = known
    .map((each) => ({ each, edits: editsBetween(word, each) }))
    .filter(({ edits }) => edits <= most)
    .toSorted((a, b) => a.edits - b.edits);
  return best?.each ?? null;
}
