import { z } from 'zod';
import { valueStatus } from '../ground/codes.ts';
import { month } from '../ground/dates.ts';

/** One measure of one unit in one month, as a return carries it. */
export const returnCell = z.object({
  unitCode: z.string(),
  month,
  measure: z.string(),
  value: z.number().nullable(),
  status: valueStatus,
  source: z.string(),
  /** Only on a cell that comes from a form which nothing signs. */
  unsigned: z.literal(true).optional(),
});
