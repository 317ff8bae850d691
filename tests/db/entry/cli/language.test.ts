import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { errorCodes, errorReasons } from '#contract/ground/errors';
import { localeOf } from '../../../../db/entry/cli/language.ts';
import { messageOf } from '../../../../db/entry/cli/failures.ts';
import { buildProgram } from '../../../../db/entry/cli/program.ts';
import { wordsOf } from '../../../../db/entry/cli/texts.ts';
import { english, type TextKey } from '../../../../db/entry/cli/texts/english.ts';
import { french } from '../../../../db/entry/cli/texts/french.ts';
import type { Tools } from '../../../../db/entry/cli/tools.ts';
import { vigie } from './support.ts';

const keys = Object.keys(english) as TextKey[];

function everyHelp(locale: 'en' | 'fr', columns = 4000): string {
  const terminal = { columns, write: () => undefined, tell: () => undefined };
  const runs = () => () => Promise.resolve();
  const program = buildProgram({ words: wordsOf(locale), terminal, runs } as unknown as Tools);
  const helps = (command: Command): string[] => [command.helpInformation(), ...command.commands.flatMap(helps)];
  return helps(program).join('\n');
}

describe('the language', () => {
  it('is the one asked for, else the first variable that is set', () => {
    expect([
      localeOf(['--lang', 'fr'], { LANG: 'en_CA.UTF-8' }),
      localeOf(['backlog', '--lang=en'], { VIGIE_LANG: 'fr' }),
      localeOf([], { VIGIE_LANG: 'fr', LC_ALL: 'en_CA' }),
      localeOf([], { VIGIE_LANG: '', LC_ALL: 'fr_CA.UTF-8', LANG: 'en_CA' }),
      localeOf([], { LC_ALL: 'C', LANG: 'fr_CA' }),
      localeOf([], { LANG: 'fro' }),
      localeOf(['x', '--', '--lang', 'fr'], {}),
      localeOf([], {}),
    ]).toEqual(['fr', 'en', 'fr', 'fr', 'en', 'en', 'en', 'en']);
  });

  it('has the same keys and the same gaps to fill in both texts', () => {
    const gaps = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    expect(Object.keys(french).sort()).toEqual([...keys].sort());
    for (const key of keys) expect([key, gaps(french[key])]).toEqual([key, gaps(english[key])]);
  });

  it('has a message of its own for every code and every reason', () => {
    const failures = [
      ...errorCodes.map((code) => ({ code, reference: '' })),
      ...errorReasons.map((reason) => ({ code: 'conflict' as const, reason, reference: '' })),
    ];
    for (const locale of ['en', 'fr'] as const) {
      const titles = failures.map((failure) => messageOf(failure, locale).join(' '));
      expect(new Set(titles).size).toBe(failures.length);
    }
    const both = failures.filter((failure) => messageOf(failure, 'en')[0] === messageOf(failure, 'fr')[0]);
    expect(both).toEqual([]);
  });

  it('fills the whole help of every command', () => {
    const [inEnglish, inFrench] = [everyHelp('en'), everyHelp('fr')];
    expect(inFrench).not.toMatch(/Usage:|Options:|Arguments:|Commands:|display help|\(default|\(choices|\[command\]/);
    const prose = keys.filter((key) => /^(help|option|argument|heading)\./.test(key) && key !== 'help.after');
    const missing = (help: string, texts: Readonly<Record<TextKey, string>>, locale: 'en' | 'fr') =>
      prose.filter((key) => !help.includes(wordsOf(locale).say(key)) || texts[key] === '');
    expect([missing(inEnglish, english, 'en'), missing(inFrench, french, 'fr')]).toEqual([[], []]);
    const left = prose.filter((key) => english[key].includes(' ') && inFrench.includes(english[key]));
    expect(left).toEqual([]);
  });

  it.each([60, 80, 100])('breaks no line of its help at a no-break space, in %i columns', (columns) => {
    const broken = everyHelp('fr', columns)
      .split('\n')
      .filter((line) => /^\s*[:;»%]|«$/.test(line));
    expect(broken).toEqual([]);
  });

  it('says what the exit codes mean under --help, on standard output', async () => {
    for (const [locale, word] of [
      ['en', 'Exit codes:'],
      ['fr', 'Codes de sortie\u00a0:'],
    ] as const) {
      const { exitCode, out, err } = await vigie(['--help', '--lang', locale]);
      expect([exitCode, err, out.includes(word)]).toEqual([0, '', true]);
    }
  });

  it('is that of a refusal too', async () => {
    const { err } = await vigie(['frobnicate'], { environment: { LANG: 'fr_CA.UTF-8' } });
    expect(err).toContain('La commande «\u00a0frobnicate\u00a0» n’existe pas.');
  });
});
