import { ledgerTerm } from '../ground/codes.ts';
import type { Month } from '../ground/dates.ts';
import { periodOf } from '../ground/period.ts';
import { comparisonOf } from './comparison.ts';
import type { Check, IndicatorValue, ReturnContent } from './returns.ts';

type Content = Pick<ReturnContent, 'agreementFigures' | 'checks' | 'framework' | 'panel' | 'quarter' | 'values'>;
type Cell = Content['panel'][number];

/** Units whose figures of the quarter come, in whole or in part, from a form that nothing signs. */
export function unsignedUnits(checks: readonly Check[]): ReadonlySet<string | null> {
  return new Set(checks.filter((each) => each.code === 'unsigned_form').map((each) => each.unitCode));
}

/** Whether a unit's figures, or those of any unit in a total, come from a form that nothing signs. */
export function restsOnForm(checks: readonly Check[], unitCode: string | null): boolean {
  const units = unsignedUnits(checks);
  return unitCode === null ? units.size > 0 : units.has(unitCode);
}

/** `before`: the figure of the quarter before, and with it the change. */
export type When = 'before' | 'now';

const balances: readonly string[] = ['backlog_opening', ...ledgerTerm.options];
const unitsOfPanel = new WeakMap<Content['panel'], ReadonlyMap<string, readonly Cell[]>>();

/** The cells of the units that have any from a form; found once, since every figure asks. */
function unitsWithForms(panel: Content['panel']): ReadonlyMap<string, readonly Cell[]> {
  const known = unitsOfPanel.get(panel);
  if (known) return known;
  const codes = new Set(panel.flatMap(({ unitCode, unsigned }) => (unsigned ? [unitCode] : [])));
  const found = new Map([...codes].map((code) => [code, panel.filter(({ unitCode }) => unitCode === code)]));
  unitsOfPanel.set(panel, found);
  return found;
}

/** A balance runs on from the last opening that was stated. */
function balanceRestsOnForm(cells: readonly Cell[], last: Month): boolean {
  const run = cells.filter(({ measure, month }) => balances.includes(measure) && month <= last);
  const stated = run
    .filter(({ measure, value }) => measure === 'backlog_opening' && value !== null)
    .map(({ month }) => month)
    .sort()
    .at(-1);
  return run.some(({ month, unsigned }) => unsigned === true && (stated === undefined || month >= stated));
}

function unitRestsOnForm(content: Content, { unitCode, calculation }: IndicatorValue, when: When): boolean {
  if (unitCode === null || calculation === 'funding' || calculation === 'entered') return false;
  const now = periodOf(content.quarter);
  const { months, lastMonth } = when === 'now' ? now : periodOf(now.previous);
  const cells = unitsWithForms(content.panel).get(unitCode) ?? [];
  return (
    // Returns locked earlier say it of their own quarter in a check alone.
    (when === 'now' && unsignedUnits(content.checks).has(unitCode)) ||
    cells.some((cell) => cell.unsigned === true && months.includes(cell.month)) ||
    (calculation === 'ledger' && balanceRestsOnForm(cells, lastMonth))
  );
}

/** A median of all rests on the files of units that have no median themselves too; of the quarter before, how many is not kept. */
function hasPart({ value, previous, denominator }: IndicatorValue, when: When, isMedian: boolean): boolean {
  if (when === 'before') return isMedian || previous !== null;
  return value !== null || (isMedian && denominator !== null);
}

/**
 * Whether a figure, or the one before it, comes in whole or in part from a form that nothing signs: what registers give, or a person
 * enters, does not. The one rule for screen, workbook, print, CSV, JSON and templates.
 */
export function figureRestsOnForm(content: Content, figure: IndicatorValue, when: When = 'now'): boolean {
  // What is not shown has no mark.
  if (when === 'before' && comparisonOf(content, figure).previous === null) return false;
  if (figure.unitCode !== null) return unitRestsOnForm(content, figure, when);
  if (figure.calculation === 'counterfactual') return unsignedUnits(content.checks).size > 0;
  const isMedian = content.framework.indicators.some(({ code, total }) => code === figure.code && total === 'none');
  return content.values.some(
    (each) => each.code === figure.code && hasPart(each, when, isMedian) && unitRestsOnForm(content, each, when),
  );
}

type Mark = 'unsigned' | 'partlyUnsigned' | 'previousUnsigned' | 'previousPartlyUnsigned';

/** The headings that mark a figure and the one before it. */
export function unsignedMarks(content: Content, figure: IndicatorValue): readonly Mark[] {
  const isUnit = figure.unitCode !== null;
  return [
    ...(figureRestsOnForm(content, figure) ? [isUnit ? ('unsigned' as const) : ('partlyUnsigned' as const)] : []),
    ...(figureRestsOnForm(content, figure, 'before')
      ? [isUnit ? ('previousUnsigned' as const) : ('previousPartlyUnsigned' as const)]
      : []),
  ];
}
