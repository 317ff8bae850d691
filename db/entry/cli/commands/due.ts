import type { Command } from 'commander';
import type { DueRow } from '#contract/casework/authorities';
import type { Output } from '#contract/index';
import type { DueReport } from '#contract/reporting/reportingDeadlines';
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

type Shown = ReturnType<typeof publicRow>;

function dueLines(
  { say, count, label }: Words,
  rows: readonly Shown[],
  counts: Output<'due.counts'>,
): readonly string[] {
  const { overdue, today, reminder } = counts;
  return [
    ...alignColumns(
      rows.map((row) => [
        `${row.dueOn}  ${row.reference}  ${label(row.name)}`,
        say('dueDays', { days: count(row.daysLeft) }),
      ]),
    ),
    say('dueCounts', { overdue: count(overdue), today: count(today), reminder: count(reminder) }),
  ];
}

function reportLines({ say, count, label }: Words, rows: readonly DueReport[], counts: Output<'reports.counts'>) {
  const { overdue, today, reminder } = counts;
  return [
    ...alignColumns(
      rows.map((row) => [
        `${row.dueOn}  ${row.agreementCode}  ${label(row.name)}`,
        say('dueDays', { days: count(row.daysLeft) }),
      ]),
    ),
    say('dueCounts', { overdue: count(overdue), today: count(today), reminder: count(reminder) }),
  ];
}

/** What agreements ask for: of a coordination workspace, which holds no file. */
async function showReports(workspace: OpenWorkspace, words: Words, path: string | null): Promise<Outcome> {
  const counts = await workspace.call('reports.counts', {});
  const { rows } = await workspace.call('reports.due', { filter: {} });
  const lines = reportLines(words, rows, counts);
  if (path === null) return done({ counts, rows }, lines);
  const file = workspace.grant(path);
  const { events } = await workspace.call('reports.export', { filter: {}, file, locale: words.locale });
  return done({ counts, rows, calendar: path, events }, [
    ...lines,
    words.say('calendarWritten', { path, events: words.count(events) }),
  ]);
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
    if (path === null) return done({ counts, rows }, dueLines(words, rows, counts));
    const file = workspace.grant(path);
    const { events } = await workspace.call('due.export', { filter, file, locale: words.locale });
    return done({ counts, rows, calendar: path, events }, [
      ...dueLines(words, rows, counts),
      words.say('calendarWritten', { path, events: words.count(events) }),
    ]);
  });
}

export function addDueCommand(program: Command, tools: Tools): void {
  const { say } = tools.words;
  addAccess(program.command('due').description(say('help.due')), tools.words)
    .option(`--unit <${say('arg.code')}>`, say('option.dueUnit'))
    .option(`--calendar <${say('arg.file')}>`, say('option.calendar'))
    .action(async (options: DueOptions) => {
      tools.finish(await showDue(tools, options));
    });
}
