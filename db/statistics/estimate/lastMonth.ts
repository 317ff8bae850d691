import { addMonths, monthOf, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Output, ParsedInput } from '#contract/index';
import { monthsApart, type UnitPanel } from '../../estimator/panel.ts';
import { at } from '../../estimator/numbers.ts';
import { findWindow } from '../../estimator/window.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadContext } from '../../store/types.ts';
import { lackedAfter } from './lackedAfter.ts';
import { readPanels } from './panels.ts';
import { codesOf } from './unitCodes.ts';
import { unitsIn } from './unitsIn.ts';

type Answer = Output<'counterfactual.lastMonth'>;
type Lacking = Answer['behind'][number];

/** A longer gap is named by the refusal: an answer from before it would be old. */
const longestGap = 6;

type Read = (last: Month) => Promise<readonly UnitPanel[]>;

/** The last month for which a funded unit has an answer, before a gap of its last months where there is one; null where it has none. */
async function answeredTo(panel: UnitPanel, read: Read): Promise<Month | null> {
  const found = findWindow(panel);
  if ('window' in found) {
    const { fundingStart, last } = found.window;
    return fundingStart === null ? null : (at(panel.months, last) as Month);
  }
  const [first, ...others] = found.refusals;
  const missing = first?.code === 'fte_missing' && others.length === 0 ? first.months[0] : undefined;
  if (missing === undefined || monthsApart(missing, at(panel.months, panel.months.length - 1)) >= longestGap)
    return null;
  const [before] = await read(addMonths(missing as Month, -1));
  return before === undefined ? null : answeredTo(before, read);
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
  const read = (ids: readonly UnitId[], last: Month) =>
    readPanels(db, ids, last, context.session.workspace.kind, 'as_counted');
  const panels = await read(unitIds, over);
  const counted = panels.flatMap(({ months, backlog }) => months[backlog.findLastIndex((each) => each !== null)] ?? []);
  const latest = (counted.toSorted().at(-1) ?? null) as Month | null;
  const units: { readonly panel: UnitPanel; readonly answered: Month }[] = [];
  for (const panel of panels) {
    const answered = await answeredTo(panel, (last) => read([panel.unitId as UnitId], last));
    if (answered !== null) units.push({ panel, answered });
  }
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
