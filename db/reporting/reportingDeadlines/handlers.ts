import { eq, notInArray } from 'drizzle-orm';
import type { ClockUrgency } from '#contract/casework/clocks';
import { saveChange } from '../funding/apply.ts';
import { catalogues, readGrid, type Grid } from '../funding/rows.ts';
import { changeProblems, pairsOf } from '../funding/rules.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { dueReport, reportReminder } from '../../ground/schema/coordination/funding.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler, ReadHandler, WriteHandler } from '../../store/types.ts';
import { reportCalendar } from './calendar.ts';
import { dueReports, heldReminders } from './list.ts';

export const reportReads: { readonly [M in 'reports.due' | 'reports.counts']: ReadHandler<M> } = {
  'reports.due': async (db, { filter, withSent }, { clock }) => {
    const today = clock.today();
    const rows = await dueReports(db, filter, today);
    return {
      today,
      rows: withSent ? rows : rows.filter(({ urgency }) => urgency !== null),
      reminders: await heldReminders(db),
    };
  },

  'reports.counts': async (db, _input, { clock }) => {
    const rows = await dueReports(db, {}, clock.today());
    const count = (urgency: ClockUrgency): number => rows.filter((row) => row.urgency === urgency).length;
    return { overdue: count('overdue'), today: count('today'), reminder: count('reminder') };
  },
};

export const reportWrites: { readonly [M in 'reports.setState' | 'reports.setReminders']: WriteHandler<M> } = {
  'reports.setState': async (tx, { rowId, version, state, sentOn }, context) => {
    const [row] = await tx.select().from(dueReport).where(eq(dueReport.id, rowId));
    if (!row) throw new StoreFailure('not_found');
    // 0 means no year: this register passes it over.
    const grid: Grid = { agreementId: row.agreementId, register: 'reports', fiscalYear: 0 };
    const held = await readGrid(tx, grid);
    const change = { do: 'change', id: rowId, version, cells: { state, sentOn } } as const;
    const pairs = pairsOf('reports', held, [change], context.newId);
    const problems = changeProblems('reports', held, pairs, await catalogues(tx));
    if (problems.length > 0) throw new StoreFailure('invalid_input', undefined, problems);
    const { audit } = await saveChange(tx, grid, pairs, { kind: 'grid', fileName: null }, context);
    return { output: {}, audit };
  },

  'reports.setReminders': async (tx, { daysBefore }) => {
    const before = await heldReminders(tx);
    const after = [...new Set(daysBefore)].sort((a, b) => b - a);
    await tx.delete(reportReminder).where(notInArray(reportReminder.daysBefore, after));
    await tx
      .insert(reportReminder)
      .values(after.map((each) => ({ daysBefore: each })))
      .onConflictDoNothing();
    return {
      output: {},
      audit: {
        subject: { kind: 'settings', id: 'report_reminders' },
        changes: [{ field: 'daysBefore', before, after }],
      },
    };
  },
};

export const reportActions: { readonly 'reports.export': ActionHandler<'reports.export'> } = {
  'reports.export': async (context, { filter, file, locale }) => {
    const path = context.path(file);
    const today = context.clock.today();
    const rows = (await dueReports(context.read, filter, today)).filter(
      ({ dueOn, urgency }) => dueOn >= today && urgency !== null,
    );
    const text = reportCalendar(rows, context.clock.now(), locale);
    await leaveWorkspace(context, {
      path,
      bytes: text,
      fact: { facts: { events: rows.length, sha256: sha256(Buffer.from(text)) } },
    });
    return { events: rows.length };
  },
};
