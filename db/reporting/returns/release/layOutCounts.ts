import type { Quarter } from '#contract/ground/dates';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { ownCode } from '../../indicators/framework.ts';
import type { CellBook } from './cellBook.ts';
import { costs, countKey, flowKey, shares, subjectOf } from './keys.ts';

/** A line of the indicators; `cell` is null where the figure is not available, or is a share: that has two cells of its own. */
export interface CountLine {
  readonly figure: IndicatorValue;
  readonly cell: string | null;
  readonly parts: { readonly numerator: string | null; readonly denominator: string | null } | null;
}

interface Placed extends CountLine {
  /** Our code for what it counts. */
  readonly own: string;
  readonly unitIds: readonly string[];
}

const isCount = (value: number | null): value is number => value !== null && Number.isInteger(value);

/** The two counts of a share, and the rest that anybody can subtract. */
function shareParts(
  own: string,
  { unitCode, numerator, denominator }: IndicatorValue,
  subject: string,
  quarter: Quarter,
  book: CellBook,
): CountLine['parts'] {
  const names = shares[own];
  if (!names || !isCount(numerator) || !isCount(denominator)) return null;
  const cost = unitCode === null ? costs.total : costs.headline;
  const cell = (name: string, value: number): string => book.add({ key: flowKey(subject, name, quarter), value, cost });
  const [part, whole] = [cell(names.numerator, numerator), cell(names.denominator, denominator)];
  bindRest(book, [whole, part], flowKey(subject, names.rest, quarter), denominator - numerator);
  return { numerator: part, denominator: whole };
}

/** What a count is more than another that is a part of it: nobody prints it, and anybody can subtract. */
function bindRest(book: CellBook, [whole, part]: readonly [string, string], key: string, value: number): void {
  const rest = book.add({ key, value, cost: 1, never: true });
  book.relate([
    [whole, 1],
    [part, -1],
    [rest, -1],
  ]);
}

function placed({ units, values, quarter, framework }: ReturnContent, book: CellBook): readonly Placed[] {
  const idOf = new Map<string, string>(units.map(({ code, id }) => [code, id]));
  const known = (code: string): readonly string[] =>
    values
      .filter((each) => each.code === code && each.unitCode !== null && each.value !== null)
      .map((each) => idOf.get(each.unitCode ?? '') ?? '');
  return values.flatMap((figure): Placed[] => {
    const { code, unitCode, value } = figure;
    const unitIds = unitCode === null ? known(code) : [idOf.get(unitCode) ?? ''];
    const subject = subjectOf(unitIds);
    const own = ownCode(framework, code);
    if (own in shares) {
      const parts = value === null ? null : shareParts(own, figure, subject, quarter, book);
      return [{ own, figure, unitIds, cell: null, parts }];
    }
    const key = countKey(own, subject, quarter);
    if (key === null) return [];
    const cost = unitCode === null ? costs.total : costs.headline;
    const cell = isCount(value) ? book.add({ key, value, cost }) : null;
    return [{ own, figure, unitIds, cell, parts: null }];
  });
}

/** One of which the other is a part by what they count. */
const contained = [
  ['R1', 'R2', 'referrals_bundled'],
  ['C1', 'C2', 'charges_beyond_persons'],
  ['B2', 'B3', 'open_up_to_180'],
  ['R1', 'R3', 'referrals_without_answer'],
] as const;

const cellOf = ({ cell, parts }: CountLine): string | null => cell ?? parts?.denominator ?? null;
const countOf = ({ figure, parts }: CountLine): number => (parts ? figure.denominator : figure.value) ?? 0;

function bindContained(lines: readonly Placed[], quarter: Quarter, book: CellBook): void {
  for (const [whole, part, rest] of contained) {
    for (const line of lines.filter(({ own }) => own === whole)) {
      const subject = subjectOf(line.unitIds);
      const other = lines.find(({ own, unitIds }) => own === part && subjectOf(unitIds) === subject);
      const [wholeCell, partCell] = [cellOf(line), other ? cellOf(other) : null];
      if (!other || wholeCell === null || partCell === null) continue;
      bindRest(book, [wholeCell, partCell], flowKey(subject, rest, quarter), countOf(line) - countOf(other));
    }
  }
}

/** The cells of a line that add up over units. */
const summed: readonly ((line: CountLine) => string | null)[] = [
  ({ cell }) => cell,
  ({ parts }) => parts?.numerator ?? null,
  ({ parts }) => parts?.denominator ?? null,
];

/** The counts of a return by unit and for the agreement, as cells bound by their totals. */
export function layOutCounts(content: ReturnContent, book: CellBook): readonly CountLine[] {
  const lines = placed(content, book);
  for (const total of lines.filter(({ figure }) => figure.unitCode === null)) {
    const units = lines.filter(({ figure }) => figure.code === total.figure.code && figure.unitCode !== null);
    for (const of of summed) {
      const [cell, parts] = [of(total), units.flatMap((each) => of(each) ?? [])];
      // A single unit's total is the unit's own cell.
      if (cell !== null && parts.length > 1) book.relate([[cell, -1], ...parts.map((part) => [part, 1] as const)]);
    }
  }
  bindContained(lines, content.quarter, book);
  return lines;
}
