import type { CivilDate } from '#contract/ground/dates';
import type { ImportMapping, PassedOver } from '#contract/intake/imports';
import type { OpenedTable } from '../../documents/tables/open.ts';
import type { TableRow } from '../../documents/tables/types.ts';
import { sheetReader } from './lines.ts';
import { registerOf } from './register.ts';

/** The lines of a register that are no referral; some of them are shown. */
export interface PassedOverLines {
  total: number;
  readonly lines: { sheet: string | null; line: number; why: PassedOver; text: string }[];
}

const shownLines = 100;

export function passOver(passed: PassedOverLines, why: PassedOver, { line, cells, sheet }: TableRow): void {
  passed.total += 1;
  const text = cells
    .filter((each) => each.trim() !== '')
    .join(' · ')
    .slice(0, 120);
  if (passed.lines.length < shownLines) passed.lines.push({ sheet: sheet ?? null, line, why, text });
}

/** Only a register holds lines that are no rows. Which of them name a unit is what a person was shown as texts of units. */
export function sheetsOf(
  mapping: ImportMapping,
  header: readonly string[],
  { serialDay }: OpenedTable,
  today: CivilDate,
): ReturnType<typeof sheetReader> {
  const register = registerOf(mapping, { serialDay, today });
  if (register === null) return () => (cells) => ({ why: null, unit: null, cells, notes: [], table: 0 });
  return sheetReader(
    { header, mapping, present: { serialDay, today } },
    (name) => register.meaning('unitCode', name) !== undefined,
  );
}
