import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRead } from '../../bridge/queries.ts';
import { useSession } from '../../bridge/session.ts';
import { refetchTouched } from '../../bridge/topics.ts';
import { useText } from '../../i18n/text.ts';
import { today } from '../../lib/today.ts';
import classes from './Due.module.css';

const minute = 60_000;

/** Reminders come with the day: at midnight every date stands nearer. */
function useNewDay(): void {
  const client = useQueryClient();
  useEffect(() => {
    let seen = today();
    const timer = setInterval(() => {
      if (today() === seen) return;
      seen = today();
      void refetchTouched(client, ['authorities']);
    }, minute);
    return () => {
      clearInterval(timer);
    };
  }, [client]);
}

/** Beside the menu entry: how many dates are overdue, are today's or have had a reminder. One's own files, or all for a supervisor. */
export function DueCount() {
  const t = useText();
  const { roles, user } = useSession();
  useNewDay();
  const { data } = useRead('due.counts', { filter: roles.includes('supervisor') ? {} : { lead: user.id } });
  if (data === undefined) return null;
  const late = data.overdue + data.today;
  const count = late + data.reminder;
  if (count === 0) return null;
  return (
    <span
      className={`${classes.badge ?? ''} tabular`}
      data-tone={late > 0 ? 'overdue' : 'dueSoon'}
      title={t('due:summary', { ...data })}
    >
      {count}
      <span className="visually-hidden">{t('due:attention', { count })}</span>
    </span>
  );
}
