import type { InvestigationRow } from '#contract/casework/investigations';
import type { TextKey } from '../../../i18n/text.ts';

/** How the file came to the unit. */
export function originKey({ proactive, transferredIn }: InvestigationRow): TextKey {
  if (transferredIn) return 'investigations:fromUnit';
  return proactive ? 'investigations:proactive' : 'investigations:fromReferral';
}
