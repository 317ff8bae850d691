import { lastDayOf, type CivilDate, type Month } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { FundingSnapshot } from '#contract/reporting/fundingSnapshot';
import type { Check } from '#contract/reporting/returns';
import { isInPost } from '../../ground/kernel/positions.ts';
import { finding, type CheckInput } from './finding.ts';
import type { ReturnUnit } from './values.ts';

type Position = FundingSnapshot['positions'][number];

/** Which positions are counted by which measure of the months. */
const sides = [
  { measure: 'fte_funded', funding: 'funded' },
  { measure: 'fte_base', funding: 'other' },
] as const;

const dayOf = (cell: Position[string] | undefined): CivilDate | null =>
  typeof cell === 'string' ? (cell as CivilDate) : null;

/** The register keeps a position's dates as text. */
const datesOf = ({ startsOn, endsOn, filledOn, leftOn }: Position) => ({
  ...{ startsOn: dayOf(startsOn), endsOn: dayOf(endsOn), filledOn: dayOf(filledOn), leftOn: dayOf(leftOn) },
});

/** In hundredths, so that the sum is exact. */
function inPost(positions: readonly Position[], month: Month): number {
  const day = lastDayOf(month);
  return (
    positions.filter((each) => isInPost(datesOf(each), day)).reduce((total, { fte }) => total + Number(fte ?? 0), 0) /
    100
  );
}

/**
 * What the register says of a unit's staff under a budget; null where it says nothing. Positions that the Strategy funds are all in the
 * register once one of them is: a unit without any has none, unless one is of no named unit. Those under other budgets may be left out.
 */
function positionsOf(code: string, kind: (typeof sides)[number]['funding'], register: readonly Position[]) {
  const all = register.filter((each) => each['funding'] === kind);
  const own = all.filter(({ unitCode }) => unitCode === code);
  if (own.length > 0) return own;
  return kind === 'funded' && all.length > 0 && all.every(({ unitCode }) => typeof unitCode === 'string') ? own : null;
}

/** Staff in post at the end of each month, as the unit reports them and as the register of positions has them. */
export function staffDifferences({ code, cells }: ReturnUnit, { funding, quarter }: CheckInput): readonly Check[] {
  return sides.flatMap(({ measure, funding: kind }) => {
    const positions = positionsOf(code, kind, funding?.positions ?? []);
    if (positions === null) return [];
    const compared = periodOf(quarter).months.flatMap((month) => {
      const reported = cells.at(measure, month)?.value ?? null;
      const register = inPost(positions, month);
      return reported === null || reported === register ? [] : [{ month, reported, register }];
    });
    if (compared.length === 0) return [];
    return [
      finding(code, {
        code: 'staff_differs',
        blocking: false,
        months: compared.map(({ month }) => month),
        measures: [measure],
        compared,
        mend: 'funding',
      }),
    ];
  });
}
