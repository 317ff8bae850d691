import type { DrawSummary } from '../summary.ts';

/** Methods shown with the primary one and never averaged into it. Source: Vigie method note, section 3. */
export type CrossCheckMethod = 'its' | 'its_control' | 'structural' | 'synthetic_control';

/** Why a method gives no answer for a unit. */
export type CrossCheckRefusal =
  | 'not_funded'
  | 'months_before_too_few'
  | 'no_reported_month_after'
  | 'base_staff_unknown'
  | 'no_controls'
  | 'poor_fit_before'
  | 'did_not_converge';

export type CrossCheck = { readonly unitId: string; readonly method: CrossCheckMethod } & (
  | {
      readonly status: 'estimated';
      /** Files avoided at the end of each month from the funding start to the last month; null where the actual backlog is not known. */
      readonly avoided: readonly (DrawSummary['avoided'] | null)[];
      /** Files avoided at the last month with a known backlog. */
      readonly avoidedNow: DrawSummary['avoided'];
    }
  | { readonly status: 'refused'; readonly reason: CrossCheckRefusal }
);
