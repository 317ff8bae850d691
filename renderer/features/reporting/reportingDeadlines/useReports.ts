import { useState } from 'react';
import { useRead } from '../../../bridge/queries.ts';
import { today as computerToday } from '../../../lib/today.ts';
import type { ReportView } from './ReportFilters.tsx';
import type { ReportFilter } from './useReportFilter.ts';

/** What the filter leaves and, where the calendar is in view, what of it is due on the chosen day. */
export function useReports({ urgency, ...filter }: ReportFilter, withSent: boolean, view: ReportView) {
  const [picked, setDay] = useState<string | null>(null);
  const { data, error, isPlaceholderData } = useRead('reports.due', { filter, withSent }, { keepPrevious: true });
  const { today, rows, reminders } = data ?? { today: computerToday(), rows: null, reminders: undefined };
  const all = rows?.filter((row) => urgency === undefined || row.urgency === urgency) ?? null;
  const day = picked ?? today;
  const onDay = all?.filter((row) => row.dueOn === day) ?? null;
  return {
    today,
    day,
    setDay,
    all,
    rows: view === 'calendar' ? onDay : all,
    reminders,
    failure: error?.failure ?? null,
    isPlaceholderData,
  };
}
