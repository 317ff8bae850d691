import type { TransferRow } from '#contract/casework/transfers';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';

/** Which file went from where to where. */
export function useTransferName(): (row: TransferRow) => string {
  const t = useText();
  const names = useNames();
  return (row) =>
    t('fileWork:transfers.sentence', {
      kind: t(`codes:fileKind.${row.fileKind}`),
      number: names.fileNumber({ unitId: row.fromUnitId, number: row.number }),
      from: names.unitCode(row.fromUnitId),
      to: row.toUnitId === null ? (row.toService ?? '') : names.unitCode(row.toUnitId),
    });
}
