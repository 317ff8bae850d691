import { z } from 'zod';
import type { IndicatorValue } from './returns.ts';

/** What is shown in place of a figure that is not missing; each is a heading of the glossary. */
export const stead = z.enum(['intervalOnly', 'notReached', 'byUnitOnly']);
export type Stead = z.infer<typeof stead>;

/** The same as codes of a file, in the place of its status. */
export const steadCodes = {
  intervalOnly: 'interval_only',
  notReached: 'not_reached',
  byUnitOnly: 'by_unit_only',
} as const satisfies Record<Stead, string>;

type Asked = Pick<IndicatorValue, 'code' | 'value' | 'numerator' | 'denominator'> &
  Partial<Pick<IndicatorValue, 'calculation' | 'unitsCovered'>>;

/**
 * An estimate whose evidence carries no single figure has its interval; a median over files of which fewer than half have come to the end is
 * not reached; what units have and cannot be made one is by unit only. Null where a figure is shown, or missing.
 */
export function steadOf({ code, value, numerator, denominator, calculation, unitsCovered = 0 }: Asked): Stead | null {
  if (value !== null) return null;
  if (code === 'K1') return unitsCovered > 0 ? 'intervalOnly' : null;
  // A median alone has a number of files and no numerator.
  if (calculation !== 'entered' && numerator === null && (denominator ?? 0) > 0) return 'notReached';
  return unitsCovered > 0 ? 'byUnitOnly' : null;
}
