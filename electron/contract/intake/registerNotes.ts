import { z } from 'zod';

/** What a register leaves open: the row comes in as shown, or waits. */
export const registerNote = z.enum([
  'row_imported_already',
  'date_without_day',
  'date_order_assumed',
  'closing_day_unknown',
  'open_with_closing_date',
  'source_assumed',
  'closing_year_assumed',
  'received_year_assumed',
  'same_as_above',
  'read_elsewhere',
  'remark_may_say_end',
  'state_unclear',
  'state_from_date',
  'state_not_given',
  'number_left_out',
  'row_on_other_sheet',
  'several_numbers',
]);
