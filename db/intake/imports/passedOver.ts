import type { CivilDate } from '#contract/ground/dates';
import type { ImportMapping, PassedOver } from '#contract/intake/imports';
import type { OpenedTable } from '../../documents/tables/open.ts';
import type { TableRow } from '../../documents/tables/types.ts';
import { registerOf, whyPassedOver } from './register.ts';
import { unitOnLine } from './unitLines.ts';

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

/** Why a line is no row, and the unit that it names for the rows below it. */
export type ReadLine = (cells: readonly string[]) => { readonly why: PassedOver | null; readonly unit: string | null };

/** Only a register holds lines that are no rows. Which of them name a unit is what a person was shown as texts of units. */
export function lineReader(
  mapping: ImportMapping,
  header: readonly string[],
  { serialDay }: OpenedTable,
  today: CivilDate,
): ReadLine {
  const register = registerOf(mapping, { serialDay, today });
  if (register === null) return () => ({ why: null, unit: null });
  const isDate = (text: string): boolean => register.dateOf('receivedOn', text) !== null;
  const isUnit = (name: string): boolean => register.meaning('unitCode', name) !== undefined;
  return (cells) => {
    const why = whyPassedOver(cells, header, mapping, isDate);
    const unit = unitOnLine(cells, why, isUnit);
    return { why: unit === null ? why : 'unit_line', unit };
  };
}
