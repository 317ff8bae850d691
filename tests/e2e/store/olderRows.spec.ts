import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openBySecret } from '../../../db/store/backups/secret.ts';
import { openForWriting, type RawDatabase } from '../../../db/store/sqlite/connection.ts';
import { storePath } from '../../../db/store/folder.ts';
import { readKeys } from '../../../db/store/keysFile.ts';
import { ask } from '../../support/ask.ts';
import { closeWorkspace, passphrase } from '../../support/keptWorkspace.ts';
import { longTest } from '../../support/launch.ts';
import { createNorth } from '../../support/newWorkspace.ts';

const pageSize = 4096;

/** Reaches into the store of a workspace that nobody has open. */
async function inStore<T>(folder: string, work: (raw: RawDatabase) => T): Promise<T> {
  const { keys } = await openBySecret(readKeys(folder), { kind: 'passphrase', login: 'roy', passphrase });
  const raw = openForWriting(storePath(folder), keys[0]!);
  try {
    return work(raw);
  } finally {
    raw.close();
  }
}

/** The page of a small table, met once: the next sign-in reads the whole file. */
async function damage(folder: string, table: string): Promise<void> {
  const page = await inStore(folder, (raw) =>
    raw.prepare('SELECT pageno FROM dbstat WHERE name = ?').pluck().get(table),
  );
  const handle = openSync(storePath(folder), 'r+');
  writeSync(handle, Buffer.alloc(pageSize, 7), 0, pageSize, (Number(page) - 1) * pageSize);
  closeSync(handle);
  writeFileSync(join(folder, 'damaged'), '');
}

longTest(
  'an administrator sees who has no unit, and what a salvage lost in the colour of a warning',
  async ({ vigie, window, userData }) => {
    const { parent } = await createNorth(vigie, window, userData);
    const name = { en: 'North', fr: 'Nord' };
    const { id } = await ask(window, 'units.save', { code: 'U01', name, service: 'Fictitious', active: true });
    const person = { login: 'tremblay', displayName: 'A. Tremblay', roles: ['investigator' as const], unitIds: [id] };
    await ask(window, 'users.create', { ...person, passphrase });
    const folder = join(parent, 'North.vigie');
    await closeWorkspace(window);
    await inStore(folder, (raw) => raw.exec('DELETE FROM user_unit'));

    await window.getByRole('button', { name: 'North Unit workspace' }).click();
    const signIn = async () => {
      await window.getByLabel('Login').first().fill('roy');
      await window.getByLabel('Passphrase', { exact: true }).first().fill(passphrase);
      await window.getByRole('button', { name: 'Sign in', exact: true }).click();
    };
    await signIn();
    const row = window.getByRole('row').filter({ hasText: 'A. Tremblay' });
    await expect(row.getByText('No unit: sees no file')).toBeVisible();
    await expect(window.getByRole('row').filter({ hasText: 'J. Roy' })).not.toContainText('No unit');
    await closeWorkspace(window);
    await damage(folder, 'unit');

    await window.getByRole('button', { name: 'North Unit workspace' }).click();
    await signIn();
    await expect(window.getByRole('heading', { name: 'Read what can still be read' })).toBeVisible();
    await window.getByLabel('Login').last().fill('roy');
    await window.getByLabel('Passphrase', { exact: true }).last().fill(passphrase);
    await window.getByLabel('Reason').fill('The disk fails');
    await window.getByRole('button', { name: 'Read into a new workspace' }).click();
    const said = window.getByRole('status').filter({ hasText: 'What could be read is in' });
    await expect(said.getByRole('table', { name: 'Tables that lost rows' })).toBeVisible();
    await expect(said).toHaveAttribute('data-tone', 'dueSoon');
  },
);
