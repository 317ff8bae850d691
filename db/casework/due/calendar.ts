import { ICalAlarmRelatesTo, ICalAlarmType, ICalCalendar, ICalEventClass, ICalEventTransparency } from 'ical-generator';
import { parseISO } from 'date-fns/parseISO';
import type { CivilDate } from '#contract/ground/dates';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';

export interface CalendarEvent {
  readonly reference: string;
  readonly summary: string;
  readonly description: string;
  readonly dueOn: CivilDate;
  /** The last day before it on which one can act. */
  readonly actBy: CivilDate;
  readonly reminders: readonly CivilDate[];
  /** The time of day at which it begins, where the user sits; without one it is of the whole day. */
  readonly time?: string | null;
}

const clockTime = (on: CivilDate, time: string): Date => parseISO(`${on}T${time}`);

/** Seconds from nine in the morning, local time, of the day of the reminder to the start of the event. */
const secondsBefore = (on: CivilDate, start: CivilDate): number => (daysBetween(on, start) * 24 - 9) * 3600;

function addEvent(calendar: ICalCalendar, event: CalendarEvent, stamp: Date): void {
  const { reference, summary, description, dueOn, actBy, reminders, time = null } = event;
  const added = calendar.createEvent({
    id: `${reference.toLowerCase()}@vigie.invalid`,
    stamp,
    // The day on which one can still act; the date itself follows where it is a closed day.
    ...(time === null ? { allDay: true, start: actBy, end: addDays(dueOn, 1) } : { start: clockTime(dueOn, time) }),
    summary,
    description,
    class: ICalEventClass.CONFIDENTIAL,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  for (const on of reminders) {
    if (time !== null) {
      added.createAlarm({ type: ICalAlarmType.display, trigger: clockTime(on, '09:00') });
      continue;
    }
    const alarm = added.createAlarm({ type: ICalAlarmType.display, trigger: secondsBefore(on, actBy) });
    // Else the library counts a reminder at nine of the day itself from the end of the event; its constructor ignores this.
    alarm.relatesTo(ICalAlarmRelatesTo.start);
  }
}

/** An iCalendar (RFC 5545) of whole days, and of times where they are known. `at` is when it was made. */
export function calendarOf(name: string, events: readonly CalendarEvent[], at: number): string {
  const calendar = new ICalCalendar({ name, prodId: '//Vigie//Due//EN', scale: 'GREGORIAN' });
  for (const event of events) addEvent(calendar, event, new Date(at));
  // The library leaves out the last line's end, which the standard asks for.
  return `${calendar.toString()}\r\n`;
}
