import { basename } from 'node:path';
import type { Command } from 'commander';
import { lostThing, type LostThing } from '#contract/accounts/breach';
import { codeWord, codeWords } from '#contract/words/codes';
import { isOtherCopy, labelled, lostLine, wayLines } from '../../../accounts/session/breach/page.ts';
import { languages } from '../../../documents/page/language.ts';
import { done, InputFailure, type Outcome } from '../outcome.ts';
import { numberBetween } from '../parse.ts';
import { requireNewFile } from '../paths.ts';
import { alignColumns } from '../table.ts';
import { addAccess, type Tools } from '../tools.ts';
import { inWorkspace, type Access, type OpenWorkspace } from '../workspace.ts';

interface Asked extends Access {
  readonly backup?: string;
  readonly export?: number;
  readonly output?: string;
}

async function lostOf({ call }: OpenWorkspace, asked: Asked): Promise<LostThing> {
  if (asked.export !== undefined) return lostThing.parse({ kind: 'export', entry: asked.export });
  if (asked.backup === undefined) return { kind: 'computer' };
  const name = basename(asked.backup);
  const { backups } = await call('backups.list', {});
  const found = backups.find((each) => each.name === name);
  if (!found) throw new InputFailure('backupNone');
  return { kind: 'backup', name: found.name, place: found.place };
}

async function report(tools: Tools, asked: Asked): Promise<Outcome> {
  const { locale, label } = tools.words;
  const language = languages[locale];
  const output = asked.output === undefined ? null : requireNewFile(asked.output);
  return inWorkspace(tools, asked, async (workspace) => {
    const { call, grant } = workspace;
    const lost = await lostOf(workspace, asked);
    const value = await call('breach.report', { lost });
    if (output !== null) await call('breach.save', { lost, file: grant(output), locale });
    const text = codeWords.breachText;
    const counts = value.counts.map(({ what, count }) => [
      `  ${label(codeWord('breachCount', what))}`,
      language.number(count),
    ]);
    const ways = wayLines(language, value).map(([of, said]) => [`  ${label(of)}`, said]);
    return done(value, [
      `${label(text.title)} - ${lostLine(language, value)}`,
      ...(value.exported === null
        ? []
        : [labelled(language, text.rows, value.exported.rows === null ? '..' : language.number(value.exported.rows))]),
      ...(counts.length === 0 ? [] : [label(text.held), ...alignColumns(counts)]),
      ...(ways.length === 0
        ? [label(value.exported?.encrypted === true ? text.forAnother : text.open)]
        : [label(text.access), ...alignColumns(ways)]),
      ...(isOtherCopy(value) ? [label(text.otherCopy)] : []),
    ]);
  });
}

export function addBreachCommand(program: Command, tools: Tools): void {
  const { say } = tools.words;
  addAccess(program.command('breach-report').description(say('help.breach')), tools.words)
    .option(`--backup <${say('arg.name')}>`, say('option.lostBackup'))
    .option(`--export <${say('arg.number')}>`, say('option.lostExport'), numberBetween('--export', 1, 2 ** 40))
    .option(`--output <${say('arg.file')}>`, say('option.breachOutput'))
    .action(tools.runs(report));
}
