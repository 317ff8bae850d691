import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import english from '../../../electron/contract/words/failures.en.json' with { type: 'json' };
import french from '../../../electron/contract/words/failures.fr.json' with { type: 'json' };
import { rolesOf } from '../../../db/store/postgres/server/roles.ts';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, test } from '../../support/launch.ts';
import { newDatabase, postgresMissing, type TestDatabase } from '../../support/postgres.ts';
import { shoot } from '../../support/shots.ts';
import { isWhole } from '../../support/whole.ts';
import { desksWords } from '../stories/desksWords.ts';

const passphrase = 'a passphrase for tests';
const failures = { en: { ...english.code, ...english.reason }, fr: { ...french.code, ...french.reason } };
type Said = keyof typeof failures.en;

/** How the database is put in each state and back, by the reason that is said. */
function states({ name }: TestDatabase): readonly (readonly [Said, string, string])[] {
  const { entry, people } = rolesOf(name);
  return [
    [
      'server_version',
      `UPDATE vigie.server SET application = '0.0.1'`,
      `UPDATE vigie.server SET application = was.application FROM was`,
    ],
    [
      'server_schema_older',
      'CREATE TABLE applied AS SELECT * FROM schema_migration; DELETE FROM schema_migration',
      'INSERT INTO schema_migration SELECT * FROM applied',
    ],
    [
      'newer_schema',
      `INSERT INTO schema_migration VALUES (9999, 'later', 'x', 1)`,
      'DELETE FROM schema_migration WHERE position = 9999',
    ],
    [
      'server_clock',
      `CREATE SCHEMA late; GRANT USAGE ON SCHEMA late TO ${entry}; CREATE FUNCTION late.clock_timestamp() RETURNS timestamptz LANGUAGE sql
        AS $$ SELECT pg_catalog.clock_timestamp() - interval '4 minutes' $$; ALTER ROLE ${entry} SET search_path = late, pg_catalog`,
      `ALTER ROLE ${entry} RESET search_path`,
    ],
    [
      'server_rights',
      `REVOKE CONNECT ON DATABASE ${name} FROM ${entry}`,
      `GRANT CONNECT ON DATABASE ${name} TO ${entry}, ${people}`,
    ],
    [
      'server_full',
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = '53100'; END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON vigie.entry_log FOR EACH ROW EXECUTE FUNCTION full_disk()`,
      'DROP TRIGGER full_disk ON vigie.entry_log',
    ],
  ];
}

// The server has the computer's clock, and refuses a desk of another.
test.use({ day: null });

for (const locale of languages) {
  const say = desksWords[locale];
  test(`a server that does not fit is refused by its own message: ${locale}`, async ({
    vigie,
    window,
    root,
    userData,
  }) => {
    test.skip(!isWhole || postgresMissing !== '', postgresMissing);
    const database = await newDatabase();
    const { server, name } = database;
    const folder = join(userData, 'North.vigie');
    const file = (path: string, text: string): string => {
      writeFileSync(join(userData, path), text);
      return join(userData, path);
    };
    const args = [
      ...['server', 'init', '--host', `${server.host}:${String(server.port)}`, '--database', name],
      ...['--user', server.superuser, '--fingerprint', server.fingerprint],
      ...['--password-file', file('password', server.password), '--passphrase-file', file('phrase', passphrase)],
      ...['--kind', 'unit', '--workspace', folder, '--login', 'roy', '--display-name', 'J. Roy'],
    ];
    const ran = spawnSync(process.execPath, [join(root, 'dist', 'main', 'vigie.cjs'), ...args], { encoding: 'utf8' });
    expect(ran.status).toBe(0);
    await database.run('CREATE TABLE was AS SELECT application FROM vigie.server');
    await ask(window, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
    const signIn = async () => {
      await window.getByLabel(say.login).fill('roy');
      await window.getByLabel(say.passphrase, { exact: true }).fill(passphrase);
      await window.getByRole('button', { name: say.signIn }).click();
    };
    const refused = async (reason: Said) => {
      const { title, advice } = failures[locale][reason];
      await expect(window.getByText(title)).toBeVisible();
      await expect(window.getByText(advice)).toBeVisible();
      await shoot(vigie, window, `refused-${reason}-${locale}`);
    };
    await window.reload();
    await answerDialogs(vigie, { open: folder });
    await window.getByRole('button', { name: say.open }).click();
    for (const [reason, spoil, restore] of states(database)) {
      await database.run(spoil);
      await signIn();
      await refused(reason);
      await database.run(restore);
    }
    await expectAccessible(window, 'a server that is refused');
    // Nothing of it is left once the server fits again. (Another certificate: the story of two desks.)
    await signIn();
    await window.getByRole('navigation').first().waitFor();
    await database.drop();
  });
}
