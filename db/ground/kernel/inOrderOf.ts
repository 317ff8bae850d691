/** By a text of each row, and where that is equal as they were: a server does not read the text, so it cannot sort by it. */
export function inOrderOf<T>(rows: readonly T[], text: (row: T) => string): T[] {
  return rows.toSorted((a, b) => {
    const [one, other] = [text(a), text(b)];
    if (one === other) return 0;
    return one < other ? -1 : 1;
  });
}
