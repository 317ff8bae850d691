export interface Clause {
  readonly words: string;
  /** The comma, semicolon or full stop after it, with its space. */
  readonly end: string;
}

/** The clauses of one sentence. A comma within a number has no space after it. */
export function clausesOf(sentence: string): readonly Clause[] {
  const parts = sentence.split(/([,;] |\.$)/);
  return parts.flatMap((words, index) =>
    index % 2 === 1 || words === '' ? [] : [{ words, end: parts[index + 1] ?? '' }],
  );
}
