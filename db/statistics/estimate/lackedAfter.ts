import type { Month } from '#contract/ground/dates';
import type { Output } from '#contract/index';
import { at } from '../../estimator/numbers.ts';
import type { UnitPanel } from '../../estimator/panel.ts';

type Lacked = Pick<Output<'counterfactual.lastMonth'>['behind'][number], 'lacks' | 'months'>;

/** What months after the last one answered lack: counts, or staff where they are counted. */
export function lackedAfter(panel: UnitPanel, answered: string): readonly Lacked[] {
  const later = panel.months.flatMap((month, t) => (month > answered ? [{ month: month as Month, t }] : []));
  const isCounted = ({ t }: { readonly t: number }): boolean => at(panel.backlog, t) !== null;
  const isStaffed = ({ t }: { readonly t: number }): boolean =>
    at(panel.fteFunded, t) !== null && at(panel.fteBase, t) !== null;
  const of = (lacks: Lacked['lacks'], months: typeof later) =>
    months.length === 0 ? [] : [{ lacks, months: months.map(({ month }) => month) }];
  return [
    ...of(
      'staff',
      later.filter((each) => isCounted(each) && !isStaffed(each)),
    ),
    ...of(
      'counts',
      later.filter((each) => !isCounted(each)),
    ),
  ];
}
