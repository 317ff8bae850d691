import { civilDate } from '#contract/ground/dates';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useText } from '../../../i18n/text.ts';

/** Says of a day that it came before the file was opened; of any other, or of none, nothing. */
export function useBeforeOpening({ openedOn }: Pick<InvestigationRow, 'openedOn'>) {
  const t = useText();
  return (on: string): string | undefined =>
    civilDate.safeParse(on).success && on < openedOn ? t('investigations:beforeOpening') : undefined;
}
