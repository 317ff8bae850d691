import type { ValueStatus } from '#contract/ground/codes';
import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { both } from '../../../documents/workbook/table.ts';
import { sourced } from '../files/tidyRow.ts';
import type { ReleasedAvoided, ReleasedLedgerRow, Shown } from './content.ts';

type Content = Pick<ReturnContent, 'restatement' | 'units'>;

/** What covers some of the units only is partial. */
export const avoidedStatus = ({ unitsCovered, unitsAsked }: ReleasedAvoided): ValueStatus =>
  unitsCovered < unitsAsked ? 'partial' : 'complete';

export function movementStatus(
  { units }: Content,
  { unitCode, unitsCovered }: ReleasedLedgerRow,
  { value, mark }: Shown,
): ValueStatus {
  if (value === null && mark !== 'x') return 'not_available';
  return unitCode !== null || unitsCovered === units.length ? 'complete' : 'partial';
}

/**
 * A status with its marks. That figures are restated is said of the whole version, in every row alike: of one cell it would tell
 * that a number has changed by a small count.
 */
export function markedStatus(
  { restatement }: Content,
  unitCode: string | null,
  status: ValueStatus,
  isUnsigned: boolean,
): string {
  const restated = restatement && {
    en: `restated (version ${restatement.sequence})`,
    fr: `redressé (version ${restatement.sequence})`,
  };
  return [
    codeWords.valueStatus[status],
    ...(isUnsigned ? [unitCode === null ? headings.partlyUnsigned : headings.unsigned] : []),
    ...(restated ? [restated] : []),
  ]
    .map(both)
    .join('\n');
}

/** The same after the source of a row of a CSV file. */
export function markedSource({ restatement }: Content, source: string, isUnsigned: boolean): string {
  return [sourced(source, isUnsigned), ...(restatement ? ['restated'] : [])].join(';');
}
