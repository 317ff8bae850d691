import { quarterMonths, type Quarter } from '#contract/dates';
import type { IndicatorValue, ReturnContent } from '#contract/returns';
import type { CellBook } from './cellBook.ts';
import { closingKey, costs, flowKey, openingKey, subjectOf } from './keys.ts';

/** A line of the indicators; `cell` is null where the figure is not available. */
export interface CountLine {
  readonly figure: IndicatorValue;
  readonly cell: string | null;
}

/** What is released by unit: counts of files and acts. An indicator that is not named here is not in a release. */
const flows: Readonly<Record<string, string>> = {
  R1: 'received',
  R2: 'referrals_unique',
  I1: 'investigations_opened',
  I2: 'investigations_concluded',
  C1: 'charges_laid',
  C3: 'arrests',
};

function keyOf(code: string, subject: string, quarter: Quarter): string | null {
  const [first, , last] = quarterMonths(quarter);
  if (code === 'B1') return openingKey(subject, first);
  if (code === 'B2') return closingKey(subject, last);
  return code in flows ? flowKey(subject, flows[code] ?? code, quarter) : null;
}

interface Placed extends CountLine {
  readonly unitIds: readonly string[];
}

function placed(content: ReturnContent, book: CellBook): readonly Placed[] {
  const idOf = new Map<string, string>(content.units.map(({ code, id }) => [code, id]));
  const known = (code: string): readonly string[] =>
    content.values
      .filter((each) => each.code === code && each.unitCode !== null && each.value !== null)
      .map((each) => idOf.get(each.unitCode ?? '') ?? '');
  return content.values.flatMap((figure) => {
    const { code, unitCode, value } = figure;
    const unitIds = unitCode === null ? known(code) : [idOf.get(unitCode) ?? ''];
    const key = keyOf(code, subjectOf(unitIds), content.quarter);
    if (key === null) return [];
    const whole = value !== null && Number.isInteger(value);
    const cell = whole ? book.add({ key, value, cost: unitCode === null ? costs.total : costs.headline }) : null;
    return [{ figure, unitIds, cell }];
  });
}

/** Received less unique is what was bundled: a count that nobody prints and anybody can subtract. */
function bindBundled(lines: readonly Placed[], quarter: Quarter, book: CellBook): void {
  for (const received of lines.filter(({ figure }) => figure.code === 'R1')) {
    const subject = subjectOf(received.unitIds);
    const unique = lines.find(({ figure, unitIds }) => figure.code === 'R2' && subjectOf(unitIds) === subject);
    if (received.cell === null || unique?.cell == null) continue;
    const value = (received.figure.value ?? 0) - (unique.figure.value ?? 0);
    const bundled = book.add({ key: flowKey(subject, 'referrals_bundled', quarter), value, cost: 1, never: true });
    book.relate([
      [received.cell, 1],
      [unique.cell, -1],
      [bundled, -1],
    ]);
  }
}

/** The counts of a return by unit and for the agreement, as cells bound by their totals. */
export function layOutCounts(content: ReturnContent, book: CellBook): readonly CountLine[] {
  const lines = placed(content, book);
  for (const { figure, cell } of lines) {
    if (figure.unitCode !== null || cell === null) continue;
    const parts = lines.flatMap((each) =>
      each.figure.code === figure.code && each.figure.unitCode !== null && each.cell !== null ? [each.cell] : [],
    );
    // A single unit's total is the unit's own cell.
    if (parts.length > 1) book.relate([[cell, -1], ...parts.map((part) => [part, 1] as const)]);
  }
  bindBundled(lines, content.quarter, book);
  return lines;
}
