import { addMonths, monthOf, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Output, ParsedInput } from '#contract/index';
import type { UnitPanel } from '../../ground/analysis/panel.ts';
import { at } from '../../ground/analysis/numbers.ts';
import { findWindow } from '../../ground/analysis/window.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadContext } from '../../store/types.ts';
import { lackedAfter } from './lackedAfter.ts';
import { readPanels } from './panels.ts';
import { codesOf } from './unitCodes.ts';
import { unitsIn } from './unitsIn.ts';

type Answer = Output<'counterfactual.lastMonth'>;
type Lacking = Answer['behind'][number];

/** The last month for which the unit has an answer; null where it has none. */
function answeredTo(panel: UnitPanel): Month | null {
  const found = findWindow(panel);
  return 'window' in found ? (at(panel.months, found.window.last) as Month) : null;
}

/** The latest month that at least half of the units reach. */
function reachedByHalf(reached: readonly Month[]): Month | null {
  return reached.toSorted().at(Math.floor(reached.length / 2)) ?? null;
}

/**
 * The month to which a scope is estimated unless another is chosen: the last one that has counts and staff, of several units the last that at
 * least half of them reach; and what its units lack up to the last month that any of them counted.
 */
export async function lastMonthOf(
  db: ReadDb,
  { scope }: ParsedInput<'counterfactual.lastMonth'>,
  context: ReadContext,
): Promise<Answer> {
  const over = addMonths(monthOf(context.clock.today()), -1);
  const unitIds = await unitsIn(db, scope, over, context);
  const panels = await readPanels(db, unitIds, over, context.session.workspace.kind, 'as_counted');
  const counted = panels.flatMap(({ months, backlog }) => months[backlog.findLastIndex((each) => each !== null)] ?? []);
  const latest = (counted.toSorted().at(-1) ?? null) as Month | null;
  const units = panels.flatMap((panel) => {
    const answered = answeredTo(panel);
    return answered === null ? [] : [{ panel, answered }];
  });
  const codes = await codesOf(db, unitIds);
  const behind = units.flatMap(({ panel, answered }) =>
    lackedAfter(panel, answered).flatMap(({ lacks, months }): Lacking[] => {
      const upToLatest = months.filter((month) => latest !== null && month <= latest);
      const unitId = panel.unitId as UnitId;
      return upToLatest.length === 0 ? [] : [{ unitId, code: codes.get(unitId) ?? '', lacks, months: upToLatest }];
    }),
  );
  return { month: reachedByHalf(units.map(({ answered }) => answered)) ?? latest, latest, behind };
}
