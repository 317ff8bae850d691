import type { StruckRecord } from '#contract/casework/corrections';
import type { CaseFile } from '#contract/ground/ids';
import type { Input } from '#contract/index';

export const reason = 'Typing error';

/** Of a record that was never true. */
export function struck(
  file: CaseFile,
  record: StruckRecord,
  recordId: string | undefined,
  version = 1,
): Input<'corrections.strike'> {
  return { file, record, recordId: recordId ?? '', version, reason };
}
