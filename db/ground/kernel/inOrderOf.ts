/** Rows sorted by a text of each; rows of one text stay in their order. A server's statement cannot sort by the text, which is encrypted there. */
export function inOrderOf<T>(rows: readonly T[], text: (row: T) => string): T[] {
  return rows.toSorted((a, b) => {
    const [one, other] = [text(a), text(b)];
    if (one === other) return 0;
    return one < other ? -1 : 1;
  });
}
