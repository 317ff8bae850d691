import type { CellWords } from '#contract/casework/listCells';
import type { Output, ParsedInput } from '#contract/index';
import { queuedRows } from '../devices/reads.ts';
import { dueRows } from '../due/list.ts';
import { countInvestigations, investigationWindow } from '../investigations/list.ts';
import type { WindowFrom } from '#contract/ground/common';
import { countReferrals, referralWindow } from '../referrals/list.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { cellsOf } from './rules.ts';

type Wanted = ParsedInput<'lists.export'>;
type Now = Pick<Context, 'clock'>;
type Window = Pick<Output<'referrals.list'>, 'after'> & { readonly rows: readonly unknown[] };

/** Read one after the other by key, so that other calls go on between them. */
const size = 500;

async function* windows(read: (from: WindowFrom) => Promise<Window>): AsyncGenerator<readonly unknown[]> {
  let from: WindowFrom | null = { at: 'start' };
  while (from !== null) {
    const { rows, after }: Window = await read(from);
    yield rows;
    from = after === null ? null : { at: 'after', cursor: after };
  }
}

/** More than the page asks for at once. */
function allDue(db: ReadDb, filter: Parameters<typeof dueRows>[1], { clock }: Now) {
  return dueRows(db, filter, { today: clock.today(), now: clock.now() }, Number.MAX_SAFE_INTEGER);
}

function rowsOf(db: ReadDb, { query }: Wanted, context: Now): AsyncGenerator<readonly unknown[]> {
  switch (query.list) {
    case 'referrals':
      return windows((from) => referralWindow(db, { ...query, from, size }, context));
    case 'investigations':
      return windows((from) => investigationWindow(db, { ...query, from, size }, context));
    case 'due':
      return windows(async () => ({ rows: await allDue(db, query.filter, context), after: null }));
    case 'devices':
      return windows(async () => ({
        rows: await queuedRows(db, query.filter.unitId, context.clock.today()),
        after: null,
      }));
  }
}

/** Not stopped at a cap. */
const all = Number.MAX_SAFE_INTEGER - 1;

/** How many there will be: the audit says so before the first of them is written. */
export async function expectedRows(db: ReadDb, { query }: Wanted, context: Now): Promise<number> {
  switch (query.list) {
    case 'referrals':
      return (await countReferrals(db, query.filter, context, all)).value;
    case 'investigations':
      return (await countInvestigations(db, query.filter, all)).value;
    case 'due':
      return (await allDue(db, query.filter, context)).length;
    case 'devices':
      return (await queuedRows(db, query.filter.unitId, context.clock.today())).length;
  }
}

/** The cells of all rows of a list in its order, a window at a time. */
export async function* cellWindows(
  db: ReadDb,
  wanted: Wanted,
  words: CellWords,
  context: Now,
): AsyncGenerator<readonly (readonly string[])[]> {
  const cells = cellsOf<unknown>(
    wanted.query.list,
    wanted.columns.map(({ id }) => id),
  );
  for await (const rows of rowsOf(db, wanted, context)) yield rows.map((row) => cells.map((cell) => cell(row, words)));
}
