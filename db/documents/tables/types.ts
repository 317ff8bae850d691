/** One row of a file as texts. */
export interface TableRow {
  /** The line of the file, or the row of the sheet, on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Progress {
  /** Called with the bytes read so far. */
  readonly onBytes?: (done: number) => void;
  /** Called at the end with the SHA-256 of what was read. */
  readonly onEnd?: (sha256: string) => void;
}
