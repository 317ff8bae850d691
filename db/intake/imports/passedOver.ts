import type { CivilDate } from '#contract/ground/dates';
import type { ImportMapping, PassedOver } from '#contract/intake/imports';
import type { OpenedTable } from '../../documents/tables/open.ts';
import type { TableRow } from '../../documents/tables/types.ts';
import { registerOf, whyPassedOver } from './register.ts';

/** The lines of a register that are no referral; some of them are shown. */
export interface PassedOverLines {
  total: number;
  readonly lines: { line: number; why: PassedOver; text: string }[];
}

const shownLines = 100;

export function passOver(passed: PassedOverLines, why: PassedOver, { line, cells }: TableRow): void {
  passed.total += 1;
  const text = cells
    .filter((each) => each.trim() !== '')
    .join(' · ')
    .slice(0, 120);
  if (passed.lines.length < shownLines) passed.lines.push({ line, why, text });
}

export type WhyPassedOver = (cells: readonly string[]) => PassedOver | null;

/** Only a register holds lines that are no rows. */
export function whyOf(
  mapping: ImportMapping,
  header: readonly string[],
  { serialDay }: OpenedTable,
  today: CivilDate,
): WhyPassedOver {
  const register = registerOf(mapping, { serialDay, today });
  if (register === null) return () => null;
  const isDate = (text: string): boolean => register.dateOf('receivedOn', text) !== null;
  return (cells) => whyPassedOver(cells, header, mapping, isDate);
}
