import { z } from 'zod';

/** What a return can lack, or what of it is odd. */
export const checkCode = z.enum([
  'pack_missing',
  'pack_not_latest',
  'month_missing',
  'month_partial',
  'ledger_unbalanced',
  'staffing_missing',
  'closing_differs_from_reported',
  'large_change',
  'narrative_missing',
  'attestation_missing',
  'reason_missing',
  'variance_unexplained',
  'counterfactual_refused',
  'unsigned_form',
  'not_reported',
  'not_entered',
  'entry_differs',
  'breakdown_differs',
  'staff_differs',
  'amendment_differs',
  'no_unit',
]);
