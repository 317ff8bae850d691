import { sum } from '../../estimator/numbers.ts';
import type { FigurePart, UnitStock } from '#contract/reporting/indicators';
import type { Figure } from './figure.ts';

/** What a unit said of its stock at a quarter's end, and the pack that it said it in. */
export interface HeldStock {
  readonly stock: UnitStock;
  readonly packId: string | null;
}

type Amounts = Pick<Figure, 'value' | 'numerator' | 'denominator' | 'status' | 'parts' | 'medians'>;

const none: Amounts = { value: null, numerator: null, denominator: null, status: 'not_available', parts: [] };

/** A share in per cent, to a tenth; null out of nothing. */
export function percentOf(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.round((1000 * numerator) / denominator) / 10;
}

/** Of the files whose day of receipt is known: where the ledger has others, the count is a part of the whole. */
function aged(value: number | null, { declared }: UnitStock): Amounts {
  if (value === null) return none;
  return { ...none, value, status: declared > 0 ? 'partial' : 'complete' };
}

function medianAmounts({ medians }: UnitStock): Amounts {
  const parts = medians
    .filter(({ stage }) => stage !== 'whole')
    .map(({ stage, days, files }): FigurePart => ({
      by: 'stage',
      category: stage,
      value: days,
      numerator: null,
      denominator: files,
    }));
  const whole = medians.find(({ stage }) => stage === 'whole');
  const value = whole?.days ?? null;
  return {
    value,
    numerator: null,
    denominator: whole?.files ?? null,
    status: value === null ? 'not_available' : 'complete',
    parts,
    medians,
  };
}

function actedAmounts({ acted }: UnitStock): Amounts {
  if (acted.length === 0) return none;
  const numerator = sum(acted.map((each) => each.numerator));
  const denominator = sum(acted.map((each) => each.denominator));
  const value = percentOf(numerator, denominator);
  return {
    value,
    numerator,
    denominator,
    status: value === null ? 'not_available' : 'complete',
    parts: acted.map(({ band, ...counts }) => ({
      by: 'risk_band',
      category: band,
      value: percentOf(counts.numerator, counts.denominator),
      ...counts,
    })),
  };
}

/** The indicators that a unit's stock gives; not available where its pack says nothing of it. */
export function stockFigures(held: HeldStock | null): readonly Figure[] {
  const figure = (code: string, amounts: (stock: UnitStock) => Amounts): Figure => ({
    code,
    ...(held ? amounts(held.stock) : none),
    calculation: 'pack',
    packIds: held?.packId == null ? [] : [held.packId],
  });
  return [
    figure('R3', actedAmounts),
    figure('B3', (stock) => aged(stock.files === 0 && stock.declared > 0 ? null : stock.over180, stock)),
    figure('B4', (stock) => aged(stock.oldestDays, stock)),
    figure('B5', medianAmounts),
  ];
}
