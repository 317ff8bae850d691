import type { InvestigationRow } from '#contract/casework/investigations';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';

/** "Set lead of 2026-00012" or "Set lead of 4 investigations": a dialog always says what it concerns. */
export function useGroupTitle(
  step: 'lead' | 'wait' | 'operations',
  files: readonly Pick<InvestigationRow, 'unitId' | 'number'>[],
): string {
  const t = useText();
  const { fileNumber } = useNames();
  const [first] = files;
  return files.length === 1 && first !== undefined
    ? t(`investigations:group.${step}.one`, { number: fileNumber(first) })
    : t(`investigations:group.${step}.several`, { count: files.length });
}
