import type { WeekRow } from '#contract/casework/week';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';

/** Whose a line is, and who acts for them where they are on leave on its day: to the cover, for whom it is. */
export function useOfficerOfLine(): (row: WeekRow) => string {
  const t = useText();
  const names = useNames();
  const { user } = useSession();
  return ({ person, leave }) => {
    if (person === null) return t('codes:waitingState.unassigned');
    const name = names.person(person);
    if (leave === null) return name;
    if (leave.coverId === null) return t('fileWork:leave.onDay.uncovered', { name });
    if (leave.coverId === user.id) return t('fileWork:leave.brief.covered', { name });
    return t('fileWork:leave.onDay.away', { name, cover: names.person(leave.coverId) });
  };
}
