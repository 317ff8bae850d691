import { z } from 'zod';
import { valueStatus } from '../ground/codes.ts';
import { prose } from './indicators.ts';

/** A figure as it was entered or computed; a share has its parts. */
export const amounts = z.object({
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: valueStatus,
});
export type Amounts = z.infer<typeof amounts>;

/** What a coordinator entered, where the framework asks for it in addition to what Vigie computes; and why the two differ. */
export const enteredBeside = amounts.extend({ why: prose });
export type EnteredBeside = z.infer<typeof enteredBeside>;

/** How the figure entered compares with the one computed; `differs` is one that nobody explained in the languages asked for. */
export const reconciliationState = z.enum(['agrees', 'explained', 'differs', 'not_computed', 'not_entered', 'neither']);
export type ReconciliationState = z.infer<typeof reconciliationState>;

/** One indicator of one unit that is both computed and entered: the two set against each other. */
export const reconciliation = z.object({
  code: z.string(),
  unitCode: z.string(),
  computed: amounts,
  entered: amounts,
  /** Entered less computed, in the unit of measure; null where either is missing. */
  difference: z.number().nullable(),
  state: reconciliationState,
  why: prose,
});
export type Reconciliation = z.infer<typeof reconciliation>;
