import type { StockMonth } from '../backlog/stock.ts';

/**
 * What was with Crown or court at the end of each month, in files. How many did at the beginning is not recorded: the fewest are taken that
 * leave no month below zero. A month of which a part is not known leaves the stock as it was.
 */
function courtStocks(months: readonly StockMonth[], concluded: readonly (number | null)[]): readonly number[] {
  let stock = 0;
  const stocks = months.map(({ terms }, t) => {
    const there = concluded[t] ?? null;
    if (terms.to_court !== null && terms.returned !== null && there !== null)
      stock += terms.to_court - terms.returned - there;
    return stock;
  });
  const lowest = Math.min(0, ...stocks);
  return stocks.map((each) => each - lowest);
}

/**
 * The months of a unit whose backlog leaves out what is with Crown or court, recomputed with those files in it: going there and coming back
 * is then no flow, and a conclusion there is one. How many were there at first does not matter to the files avoided: it is in both worlds.
 * @param concludedAtCourt investigations concluded while with Crown or court, by month; null = not recorded: the month's conclusions are not known then
 */
export function countCourt(
  months: readonly StockMonth[],
  concludedAtCourt: readonly (number | null)[],
): readonly StockMonth[] {
  const stocks = courtStocks(months, concludedAtCourt);
  return months.map((each, t) => {
    const { to_court: toCourt, returned, concluded } = each.terms;
    const there = concludedAtCourt[t] ?? null;
    const nothing = (value: number | null): number | null => (value === null ? null : 0);
    return {
      ...each,
      terms: {
        ...each.terms,
        to_court: nothing(toCourt),
        returned: nothing(returned),
        concluded: concluded === null || there === null ? null : concluded + there,
      },
      closing: each.closing === null ? null : each.closing + (stocks[t] ?? 0),
    };
  });
}
