import type { Command } from 'commander';
import type { LedgerLine, UnitBacklog } from '#contract/statistics/backlog';
import { ledgerTerm, waitingState } from '#contract/ground/codes';
import { addMonths, monthOf, type Month } from '#contract/ground/dates';
import type { Output } from '#contract/index';
import { codeWords } from '#contract/words/codes';
import { unitIdsOf } from '../lookUp.ts';
import { done, InputFailure, type Outcome } from '../outcome.ts';
import { collect, monthFrom } from '../parse.ts';
import { alignColumns } from '../table.ts';
import type { Words } from '../texts.ts';
import { addAccess, type Tools } from '../tools.ts';
import { inWorkspace, type Access } from '../workspace.ts';

interface BacklogOptions extends Access {
  readonly from?: Month;
  readonly to?: Month;
  readonly unit?: readonly string[];
}

type Board = Output<'backlog.board'>;

/** As many units side by side as most windows hold. */
const unitsAcross = 8;

interface Column {
  readonly title: string;
  readonly line: LedgerLine;
  readonly movement: string;
}

function ledgerBlock({ say, count, label }: Words, columns: readonly Column[]): readonly string[] {
  const row = (title: string, of: (line: LedgerLine) => number | null): readonly string[] => [
    title,
    ...columns.map(({ line }) => count(of(line))),
  ];
  return alignColumns([
    [say('unit'), ...columns.map(({ title }) => title)],
    row(label(codeWords.ledger.opening), (line) => line.opening),
    ...ledgerTerm.options.map((term) => row(label(codeWords.ledger[term]), (line) => line.terms[term] ?? null)),
    row(label(codeWords.ledger.closing), (line) => line.closing),
    [say('movement'), ...columns.map(({ movement }) => movement)],
  ]);
}

function ledgerLines(words: Words, { units, total, unitsCovered }: Board): readonly string[] {
  const { say, label } = words;
  const columns: Column[] = units.map(({ code, ledger, movement }: UnitBacklog) => ({
    title: code,
    line: ledger,
    movement: label(codeWords.movement[movement]),
  }));
  // A total over no unit at all is not a total of zero.
  if (units.length > 1 && unitsCovered > 0)
    columns.push({ title: say('total', { covered: unitsCovered, units: units.length }), line: total, movement: '' });
  const blocks: (readonly string[])[] = [];
  for (let first = 0; first < columns.length; first += unitsAcross)
    blocks.push(ledgerBlock(words, columns.slice(first, first + unitsAcross)));
  return blocks.flatMap((block) => [...block, '']);
}

function todayLines({ say, label, count }: Words, { waiting, olderThanYear }: Board): readonly string[] {
  if (!waiting) return [];
  return [
    say('waitingTitle'),
    ...alignColumns(
      waitingState.options.map((state) => [`  ${label(codeWords.waitingState[state])}`, count(waiting[state])]),
    ),
    say('olderThanYear', { files: count(olderThanYear) }),
  ];
}

function boardLines(words: Words, board: Board, from: Month, to: Month): readonly string[] {
  const { fell, held, grew, unknown } = board;
  return [
    words.say('backlogTitle', { from, to }),
    '',
    ...ledgerLines(words, board),
    words.say('movements', { fell, held, grew, unknown }),
    ...todayLines(words, board),
  ];
}

function showBacklog(tools: Tools, options: BacklogOptions): Promise<Outcome> {
  return inWorkspace(tools, options, async (workspace) => {
    const to = options.to ?? monthOf(workspace.today);
    const from = options.from ?? addMonths(to, -11);
    if (from > to) throw new InputFailure('monthsReversed', { from, to });
    const unitIds = options.unit && (await unitIdsOf(workspace, options.unit));
    const board = await workspace.call('backlog.board', { from, to, ...(unitIds && { unitIds }) });
    return done(board, boardLines(tools.words, board, from, to));
  });
}

export function addBacklogCommand(program: Command, tools: Tools): void {
  const { say } = tools.words;
  addAccess(program.command('backlog').description(say('help.backlog')), tools.words)
    .option(`--from <${say('arg.month')}>`, say('option.from'), monthFrom)
    .option(`--to <${say('arg.month')}>`, say('option.to'), monthFrom)
    .option(`--unit <${say('arg.code')}>`, say('option.units'), collect)
    .action(tools.runs(showBacklog));
}
