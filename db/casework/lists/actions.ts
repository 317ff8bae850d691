import type { ParsedInput } from '#contract/index';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { peopleReads } from '../../accounts/people/reads.ts';
import type { Job } from '../../ground/kernel/job.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { cellWindows, expectedRows } from './rows.ts';
import { exportedColumns, sayFrom } from './rules.ts';
import { mostSheetRows, writeCsv, writeWorkbook } from './write.ts';

type Wanted = ParsedInput<'lists.export'>;

const fictitious = { en: 'FICTITIOUS DATA', fr: 'DONNÉES FICTIVES' } as const;

function markingOf({ session }: ActionContext, { locale }: Wanted): string {
  const { marking, demonstration } = session.workspace;
  return demonstration ? `${marking} — ${fictitious[locale]}` : marking;
}

/** Names as the page has them: of those who can be seen from here. */
async function wordsOf(context: ActionContext, { words, locale, showsSummaries }: Wanted) {
  const { users } = await peopleReads['users.directory'](context.read, {}, context);
  const { units } = await peopleReads['units.list'](context.read, {}, context);
  const names = new Map(users.map(({ id, displayName }) => [id, displayName]));
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  return {
    say: sayFrom(words),
    person: (id: (typeof users)[number]['id']) => names.get(id) ?? '',
    unit: (id: (typeof units)[number]['id']) => codes.get(id) ?? '',
    bilingual: (text: { readonly en: string; readonly fr: string }) => text[locale],
    showsSummaries,
  };
}

/** Passes the windows on, telling how far it is and stopping where the user asks for it. */
async function* followed(
  windows: AsyncIterable<readonly (readonly string[])[]>,
  job: Job,
  expected: number,
  most: number,
  counted: { rows: number },
) {
  for await (const rows of windows) {
    counted.rows += rows.length;
    if (counted.rows > most) throw new StoreFailure('invalid_input', 'file_too_large');
    job.progress('exporting', counted.rows, expected);
    await job.breathe();
    yield rows;
  }
}

const delimiters = { csv: ',', csv_semicolon: ';' } as const;

async function exportList(context: ActionContext, asked: Wanted) {
  const wanted = { ...asked, columns: exportedColumns(asked.query, asked.columns) };
  const path = context.path(wanted.file);
  const { columns, format, query } = wanted;
  const counted = { rows: 0 };
  const most = format === 'xlsx' ? mostSheetRows : Infinity;
  const words = await wordsOf(context, wanted);
  const rows = await expectedRows(context.read, wanted, context);
  const sheet = {
    marking: markingOf(context, wanted),
    columns,
    windows: followed(
      cellWindows(context.read, wanted, words, context),
      context.job(wanted.jobId),
      rows,
      most,
      counted,
    ),
  };
  await leaveWorkspace(context, {
    path,
    bytes: (stream) => (format === 'xlsx' ? writeWorkbook(stream, sheet) : writeCsv(stream, delimiters[format], sheet)),
    fact: { facts: { list: query.list, format, rows, columns: columns.map(({ id }) => id).join(' ') } },
  });
  return { rows: counted.rows };
}

export const listActions: { readonly 'lists.export': ActionHandler<'lists.export'> } = { 'lists.export': exportList };
