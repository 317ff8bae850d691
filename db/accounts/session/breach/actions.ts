import { extname } from 'node:path';
import type { BreachReport } from '#contract/accounts/breach';
import type { ActionName, Output, ParsedInput } from '#contract/index';
import { printerOf } from '../../../documents/page/print.ts';
import { languages } from '../../../documents/page/language.ts';
import type { AuditFact } from '../../../ground/kernel/database.ts';
import { leaveWorkspace } from '../../../store/leaveWorkspace.ts';
import { getSetting } from '../../../store/settings.ts';
import type { Store } from '../../../store/store.ts';
import type { ActionContext } from '../../../store/types.ts';
import { breachPage } from './page.ts';
import { reportOf } from './report.ts';

type Name = Extract<ActionName, `breach.${string}`>;
type Handlers = {
  readonly [M in Name]: (context: ActionContext, input: ParsedInput<M>, store: Store) => Promise<Output<M>>;
};

/** What was lost, and in how many hands the ways into it were. */
function factOf({ lost, ways }: BreachReport): AuditFact {
  const people = ways?.people ?? 0;
  if (lost.kind === 'backup') return { facts: { lost: lost.kind, backup: lost.name, place: lost.place, people } };
  if (lost.kind === 'export') return { facts: { lost: lost.kind, entry: lost.entry } };
  return { facts: { lost: lost.kind, people } };
}

export const breachActions: Handlers = {
  'breach.report': async (context, { lost }, store) => {
    const report = await reportOf(context, store, lost);
    await context.transact(() => Promise.resolve({ output: null, audit: factOf(report) }));
    return report;
  },

  'breach.save': async (context, { lost, file, locale }, store) => {
    const { read, clock, session } = context;
    const path = context.path(file);
    const isHtml = extname(path).toLowerCase() === '.html';
    const print = isHtml ? null : printerOf(context.print);
    const report = await reportOf(context, store, lost);
    const page = breachPage({
      language: languages[locale],
      workspace: session.workspace.name,
      marking: await getSetting(read, 'marking'),
      today: clock.today(),
      report,
    });
    const bytes = print === null ? page.html : await print(page, clock.now());
    await leaveWorkspace(context, { path, bytes, fact: factOf(report) });
    return {};
  },
};
