import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { passphrase } from '../../support/keptWorkspace.ts';
import { answerDialogs, callFromPage, test } from '../../support/launch.ts';
import { createNorth } from '../../support/newWorkspace.ts';

test('a copied workspace is recognised at the sign-in, looked at, and made the original with a reason', async ({
  vigie,
  window,
  userData,
}) => {
  const { parent } = await createNorth(vigie, window, userData);
  const name = { en: 'North', fr: 'Nord' };
  const unit = { code: 'U01', name, service: 'Fictitious', active: true };
  await window.reload();
  await window.getByRole('button', { name: 'Lock' }).click();
  const copy = join(userData, 'elsewhere', 'North.vigie');
  await cp(join(parent, 'North.vigie'), copy, { recursive: true });
  await window.getByRole('button', { name: 'Another workspace' }).click();
  await answerDialogs(vigie, { open: copy });
  await window.getByRole('button', { name: 'Open a workspace…' }).click();

  await window.getByLabel('Login').fill('roy');
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await window.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(window.getByText('This workspace was last used in another folder')).toBeVisible();
  await expectAccessible(window, 'A copied workspace');
  await window.getByRole('radio', { name: 'A copy to look at' }).check();
  await window.getByRole('button', { name: 'Sign in', exact: true }).click();

  const notice = window.getByRole('status').filter({ hasText: 'This is a copy to look at' });
  await expect(notice).toContainText(join(parent, 'North.vigie'));
  const refused = await callFromPage(window, 'units.save', unit);
  expect(refused).toMatchObject({ ok: false, error: { reason: 'copy_only' } });
  await notice.getByRole('button', { name: 'Make this the original' }).click();
  const dialog = window.getByRole('dialog', { name: 'Make this the original' });
  await dialog.getByLabel('Reason').fill('The first disk failed');
  await dialog.getByRole('button', { name: 'Make it the original' }).click();
  await expect(notice).toBeHidden();
  await ask(window, 'units.save', unit);
});
