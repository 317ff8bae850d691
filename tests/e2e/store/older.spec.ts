import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { closeWorkspace, passphrase } from '../../support/keptWorkspace.ts';
import { answerDialogs, longTest as test } from '../../support/launch.ts';
import { createNorth } from '../../support/newWorkspace.ts';

test('an older store opens by the recovery key with a reason of its own, and a second person confirms it', async ({
  vigie,
  window,
  userData,
}) => {
  const { parent, recoveryKey } = await createNorth(vigie, window, userData);
  const folder = join(parent, 'North.vigie');
  const open = async () => {
    await answerDialogs(vigie, { open: folder });
    await window.getByRole('button', { name: 'Open a workspace…' }).click();
    await expect(window.getByRole('heading', { name: 'North' })).toBeVisible();
  };
  await closeWorkspace(window);
  const earlier = join(userData, 'earlier');
  await cp(folder, earlier, { recursive: true });
  await open();
  await ask(window, 'session.signIn', { login: 'roy', passphrase });
  const name = { en: 'North', fr: 'Nord' };
  await ask(window, 'units.save', { code: 'U01', name, service: 'Fictitious', active: true });
  await closeWorkspace(window);
  await rm(folder, { recursive: true });
  await cp(earlier, folder, { recursive: true });

  await open();
  await window.getByRole('button', { name: 'Passphrase lost: use the recovery key' }).click();
  await window.getByLabel('Recovery key').fill(recoveryKey);
  await window.getByLabel('Login').fill('roy');
  await window.getByLabel('New passphrase').fill(passphrase);
  await window.getByLabel('Confirm passphrase').fill(passphrase);
  await window.getByLabel('Reason', { exact: true }).fill('Passphrase lost');
  await expect(window.getByLabel('Why continue with this older workspace')).toBeHidden();
  const submit = window.getByRole('button', { name: 'Set passphrase and sign in' });
  await submit.click();
  await window.getByLabel('Why continue with this older workspace').fill('The disk failed on Monday');
  await expectAccessible(window, 'Recovery of an older workspace');
  await submit.click();
  await expect(window.getByText('Write down the recovery key')).toBeVisible();
  await window.getByLabel('I have written it down and stored it safely').check();
  await window.getByRole('button', { name: 'Open workspace' }).click();

  await ask(window, 'app.setPreferences', { locale: 'fr', theme: 'auto', density: 'compact' });
  await window.reload();
  await window.evaluate(() => {
    location.hash = '/waiting';
  });
  const detail = window.getByRole('cell', { name: 'À confirmer avant le' });
  await expect(detail).toContainText('Passphrase lost');
  // Its date is not cut at a hyphen, however narrow the column.
  await expect(detail.getByText(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)).toHaveCSS('white-space', 'nowrap');
  const folderOfPictures = process.env['VIGIE_PICTURES'];
  if (folderOfPictures !== undefined) await window.screenshot({ path: `${folderOfPictures}/waiting-fr.png` });
});
