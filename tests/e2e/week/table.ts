import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import type { Task } from './desk.ts';
import type { Counts } from './player.ts';

export interface Played extends Counts {
  readonly number: number;
  readonly name: string;
  readonly role: Task['role'];
  readonly locale: Locale;
  /** Why it could not be done; null where it was. */
  readonly failure: string | null;
}

const folder = process.env['VIGIE_TASKS'] ?? join('test-results', 'tasks');

export function keep(part: string, rows: readonly Played[]): void {
  mkdirSync(join(folder, 'parts'), { recursive: true });
  writeFileSync(join(folder, 'parts', `${part}.json`), JSON.stringify(rows));
}

const said = (row: Played | undefined): string =>
  row === undefined
    ? '| | | '
    : row.failure === null
      ? `${String(row.commands)} | ${String(row.text)} | ${String(row.clicks)}`
      : 'not done | |';

/** Of all parts that were played: each task with its keys that command, its text and its clicks, by language. */
export function writeTable(): void {
  const parts = globSync(join(folder, 'parts', '*.json')).map((path) => readFileSync(path, 'utf8'));
  const rows = parts.flatMap((text) => JSON.parse(text) as Played[]).sort((a, b) => a.number - b.number);
  const numbers = [...new Set(rows.map(({ number }) => number))];
  const of = (number: number, locale: Locale) => rows.find((row) => row.number === number && row.locale === locale);
  const lines = numbers.map((number) => {
    const [en, fr] = [of(number, 'en'), of(number, 'fr')];
    return `| ${String(number)} | ${(en ?? fr)!.name} | ${(en ?? fr)!.role} | ${said(en)} | ${said(fr)} |`;
  });
  const head = '| | Task | Role | en: commands | text | clicks | fr: commands | text | clicks |';
  writeFileSync(join(folder, 'tasks.json'), JSON.stringify(rows, null, 2));
  writeFileSync(
    join(folder, 'tasks.md'),
    [head, `|${'---|'.repeat(head.split('|').length - 2)}`, ...lines, ''].join('\n'),
  );
}
