import type { CivilDate } from '#contract/dates';
import { addDays, daysBetween } from '../kernel/days.ts';

const basic = (day: CivilDate): string => day.replaceAll('-', '');

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&');
}

/** Lines of at most 75 octets, continued by a space (RFC 5545, 3.1); no character is cut in two. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > 75) {
      parts.push(part);
      part = ' ';
    }
    part += character;
  }
  return [...parts, part].join('\r\n');
}

export interface CalendarEvent {
  readonly reference: string;
  readonly summary: string;
  readonly description: string;
  readonly dueOn: CivilDate;
  /** The last day before it on which one can act. */
  readonly actBy: CivilDate;
  readonly reminders: readonly CivilDate[];
}

/** At nine in the morning, local time, of the day of the reminder. */
function trigger(on: CivilDate, start: CivilDate): string {
  const hours = daysBetween(on, start) * 24 - 9;
  return hours < 0 ? `PT${String(-hours)}H` : `-PT${String(hours)}H`;
}

function eventLines(event: CalendarEvent, stamp: string): string[] {
  const { reference, summary, description, dueOn, actBy, reminders } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${reference.toLowerCase()}@vigie.invalid`,
    `DTSTAMP:${stamp}`,
    // The day on which one can still act; the date itself follows where it is a closed day.
    `DTSTART;VALUE=DATE:${basic(actBy)}`,
    `DTEND;VALUE=DATE:${basic(addDays(dueOn, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'CLASS:CONFIDENTIAL',
    'TRANSP:TRANSPARENT',
    ...reminders.flatMap((on) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(summary)}`,
      `TRIGGER:${trigger(on, actBy)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** An iCalendar (RFC 5545) of whole days. `at` is when it was made. */
export function calendarOf(name: string, events: readonly CalendarEvent[], at: number): string {
  const stamp = new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vigie//Due//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
