import { useText } from '../i18n/text.ts';
import { MenuBadge } from './MenuBadge.tsx';

interface CountBadgeProps {
  readonly counts: { readonly overdue: number; readonly today: number; readonly reminder: number } | undefined;
}

/** Beside a menu entry: how many dates are overdue, are today's or have had a reminder. */
export function CountBadge({ counts }: CountBadgeProps) {
  const t = useText();
  if (counts === undefined) return null;
  const late = counts.overdue + counts.today;
  const count = late + counts.reminder;
  if (count === 0) return null;
  return (
    <MenuBadge
      count={count}
      tone={late > 0 ? 'overdue' : 'dueSoon'}
      title={t('due:summary', { ...counts })}
      meaning={t('due:attention', { count })}
    />
  );
}
