import { z } from 'zod';
import { sharedReason } from '../casework/identifiers.ts';
import { registerNote } from './registerNotes.ts';

/** `duplicate`: recorded already or twice in the file; `conflict`: the number is recorded, or on an earlier line, with another unit or date. */
export const verdict = z.enum(['new', 'duplicate', 'conflict', 'invalid']);
export type Verdict = z.infer<typeof verdict>;

export const verdictReason = z.enum([
  'held_already',
  'twice_in_file',
  'twice_with_other_facts',
  'held_with_other_date',
  'held_with_other_unit',
  'number_held_back',
  'number_sealed',
  'number_purged',
  'date_missing',
  'date_not_real',
  'date_in_future',
  'date_too_early',
  'concluded_before_received',
  'source_unknown',
  'risk_band_unknown',
  'conclusion_unknown',
  'conclusion_incomplete',
  'unit_unknown',
  'unit_not_yours',
  'text_too_long',
  'contains_binary',
  'wrong_number_of_columns',
  // A new row that shares an identifier: it comes in, and these say with what.
  ...sharedReason.options,
  'shared_with_other_unit',
  'shared_in_file',
  ...registerNote.options,
]);
export type VerdictReason = z.infer<typeof verdictReason>;
