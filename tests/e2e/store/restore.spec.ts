import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Input, MethodName, Output } from '../../../electron/contract/index.ts';
import type { JobId } from '../../../electron/contract/ground/ids.ts';
import { expectAccessible } from '../../support/axe.ts';
import { answerDialogs, callFromPage, launchVigie, test } from '../../support/launch.ts';

const passphrase = 'a passphrase for tests';
const jobId = '00000000-0000-4000-8000-0000000000aa' as JobId;

async function ask<M extends MethodName>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await callFromPage(page, method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.code} ${reply.error.reason ?? ''}`);
  return reply.value;
}

const signIn = (page: Page, login: string) => ask(page, 'session.signIn', { login, passphrase });

/** Three referrals, a backup, an officer disabled after it, and another backup. Returns the recovery key and the first backup's name. */
async function work(page: Page): Promise<{ recoveryKey: string; first: string }> {
  const { folder } = await ask(page, 'workspaces.chooseParent', {});
  const about = { name: 'North', kind: 'unit', login: 'roy', displayName: 'J. Roy', passphrase } as const;
  const { recoveryKey } = await ask(page, 'workspace.create', { ...about, parent: folder!.grant });
  const name = { en: 'North', fr: 'Nord' };
  const { id: unitId } = await ask(page, 'units.save', { code: 'U01', name, service: 'Fictitious', active: true });
  const roles = { roles: ['investigator' as const, 'supervisor' as const], unitIds: [unitId], passphrase };
  const given = 'quiet harbour lanterns';
  await ask(page, 'users.create', { login: 'tremblay', displayName: 'A. Tremblay', ...roles, passphrase: given });
  const leaver = await ask(page, 'users.create', { login: 'leaver', displayName: 'L. Leaver', ...roles });
  await ask(page, 'session.signIn', { login: 'tremblay', passphrase: given });
  await ask(page, 'session.changePassphrase', { current: given, next: passphrase });
  for (const receivedOn of ['2026-10-01', '2026-10-02', '2026-10-03'] as const)
    await ask(page, 'referrals.log', { unitId, source: 'ncecc', receivedOn, summary: `Received on ${receivedOn}` });
  await signIn(page, 'roy');
  const { name: first } = await ask(page, 'backups.make', { jobId });
  await ask(page, 'users.disable', { userId: leaver.id });
  await ask(page, 'backups.make', { jobId });
  return { recoveryKey, first };
}

test('a destroyed store comes back on another computer by the recovery key', async ({ vigie, window, userData }) => {
  const parent = join(userData, 'workspaces');
  await mkdir(parent);
  await answerDialogs(vigie, { open: parent });
  const { recoveryKey, first } = await work(window);
  await vigie.close();
  await writeFile(join(parent, 'North.vigie', 'store.db'), 'destroyed');

  const computer = await mkdtemp(join(tmpdir(), 'vigie-new-computer-'));
  const carried = join(computer, 'carried');
  await cp(join(parent, 'North.vigie', 'backups'), carried, { recursive: true });
  const application = await launchVigie({ userData: join(computer, 'data') });
  try {
    const page = await application.firstWindow();
    await page.getByRole('button', { name: 'Restore a backup…' }).click();
    await answerDialogs(application, { open: join(carried, first) });
    await page.getByRole('button', { name: 'Choose a backup file…' }).click();
    await answerDialogs(application, { open: computer });
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await page.getByLabel('Name', { exact: true }).fill('North again');
    await page.getByRole('radio', { name: 'the recovery key' }).check();
    await page.getByLabel('Recovery key', { exact: true }).fill(recoveryKey);
    await page.getByLabel('Reason').fill('The old computer was destroyed');
    await expectAccessible(page, 'Restore a backup');
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(page.getByText(/^Restored as of/)).toBeVisible();
    await expect(page.getByText('1 user disabled since is disabled again.')).toBeVisible();
    await page.getByRole('button', { name: 'Open the workspace' }).click();

    await page.getByRole('button', { name: 'Passphrase lost: use the recovery key' }).click();
    await page.getByLabel('Recovery key').fill(recoveryKey);
    await page.getByLabel('Login').fill('roy');
    await page.getByLabel('New passphrase').fill(passphrase);
    await page.getByLabel('Confirm passphrase').fill(passphrase);
    await page.getByLabel('Reason').fill('A new computer');
    await page.getByRole('button', { name: 'Set passphrase and sign in' }).click();
    // The key works once: the next one is shown, and the old one opens nothing.
    await expect(page.getByText('Write down the recovery key')).toBeVisible();
    expect(await page.locator('code').innerText()).not.toBe(recoveryKey);
    await page.getByLabel('I have written it down and stored it safely').check();
    await page.getByRole('button', { name: 'Open workspace' }).click();
    await expect(page.getByText('North', { exact: true }).first()).toBeVisible();

    expect((await callFromPage(page, 'session.signIn', { login: 'leaver', passphrase })).ok).toBe(false);
    await signIn(page, 'tremblay');
    const list = { filter: {}, sort: { column: 'receivedOn', descending: false }, from: { at: 'start' } } as const;
    const { rows } = await ask(page, 'referrals.list', { ...list, size: 50 });
    expect(rows.map(({ receivedOn }) => receivedOn)).toEqual(['2026-10-01', '2026-10-02', '2026-10-03']);
    const files = await readdir(join(computer, 'North again.vigie'));
    expect(files.filter((name) => /partial|prepared|before-restore/.test(name))).toEqual([]);
  } finally {
    await application.close();
    await rm(computer, { recursive: true, force: true });
  }
});
