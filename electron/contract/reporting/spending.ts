import { sumKnown } from '../ground/amounts.ts';

/** A variance that passes both must be explained: over a tenth of the forecast, and at least a thousand dollars. */
export const varianceThreshold = { share: 0.1, cents: 100_000 } as const;

/** What was spent less what was forecast, in cents: above zero is overspent. Null where either is not known. */
export function varianceOf(forecast: number | null, actual: number | null): number | null {
  return forecast === null || actual === null ? null : actual - forecast;
}

/** The variance as a share of the forecast; null where there is none to compare with. */
export function varianceShare(forecast: number | null, actual: number | null): number | null {
  const variance = varianceOf(forecast, actual);
  return variance === null || !forecast ? null : variance / Math.abs(forecast);
}

export function isLargeVariance(forecast: number | null, actual: number | null): boolean {
  const variance = Math.abs(varianceOf(forecast, actual) ?? 0);
  return variance >= varianceThreshold.cents && variance > varianceThreshold.share * Math.abs(forecast ?? 0);
}

/** Money of one line in one fiscal year, in cents. */
export interface YearOfLine {
  readonly budget: number | null;
  readonly quarters: readonly { readonly forecast: number | null; readonly actual: number | null }[];
}

export interface Outlook {
  readonly budget: number | null;
  readonly spent: number | null;
  /** Forecasts of the quarters whose actual is not known. */
  readonly stillForecast: number | null;
  /** What will not have been spent when the fiscal year ends; below zero is over the budget. Null where a line lacks its budget or a quarter. */
  readonly lapsing: number | null;
  /** How many lines keep `lapsing` from being known. */
  readonly incomplete: number;
}

function expected({ quarters }: YearOfLine): number | null {
  const values = quarters.map(({ forecast, actual }) => actual ?? forecast);
  return values.includes(null) ? null : sumKnown(values);
}

/** What the year will have cost: actuals as far as they are known, forecasts for the rest. */
export function outlookOf(lines: readonly YearOfLine[]): Outlook {
  const quarters = lines.flatMap((line) => line.quarters);
  const left = lines.map((line) => {
    const cost = expected(line);
    return line.budget === null || cost === null ? null : line.budget - cost;
  });
  const incomplete = left.filter((each) => each === null).length;
  return {
    budget: sumKnown(lines.map((line) => line.budget)),
    spent: sumKnown(quarters.map(({ actual }) => actual)),
    stillForecast: sumKnown(quarters.map(({ forecast, actual }) => (actual === null ? forecast : null))),
    lapsing: incomplete > 0 ? null : sumKnown(left),
    incomplete,
  };
}
