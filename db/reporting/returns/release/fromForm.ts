import type { ReturnContent } from '#contract/reporting/returns';
import { figureRestsOnForm } from '#contract/reporting/unsigned';
import type { ReleasedCount } from './content.ts';

/** Whether a released figure comes, in whole or in part, from a form that nothing signs. */
export function isFromForm(
  content: ReturnContent,
  { code, unitCode }: Pick<ReleasedCount, 'code' | 'unitCode'>,
): boolean {
  const figure = content.values.find((each) => each.code === code && each.unitCode === unitCode);
  return figure !== undefined && figureRestsOnForm(content, figure);
}
