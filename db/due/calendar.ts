import type { DueRow } from '#contract/authorities';
import type { Locale } from '#contract/codes';
import type { CivilDate } from '#contract/dates';
import { addDays, daysBetween } from '../kernel/days.ts';

const words = {
  en: { calendar: 'Vigie: due', due: 'Vigie: due', open: 'Open Vigie, screen Due, and look for this reference.' },
  fr: {
    calendar: 'Vigie : échéances',
    due: 'Vigie : échéance',
    open: 'Ouvrez Vigie, écran Échéances, et cherchez cette référence.',
  },
} as const satisfies Record<Locale, object>;

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

type CalendarEvent = Pick<DueRow, 'reference' | 'dueOn' | 'actBy' | 'reminders'>;

/** At nine in the morning, local time, of the day of the reminder. */
function trigger(on: CivilDate, start: CivilDate): string {
  const hours = daysBetween(on, start) * 24 - 9;
  return hours < 0 ? `PT${String(-hours)}H` : `-PT${String(hours)}H`;
}

function eventLines({ reference, dueOn, actBy, reminders }: CalendarEvent, stamp: string, locale: Locale): string[] {
  const { due, open } = words[locale];
  return [
    'BEGIN:VEVENT',
    `UID:${reference.toLowerCase()}@vigie.invalid`,
    `DTSTAMP:${stamp}`,
    // The day on which one can still act; the date itself follows where it is a closed day.
    `DTSTART;VALUE=DATE:${basic(actBy)}`,
    `DTEND;VALUE=DATE:${basic(addDays(dueOn, 1))}`,
    `SUMMARY:${escaped(`${due} ${reference}`)}`,
    `DESCRIPTION:${escaped(open)}`,
    'CLASS:CONFIDENTIAL',
    'TRANSP:TRANSPARENT',
    ...reminders.flatMap((on) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(`${due} ${reference}`)}`,
      `TRIGGER:${trigger(on, actBy)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/**
 * An iCalendar (RFC 5545) of the dates alone: an opaque reference stands for each, so that a calendar on another machine
 * tells no file, person, kind of authority or unit. `at` is when it was made.
 */
export function calendarOf(events: readonly CalendarEvent[], at: number, locale: Locale): string {
  const stamp = new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vigie//Due//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(words[locale].calendar)}`,
    ...events.flatMap((event) => eventLines(event, stamp, locale)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
