import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceKind } from '#contract/ground/codes';
import { systemClock } from '../../../../db/ground/kernel/clock.ts';
import { newDatabase, postgresMissing, type TestDatabase } from '../../../support/postgres.ts';
import { documentOf, newPlace, vigie, type Place, type Ran } from './support.ts';

describe.skipIf(postgresMissing)(`vigie workspace move [${postgresMissing || 'PostgreSQL'}]`, () => {
  let databases: Record<WorkspaceKind, TestDatabase>;
  let place: Place;
  const run = (args: readonly string[], input?: string): Promise<Ran> =>
    vigie(args, {
      clock: systemClock,
      computer: 'desk',
      seenPath: place.at('seen.json'),
      ...(input !== undefined && { input }),
    });
  const at = (name: string): string => place.at(`${name}.vigie`);
  const move = (kind: WorkspaceKind, from: string, to: string, ...more: readonly string[]): Promise<Ran> => {
    const { server, name } = databases[kind];
    const file = (named: string, text: string): string => place.write(named, text);
    return run([
      ...['workspace', 'move', '--workspace', at(from), '--login', 'admin', '--to', at(to), '--user', server.superuser],
      ...['--host', `${server.host}:${String(server.port)}`, '--database', name],
      ...['--authority', file('authority.pem', server.authority), '--password-file', file('password', server.password)],
      ...more,
    ]);
  };

  beforeAll(async () => {
    databases = { unit: await newDatabase(), coordination: await newDatabase() };
    place = newPlace();
  });
  afterAll(async () => {
    place.dispose();
    for (const database of Object.values(databases)) await database.drop();
  });

  it.each(['unit', 'coordination'] as const)(
    'moves a workspace there and back once it is confirmed: %s',
    async (kind) => {
      const made = await run(['workspace', 'create', '--workspace', at(kind), '--kind', kind, '--login', 'admin']);
      expect(made).toMatchObject({ exitCode: 0 });
      const trial = await move(kind, kind, `${kind}There`);
      expect(trial).toMatchObject({ exitCode: 0, err: '' });
      expect(trial.out).toContain('Nothing was moved, and the copy was undone.');
      expect(existsSync(at(`${kind}There`))).toBe(false);
      const there = await move(kind, kind, `${kind}There`, '--yes');
      expect(there.out).toContain('Moved; the workspace is opened by this folder');
      const report = readFileSync(join(at(`${kind}There`), 'move.csv'), 'utf8');
      expect(report).toContain('table,rows,digest\n');
      const again = await move(kind, kind, `${kind}Again`, '--yes', '--json');
      expect(documentOf(again).error?.reason).toBe('moved_away');
      const { server } = databases[kind];
      const back = await run([
        ...['workspace', 'move', '--workspace', at(`${kind}There`), '--login', 'admin', '--to', at(`${kind}Back`)],
        ...[
          '--user',
          server.superuser,
          '--password-file',
          place.write('password', server.password),
          '--yes',
          '--lang',
          'fr',
        ],
      ]);
      expect(back.out).toContain('Espace déplacé; il s’ouvre par ce répertoire');
      const checked = await run(['audit', 'verify', '--workspace', at(`${kind}Back`), '--login', 'admin']);
      expect(checked).toMatchObject({ exitCode: 0 });
    },
  );

  it('says what is missing, in both languages', async () => {
    const asked = [
      'workspace',
      'move',
      '--workspace',
      at('unitBack'),
      '--login',
      'admin',
      '--user',
      'u',
      '--to',
      at('x'),
    ];
    expect((await run(asked)).err).toContain('Name the server: --host and --database');
    expect((await run([...asked, '--lang', 'fr'])).err).toContain('Nommez le serveur');
    const wrong = { ...databases.unit.server, password: 'not this one' };
    const file = place.write('wrong', wrong.password);
    const more = [
      '--host',
      `${wrong.host}:${String(wrong.port)}`,
      '--database',
      databases.unit.name,
      '--password-file',
      file,
    ];
    const certificate = ['--authority', place.write('authority.pem', wrong.authority), '--user', wrong.superuser];
    const refused = await run([...asked.filter((each) => each !== '--user' && each !== 'u'), ...more, ...certificate]);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.err).toContain('The server does not accept this account');
    const typed = await run([...asked, ...more, ...certificate], 'not the passphrase\n');
    expect(typed.err).toContain('passphrase');
  });
});
