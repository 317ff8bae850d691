import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import { programs, type TestDatabase } from './postgres.ts';

/** As the data centre could make it. */
export function dump({ server, name }: TestDatabase): string {
  const { host, port, superuser, password } = server;
  const ran = spawnSync(join(programs(), 'pg_dump'), ['-h', host, '-p', String(port), '-U', superuser, name], {
    env: { ...process.env, PGPASSWORD: password },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  expect(ran.stderr).toBe('');
  return ran.stdout;
}

/** The columns of a dump in which the text is, as `table.column`; what is in no table is `outside`. */
export function placesIn(dumped: string, text: string): readonly string[] {
  const found = new Set<string>();
  let place: readonly string[] = [];
  for (const line of dumped.split('\n')) {
    const copied = /^COPY (?:public\.)?"?([\w.]+)"? \((.*)\) FROM stdin;$/.exec(line);
    if (copied) place = copied[2]!.split(', ').map((column) => `${copied[1]!}.${column.replaceAll('"', '')}`);
    else if (line === '\\.') place = [];
    else if (line.toUpperCase().includes(text))
      for (const [index, cell] of line.split('\t').entries())
        if (cell.toUpperCase().includes(text)) found.add(place[index] ?? 'outside');
  }
  return [...found].sort();
}
