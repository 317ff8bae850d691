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
