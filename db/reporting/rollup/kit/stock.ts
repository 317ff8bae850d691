import { riskBand } from '#contract/ground/codes';
import { fileStage } from '#contract/statistics/stages';
import type { UnitStock } from '#contract/reporting/indicators';

/** What the sheet of age and time says, by the codes of its rows; null where a cell is blank. */
export type StockCells = ReadonlyMap<string, number | null>;

export type ReadStock = { readonly stock: UnitStock | null } | { readonly missing: string };

/**
 * The unit's stock at the quarter's end. Blank throughout is none; a sheet that says anything must say how many files are open and
 * how many of them for over 180 days. A stage or a band with a blank is left out: it is not known.
 * @returns the code of the first cell that is wanting or contradicts another, where there is one
 */
export function stockOfCells(cells: StockCells): ReadStock {
  const at = (code: string): number | null => cells.get(code) ?? null;
  if ([...cells.values()].every((value) => value === null)) return { stock: null };
  const [files, over180, oldestDays] = [at('files'), at('over_180'), at('oldest_days')];
  if (files === null) return { missing: 'files' };
  if (over180 === null || over180 > files) return { missing: 'over_180' };
  if ((files === 0) !== (oldestDays === null)) return { missing: 'oldest_days' };
  const late = riskBand.options.find((band) => (at(`in_time_${band}`) ?? 0) > (at(`due_${band}`) ?? Infinity));
  if (late) return { missing: `in_time_${late}` };
  return {
    stock: {
      files,
      declared: at('declared') ?? 0,
      over180,
      oldestDays,
      medians: fileStage.options.flatMap((stage) => {
        const resting = at(`files_${stage}`);
        return resting === null ? [] : [{ stage, days: at(`median_${stage}`), files: resting }];
      }),
      acted: riskBand.options.flatMap((band) => {
        const [numerator, denominator] = [at(`in_time_${band}`), at(`due_${band}`)];
        return numerator === null || !denominator ? [] : [{ band, numerator, denominator }];
      }),
      // The form asks for no categories.
      breakdowns: [],
    },
  };
}
