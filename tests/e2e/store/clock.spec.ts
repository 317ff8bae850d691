import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { passphrase } from '../../support/keptWorkspace.ts';
import { launchVigie, test } from '../../support/launch.ts';
import { createNorth } from '../../support/newWorkspace.ts';

test.use({ environment: { VIGIE_TODAY: '2026-11-24' } });

test('a clock whose battery is empty is announced on every screen until it is confirmed', async ({
  vigie,
  window,
  userData,
}) => {
  await createNorth(vigie, window, userData);
  expect((await ask(window, 'clock.state', {})).doubt).toBeNull();
  await vigie.close();

  const again = await launchVigie({ userData, environment: { VIGIE_TODAY: '2019-01-01' } });
  try {
    const page = await again.firstWindow();
    await page.getByRole('button', { name: 'North Unit workspace' }).click();
    await page.getByLabel('Login').fill('roy');
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const notice = page.getByRole('alert').filter({ hasText: 'The computer’s clock is doubtful: it was set back' });
    await expect(notice).toContainText('It says 2019-01-01 12:0');
    for (const path of ['/admin', '/audit', '/about']) {
      await page.evaluate((to) => {
        location.hash = to;
      }, path);
      await expect(notice).toBeVisible();
    }
    await expectAccessible(page, 'A doubtful clock');
    await notice.getByRole('button', { name: 'Confirm the time' }).click();
    const dialog = page.getByRole('dialog', { name: /^Is it 2019-01-01/ });
    await dialog.getByRole('button', { name: 'Confirm the time' }).click();
    await expect(notice).toBeHidden();
    const { rows } = await ask(page, 'audit.list', { size: 50 });
    expect(rows.map(({ method }) => method)).toEqual(expect.arrayContaining(['clock.doubt', 'clock.confirm']));
  } finally {
    await again.close();
  }
});
