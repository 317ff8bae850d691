import type { DueRow } from '#contract/casework/authorities';
import type { Locale } from '#contract/ground/codes';
import { sha256 } from '../../ground/kernel/signing.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler, ReadHandler } from '../../store/types.ts';
import { calendarOf } from './calendar.ts';
import { dueOfFiles, dueRows, mostRows } from './list.ts';
import { countDueReferrals } from './referrals.ts';
import { runningClocks } from './running.ts';
import { shiftPaper } from './shiftPaper.ts';
import { user } from '../../ground/schema/common/people.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { printerOf } from '../../documents/page/print.ts';
import { languages } from '../../documents/page/language.ts';
import { getSetting } from '../../store/settings.ts';

const words = {
  en: { calendar: 'Vigie: due', due: 'Vigie: due', open: 'Open Vigie, screen Due, and look for this reference.' },
  fr: {
    calendar: 'Vigie : échéances',
    due: 'Vigie : échéance',
    open: 'Ouvrez Vigie, écran Échéances, et cherchez cette référence.',
  },
} as const satisfies Record<Locale, object>;

/** Of the dates alone: an opaque reference replaces each, so that a calendar elsewhere names no file, person, kind of authority or unit. */
function opaqueCalendar(rows: readonly DueRow[], at: number, locale: Locale): string {
  const { calendar, due, open } = words[locale];
  const events = rows.map(({ reference, dueOn, time, actBy, reminders }) => ({
    reference,
    summary: `${due} ${reference}`,
    description: open,
    dueOn,
    time,
    actBy,
    reminders,
  }));
  return calendarOf(calendar, events, at);
}

export const dueReads: { readonly [M in 'due.list' | 'due.counts' | 'due.running']: ReadHandler<M> } = {
  'due.running': async (db, _, context) => ({ rows: await runningClocks(db, context) }),

  'due.list': async (db, { filter, until }, { clock }) => {
    const today = clock.today();
    const rows = await dueRows(db, filter, { today, now: clock.now() });
    const wanted = until === undefined ? rows : rows.filter((row) => row.dueOn <= until);
    return {
      today,
      rows: wanted.slice(0, mostRows),
      total: { value: wanted.length, exact: wanted.length < mostRows },
    };
  },

  'due.counts': async (db, { filter }, { clock }) => {
    const present = { today: clock.today(), now: clock.now() };
    const rows = await dueOfFiles(db, filter, present.today);
    const referrals = await countDueReferrals(db, filter, present);
    const count = (urgency: keyof typeof referrals): number =>
      referrals[urgency] + rows.filter((row) => row.urgency === urgency).length;
    return { overdue: count('overdue'), today: count('today'), reminder: count('reminder') };
  },
};

type Actions = { readonly [M in 'due.export' | 'due.printRunning']: ActionHandler<M> };

export const dueActions: Actions = {
  'due.printRunning': async (context, { file, locale }) => {
    const { read, clock, session } = context;
    const print = printerOf(context.print);
    const path = context.path(file);
    const clocks = await runningClocks(read, context);
    const units = new Map((await read.select().from(unit)).map(({ id, code }) => [id as string, code]));
    const people = new Map((await read.select().from(user)).map(({ id, displayName }) => [id as string, displayName]));
    const page = shiftPaper({
      language: languages[locale],
      marking: await getSetting(read, 'marking'),
      by: session.user.displayName,
      now: clock.now(),
      clocks,
      unitCode: (id) => units.get(id) ?? '',
      person: (id) => people.get(id) ?? '',
    });
    const bytes = await print(page, clock.now());
    await leaveWorkspace(context, { path, bytes, fact: { facts: { clocks: clocks.length } } });
    return { clocks: clocks.length };
  },

  'due.export': async (context, { filter, file, locale }) => {
    const path = context.path(file);
    const today = context.clock.today();
    const rows: readonly DueRow[] = (await dueRows(context.read, filter, { today, now: context.clock.now() })).filter(
      (row) => row.dueOn >= today,
    );
    const text = opaqueCalendar(rows, context.clock.now(), locale);
    await leaveWorkspace(context, {
      path,
      bytes: text,
      fact: { facts: { events: rows.length, sha256: sha256(Buffer.from(text)) } },
    });
    return { events: rows.length };
  },
};
