import { IconAlertTriangle, IconBell, IconCalendar, IconCalendarDue, type Icon } from '@tabler/icons-react';
import type { ClockUrgency } from '#contract/casework/clocks';
import { useText } from '../i18n/text.ts';
import { useIsClockDoubtful } from '../lib/pageClock.ts';
import type { Tone } from './Notice.tsx';
import { StatusBadge } from './StatusBadge.tsx';

const marks: Record<ClockUrgency, { readonly icon: Icon; readonly tone: Tone }> = {
  overdue: { icon: IconAlertTriangle, tone: 'overdue' },
  today: { icon: IconCalendarDue, tone: 'overdue' },
  reminder: { icon: IconBell, tone: 'dueSoon' },
  ahead: { icon: IconCalendar, tone: 'neutral' },
};

interface DueBadgeProps {
  readonly urgency: ClockUrgency;
  readonly daysLeft: number;
}

/** How near a date is, in words: "in 5 days", "3 days overdue". */
export function DueBadge({ urgency, daysLeft }: DueBadgeProps) {
  const t = useText();
  const isDoubtful = useIsClockDoubtful();
  const count = Math.abs(daysLeft);
  const label = urgency === 'overdue' ? t('due:overdueBy', { count }) : t('due:inDays', { count });
  const time = urgency === 'today' ? t('due:dueToday') : label;
  return <StatusBadge {...marks[urgency]} label={isDoubtful ? t('shell:clock.uncertain', { time }) : time} />;
}
