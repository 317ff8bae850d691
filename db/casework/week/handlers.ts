import { printerOf } from '../../documents/page/print.ts';
import { languages } from '../../documents/page/language.ts';
import { user } from '../../ground/schema/common/people.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import { getSetting } from '../../store/settings.ts';
import type { ActionHandler, ReadHandler } from '../../store/types.ts';
import { weekPaper } from './paper.ts';
import { weekOf } from './week.ts';

export const weekReads: { readonly 'week.get': ReadHandler<'week.get'> } = {
  'week.get': (db, asked, context) => weekOf(db, asked, context),
};

export const weekActions: { readonly 'week.print': ActionHandler<'week.print'> } = {
  'week.print': async (context, { file, locale, ...asked }) => {
    const { read, clock, session } = context;
    const print = printerOf(context.print);
    const path = context.path(file);
    const week = await weekOf(read, asked, context);
    const units = new Map((await read.select().from(unit)).map(({ id, code }) => [id as string, code]));
    const people = new Map((await read.select().from(user)).map(({ id, displayName }) => [id as string, displayName]));
    const page = weekPaper({
      language: languages[locale],
      marking: await getSetting(read, 'marking'),
      by: session.user.displayName,
      now: clock.now(),
      week,
      numberOf: ({ unitId, number }) => (units.size > 1 ? `${units.get(unitId) ?? ''}-${number}` : number),
      personOf: (id) => (id === null ? '' : (people.get(id) ?? '')),
    });
    const bytes = await print(page, clock.now());
    const lines = [week.danger, week.court, week.legal, week.other, week.waiting].reduce(
      (sum, { rows }) => sum + rows.length,
      0,
    );
    await leaveWorkspace(context, { path, bytes, fact: { facts: { lines } } });
    return { lines };
  },
};
