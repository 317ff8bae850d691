import type { Measure } from '#contract/ground/codes';
import { quarterMonths, type Month, type Quarter } from '#contract/ground/dates';
import { clean } from '../../ground/kernel/clean.ts';
import type { PanelCell, UnitCells } from '../../ledger/unitMonths/panel.ts';
import { withBreakdowns } from './breakdowns.ts';
import type { Figure } from './figure.ts';
import { unitLines, type MonthLine } from './ledgerChain.ts';
import { stockFigures as figuresOfStock, type HeldStock } from './stockFigures.ts';

type Cells = readonly (PanelCell | undefined)[];
type Amount = Pick<Figure, 'value' | 'status'>;

const unknown: Amount = { value: null, status: 'not_available' };

/** A sum over months: one that is missing leaves the whole unknown, since a part of a quarter is not the quarter. */
export function sumOf(cells: Cells): Amount {
  let value = 0;
  for (const cell of cells) {
    if (cell?.value == null) return unknown;
    value = clean(value + cell.value);
  }
  const statuses = cells.map((cell) => cell?.status);
  if (statuses.includes('partial')) return { value, status: 'partial' };
  return { value, status: statuses.every((each) => each === 'zero_confirmed') ? 'zero_confirmed' : 'complete' };
}

function packIdsOf(cells: Cells): readonly string[] {
  return [...new Set(cells.flatMap((cell) => cell?.packId ?? []))].sort();
}

/** Counted month by month: what a period comes to is the sum of its months. */
export const flows = [
  ['R1', 'received'],
  ['I1', 'investigations_opened'],
  ['I2', 'investigations_concluded'],
  ['C1', 'charges_laid'],
  ['C2', 'persons_charged'],
  ['C3', 'arrests'],
  ['J1', 'dispositions'],
  ['A1', 'authorizations'],
  ['V1', 'victims_identified'],
  ['V2', 'victims_safeguarded'],
  ['V3', 'support_referrals'],
  ['D1', 'devices_seized'],
  ['D2', 'devices_examined'],
  ['N1', 'partner_services'],
] as const satisfies readonly (readonly [string, Measure])[];

/** The measure whose months an indicator adds up; null of one that is no such sum. */
export function measureOf(code: string): Measure | null {
  return flows.find(([own]) => own === code)?.[1] ?? null;
}

const plain = { numerator: null, denominator: null, parts: [] } as const;

function flowFigure(cells: UnitCells, months: readonly Month[], code: string, measure: Measure): Figure {
  const found = months.map((month) => cells.at(measure, month));
  return { code, ...sumOf(found), ...plain, calculation: 'pack', packIds: packIdsOf(found) };
}

/** Received less bundled under another: what remains when several reports of the same facts count once. */
function uniqueFigure(cells: UnitCells, months: readonly Month[]): Figure {
  const found = months.map((month) => cells.at('received', month));
  const bundled = months.map((month) => cells.at('referrals_bundled', month));
  const [received, less] = [sumOf(found), sumOf(bundled)];
  const value = received.value === null || less.value === null ? null : received.value - less.value;
  const status = value === null ? 'not_available' : sumOf([...found, ...bundled]).status;
  return { code: 'R2', value, status, ...plain, calculation: 'pack', packIds: packIdsOf([...found, ...bundled]) };
}

/** A whole made of a funded and a base part. The parts are the numerator and denominator, so that the share is computed and never typed. */
function sharedFigure(code: string, funded: Cells, base: Cells): Figure {
  const [fundedSum, baseSum] = [sumOf(funded), sumOf(base)];
  const value = fundedSum.value === null || baseSum.value === null ? null : clean(fundedSum.value + baseSum.value);
  return {
    code,
    value,
    numerator: fundedSum.value,
    denominator: value,
    parts: [],
    status: value === null ? 'not_available' : sumOf([...funded, ...base]).status,
    calculation: 'pack',
    packIds: packIdsOf([...funded, ...base]),
  };
}

function balanceFigure(code: string, value: number | null, partial: boolean, packIds: readonly string[]): Figure {
  const status = value === null ? 'not_available' : partial ? 'partial' : 'complete';
  return { code, value, status, ...plain, calculation: 'ledger', packIds };
}

function balanceFigures(cells: UnitCells, lines: readonly MonthLine[], months: readonly Month[]): readonly Figure[] {
  const [first, last] = [
    lines.find(({ month }) => month === months[0]),
    lines.find(({ month }) => month === months[2]),
  ];
  const before = lines[lines.findIndex(({ month }) => month === months[0]) - 1];
  const packIds = packIdsOf(cells.all.filter((cell) => months.includes(cell.month)));
  return [
    balanceFigure('B1', first?.line.opening ?? null, before?.partial ?? false, packIds),
    balanceFigure('B2', last?.line.closing ?? null, last?.partial ?? false, packIds),
  ];
}

/** Every indicator that one unit's panel and stock give for a quarter, by the code of ours, in no particular order. */
export function unitFigures(
  cells: UnitCells,
  quarter: Quarter,
  lines = unitLines(cells, quarter),
  stock: HeldStock | null = null,
): readonly Figure[] {
  const months = quarterMonths(quarter);
  const all = (measure: Measure): Cells => months.map((month) => cells.at(measure, month));
  const end = (measure: Measure): Cells => [cells.at(measure, months[2])];
  return [
    ...flows.map(([code, measure]) =>
      withBreakdowns(flowFigure(cells, months, code, measure), stock?.stock.breakdowns ?? []),
    ),
    uniqueFigure(cells, months),
    ...balanceFigures(cells, lines, months),
    sharedFigure('S1', end('fte_funded'), end('fte_base')),
    sharedFigure('O1', all('overtime_funded_hours'), all('overtime_base_hours')),
    ...figuresOfStock(stock),
  ];
}
