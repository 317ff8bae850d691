import { useState } from 'react';
import type { AgreementId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { today as computerToday } from '../../../lib/today.ts';
import type { ReportView } from './ReportFilters.tsx';

export interface ReportFilter {
  readonly agreementId?: AgreementId;
}

/** What the filter leaves and, where the calendar is in view, what of it is due on the chosen day. */
export function useReports(filter: ReportFilter, withSent: boolean, view: ReportView) {
  const [picked, setDay] = useState<string | null>(null);
  const { data, error, isPlaceholderData } = useRead('reports.due', { filter, withSent }, { keepPrevious: true });
  const { today, rows: all, reminders } = data ?? { today: computerToday(), rows: null, reminders: undefined };
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
