import { addMonths, monthOf, type Month } from '#contract/ground/dates';
import type { Input } from '#contract/index';
import { requireMonthOver } from './parse.ts';
import type { Words } from './texts.ts';
import type { OpenWorkspace } from './workspace.ts';

interface LastMonth {
  readonly lastMonth: Month;
  /** What later months lack, a line for each unit; none where the month was asked for. */
  readonly behind: readonly string[];
}

/** The month asked for, otherwise the last that can be answered; where there is none the month just over, whose refusal says why. */
export async function lastMonthOf(
  { say }: Words,
  { call, today }: OpenWorkspace,
  scope: Input<'counterfactual.lastMonth'>['scope'],
  asked: Month | undefined,
): Promise<LastMonth> {
  requireMonthOver(asked, today);
  if (asked !== undefined) return { lastMonth: asked, behind: [] };
  const { month, behind } = await call('counterfactual.lastMonth', { scope });
  return {
    lastMonth: month ?? addMonths(monthOf(today), -1),
    behind: behind.map(({ code, lacks, months }) =>
      say(lacks === 'staff' ? 'behindStaff' : 'behindCounts', { code, months: months.join(', ') }),
    ),
  };
}
