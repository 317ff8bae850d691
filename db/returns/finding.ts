import type { CounterfactualResult } from '#contract/counterfactual';
import type { Quarter } from '#contract/dates';
import type { Check } from '#contract/returns';
import type { ReturnUnit } from './values.ts';

/** What a pack says of itself, as far as the checks ask. */
export interface HeldPack {
  readonly id: string;
  readonly workspaceId: string;
  readonly quarter: Quarter;
  readonly superseded: boolean;
}

export interface CheckInput {
  readonly quarter: Quarter;
  readonly units: readonly ReturnUnit[];
  readonly packs: readonly HeldPack[];
  readonly asksBacklogAvoided: boolean;
  readonly counterfactual: CounterfactualResult | null;
  /** Closing backlogs by unit code in the locked return of the quarter before; null where there is none. */
  readonly reportedClosing: ReadonlyMap<string, number | null> | null;
}

export type Finding = Pick<Check, 'code' | 'blocking' | 'mend'> & Partial<Check>;

export function finding(unitCode: string | null, { months = [], measures = [], ...rest }: Finding): Check {
  return { unitCode, months, measures, ...rest };
}
