import type { Command } from 'commander';
import type { DueRow } from '#contract/casework/authorities';
import { unitIdsOf } from '../lookUp.ts';
import { done, type Outcome } from '../outcome.ts';
import { requireNewFile } from '../paths.ts';
import { alignColumns } from '../table.ts';
import type { Words } from '../texts.ts';
import { addAccess, type Tools } from '../tools.ts';
import { inWorkspace, type Access, type OpenWorkspace } from '../workspace.ts';

interface DueOptions extends Access {
  readonly unit?: string;
  readonly calendar?: string;
}

/** A terminal and its history are no place for a file's number: the opaque reference finds the line in the application. */
function publicRow({ reference, dueOn, actBy, daysLeft, urgency, name }: DueRow) {
  return { reference, dueOn, actBy, daysLeft, urgency, name };
}

interface Due<R> {
  readonly counts: Record<'overdue' | 'today' | 'reminder', number>;
  readonly rows: readonly R[];
  readonly nameOf: (row: R) => string;
}

/** What is due with how many there are, and the calendar where one is asked for. */
async function dueOutcome<R extends Pick<DueRow, 'dueOn' | 'daysLeft' | 'name'>>(
  { say, count, label }: Words,
  { counts, rows, nameOf }: Due<R>,
  path: string | null,
  write: (path: string) => Promise<{ readonly events: number }>,
): Promise<Outcome> {
  const { overdue, today, reminder } = counts;
  const lines = [
    ...alignColumns(
      rows.map((row) => [
        `${row.dueOn}  ${nameOf(row)}  ${label(row.name)}`,
        say('dueDays', { days: count(row.daysLeft) }),
      ]),
    ),
    say('dueCounts', { overdue: count(overdue), today: count(today), reminder: count(reminder) }),
  ];
  if (path === null) return done({ counts, rows }, lines);
  const { events } = await write(path);
  const written = say('calendarWritten', { path, events: count(events) });
  return done({ counts, rows, calendar: path, events }, [...lines, written]);
}

/** What agreements ask for: of a coordination workspace, which holds no file. */
async function showReports({ call, grant }: OpenWorkspace, words: Words, path: string | null): Promise<Outcome> {
  const counts = await call('reports.counts', {});
  const { rows } = await call('reports.due', { filter: {} });
  return dueOutcome(words, { counts, rows, nameOf: (row) => row.agreementCode }, path, (to) =>
    call('reports.export', { filter: {}, file: grant(to), locale: words.locale }),
  );
}

function showDue(tools: Tools, options: DueOptions): Promise<Outcome> {
  const { words } = tools;
  const path = options.calendar === undefined ? null : requireNewFile(options.calendar);
  return inWorkspace(tools, options, async (workspace) => {
    if (workspace.session.workspace.kind === 'coordination') return showReports(workspace, words, path);
    const [unitId] = options.unit === undefined ? [] : await unitIdsOf(workspace, [options.unit]);
    const filter = unitId === undefined ? {} : { unitId };
    const counts = await workspace.call('due.counts', { filter });
    const rows = (await workspace.call('due.list', { filter })).rows.map(publicRow);
    return dueOutcome(words, { counts, rows, nameOf: (row) => row.reference }, path, (to) =>
      workspace.call('due.export', { filter, file: workspace.grant(to), locale: words.locale }),
    );
  });
}

export function addDueCommand(program: Command, tools: Tools): void {
  const { say } = tools.words;
  addAccess(program.command('due').description(say('help.due')), tools.words)
    .option(`--unit <${say('arg.code')}>`, say('option.dueUnit'))
    .option(`--calendar <${say('arg.file')}>`, say('option.calendar'))
    .action(tools.runs(showDue));
}
