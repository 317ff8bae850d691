import type { Locale } from '#contract/ground/codes';
import type { DueReport } from '#contract/reporting/reportingDeadlines';
import { calendarOf } from '../../casework/due/calendar.ts';
import { opaqueReference } from '../../casework/due/reference.ts';

const words = {
  en: { calendar: 'Vigie: required reports', due: 'Vigie', open: 'Open Vigie, screen Required reports.' },
  fr: {
    calendar: 'Vigie : rapports exigés',
    due: 'Vigie',
    open: 'Ouvrez Vigie, écran Rapports exigés.',
  },
} as const satisfies Record<Locale, object>;

/** The agreement's code and what is due: no recipient, no figure and nothing of any case. */
export function reportCalendar(rows: readonly DueReport[], at: number, locale: Locale): string {
  const { calendar, due, open } = words[locale];
  const events = rows.map(({ id, agreementCode, name, dueOn, reminders }) => ({
    reference: opaqueReference('report', id),
    summary: `${due} · ${agreementCode} · ${name[locale]}`,
    description: open,
    dueOn,
    actBy: dueOn,
    reminders,
  }));
  return calendarOf(calendar, events, at);
}
