import type { ImportField, ImportMapping } from '#contract/intake/imports';

/** What people write in place of what the row above says. */
const ditto =
  /^\s*(?:["”“″〃]+|''|,,|(?:the )?same(?: (?:as )?(?:above|previous|before))?|as above|ditto|do\.|idem|id\.?|ibid\.?|m[eê]me(?: chose)?|(?:voir |comme )?ci-dessus|pareil)[\s.-]*$/iu;

export const isDitto = (text: string): boolean => text.length < 24 && ditto.test(text);

/** A number is no other row's. */
const repeated = [
  'receivedOn',
  'receivedTime',
  'source',
  'unitCode',
  'riskBand',
  'priorityReceived',
  'conclusion',
  'concludedOn',
  'assignedTo',
] as const satisfies ImportField[];

/** The row with what it repeats of the one above; the same cells where it repeats nothing. */
export function withoutDittos(
  cells: readonly string[],
  above: readonly string[] | null,
  columns: ImportMapping['columns'],
): readonly string[] {
  if (above === null) return cells;
  const own = repeated.map((field) => columns[field]).filter((column) => column !== undefined);
  const said = own.filter((column) => isDitto(cells[column] ?? ''));
  return said.length === 0
    ? cells
    : cells.map((cell, column) => (said.includes(column) ? (above[column] ?? '') : cell));
}
