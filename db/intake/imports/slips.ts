interface Rows {
  readonly before: readonly number[];
  readonly last: readonly number[];
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;

/** The least edits that make the first letters of one text each beginning of the other, from those of one and two letters less. */
function nextRow(a: string, b: string, i: number, { before, last }: Rows): readonly number[] {
  const next = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const changed = at(last, j - 1) + Number(a[i - 1] !== b[j - 1]);
    const isSwapped = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const swapped = isSwapped ? at(before, j - 2) + 1 : Infinity;
    next.push(Math.min(at(last, j) + 1, at(next, j - 1) + 1, changed, swapped));
  }
  return next;
}

/** Whether so many letters added, left out, changed or swapped make one text the other. */
export function editsUpTo(most: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let rows: Rows = { before: [], last: Array.from({ length: b.length + 1 }, (_, index) => index) };
  for (let i = 1; i <= a.length; i += 1) rows = { before: rows.last, last: nextRow(a, b, i, rows) };
  return at(rows.last, b.length) <= most;
}

const shortest = 5;

/** The same letters, two neighbours of them exchanged: "clso". */
const sorted = (text: string): string => text.split('').sort().join('');
const isExchanged = (a: string, b: string): boolean => sorted(a) === sorted(b) && editsUpTo(1, a, b);

/** What the words mean from which a text differs by a slip of the pen; null where none do, or they differ in meaning. */
export function nearestWord<Code extends string>(text: string, byWord: ReadonlyMap<string, Code>): Code | null {
  if (text.length < shortest - 1) return null;
  const isNear = (word: string): boolean =>
    text.length < shortest ? isExchanged(word, text) : word.length >= shortest && editsUpTo(1, word, text);
  const codes = new Set([...byWord].filter(([word]) => isNear(word)).map(([, code]) => code));
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? code : null;
}
