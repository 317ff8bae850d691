import { IconAlertTriangle, IconBell, IconCalendar, IconClockHour4, type Icon } from '@tabler/icons-react';
import { useText } from '../i18n/text.ts';
import { useIsClockDoubtful } from '../lib/pageClock.ts';
import { timeLeft, type TimeLeft } from '../lib/timeLeft.ts';
import { useFormat } from '../lib/useFormat.ts';
import { useMinute } from '../lib/useMinute.ts';
import type { Tone } from './Notice.tsx';
import { StatusBadge } from './StatusBadge.tsx';

const marks: Record<TimeLeft['urgency'], { readonly icon: Icon; readonly tone: Tone }> = {
  overdue: { icon: IconAlertTriangle, tone: 'overdue' },
  today: { icon: IconClockHour4, tone: 'overdue' },
  soon: { icon: IconBell, tone: 'dueSoon' },
  ahead: { icon: IconCalendar, tone: 'neutral' },
};

interface TimeLeftBadgeProps {
  readonly at: number;
  readonly what: 'action' | 'decision';
}

/** How much time is left, or how late it is: "2 h left", "3 days overdue", "Decision: 1 h overdue". */
export function TimeLeftBadge({ at, what }: TimeLeftBadgeProps) {
  const t = useText();
  const format = useFormat();
  const left = timeLeft(at, useMinute());
  const counted = t(`triage:time.${left.isLate ? 'late' : 'left'}.${left.unit}`, { count: left.count });
  const time = useIsClockDoubtful() ? t('shell:clock.uncertain', { time: counted }) : counted;
  const label = what === 'action' ? time : t('triage:time.decide', { time });
  return (
    <span title={t(`triage:time.until.${what}`, { at: format.instant(at) })}>
      <StatusBadge {...marks[left.urgency]} label={label} />
    </span>
  );
}
