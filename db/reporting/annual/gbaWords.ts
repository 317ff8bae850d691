import type { Bilingual } from '#contract/ground/common';
import { notTold, type GbaGroup } from '#contract/reporting/gbaPlus';
import { categoryName } from '#contract/reporting/breakdownLabels';
import { headings } from '#contract/words/headings';

export function partName(by: GbaGroup['by'], { category, name }: GbaGroup['parts'][number]): Bilingual {
  if (category === notTold) return headings.notBrokenDown;
  return name ?? categoryName({ by, category }, []);
}

/** Units that break the figure down, of those that it should cover: in the quarter with the fewest and the one with the most. */
export function coverOf({ quarters }: GbaGroup): string {
  const [first, ...others] = [...new Set(quarters.map(({ covered, asked }) => `${covered}/${asked}`))];
  return [first, ...others].join(', ');
}
