import { createHash } from 'node:crypto';

/** Lines of a sheet among which the names of its columns may be. */
export const searchedLines = 50;

/** One key for lines that say the same in the same places, whatever their capitals, spaces and blank cells at the end. */
export function lineKey(cells: readonly string[]): string {
  const said = cells.map((each) => each.trim().toLowerCase().replace(/\s+/g, ' '));
  const line = said.slice(0, said.findLastIndex((each) => each !== '') + 1);
  return createHash('sha256').update(JSON.stringify(line)).digest('base64url').slice(0, 22);
}
