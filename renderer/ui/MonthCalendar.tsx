import { Calendar } from '@mantine/dates';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';
import classes from './MonthCalendar.module.css';

interface MonthCalendarProps {
  readonly rows: readonly { readonly dueOn: string }[];
  readonly today: string;
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** A month with the number of dates on each day; the chosen day's are in the list under it. */
export function MonthCalendar({ rows, today, day, onDay }: MonthCalendarProps) {
  const t = useText();
  const format = useFormat();
  const counts = new Map<string, number>();
  for (const { dueOn } of rows) counts.set(dueOn, (counts.get(dueOn) ?? 0) + 1);
  return (
    <div className={classes.calendar}>
      <Calendar
        size="lg"
        hideOutsideDates
        weekendDays={[]}
        defaultDate={day}
        ariaLabels={{
          nextMonth: t('common:calendar.nextMonth'),
          previousMonth: t('common:calendar.previousMonth'),
          nextYear: t('common:calendar.nextYear'),
          previousYear: t('common:calendar.previousYear'),
          nextDecade: t('common:calendar.nextDecade'),
          previousDecade: t('common:calendar.previousDecade'),
        }}
        getDayProps={(each) => ({
          selected: each === day,
          // The day names itself, with its count.
          'aria-label': undefined,
          onClick: () => {
            onDay(each);
          },
        })}
        renderDay={(each) => (
          <>
            <span className={classes.cell} data-today={each === today || undefined} aria-hidden>
              {Number(each.slice(8))}
              <span className={classes.count}>{counts.get(each) ?? ''}</span>
            </span>
            <span className="visually-hidden">
              {t('due:onDay', { day: format.day(each), count: counts.get(each) ?? 0 })}
            </span>
          </>
        )}
      />
    </div>
  );
}
