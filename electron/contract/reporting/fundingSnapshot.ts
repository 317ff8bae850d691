import { z } from 'zod';
import { register } from './fundingColumns.ts';
import { pillar } from './pillars.ts';

export const registerRows = z.array(z.record(z.string(), z.union([z.string(), z.int(), z.null()])));

/** The registers that a return keeps: the reports that are owed say nothing of a quarter. */
export const reportedRegister = register.exclude(['reports', 'targets']);

/** Of each register, its rows with their cells as they were recorded. */
export const fundingSnapshot = z.object({
  budget: registerRows,
  // Returns locked earlier have none.
  cash: registerRows.default([]),
  positions: registerRows,
  training: registerRows,
  equipment: registerRows,
  activities: registerRows,
  risks: registerRows,
  amendments: registerRows.default([]),
  /** Names of the pillars that its budget lines name; left out where they name none. */
  pillars: z.array(pillar).optional(),
});
export type FundingSnapshot = z.infer<typeof fundingSnapshot>;
