import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { longTest, test } from '../../support/launch.ts';

const first = 'a first passphrase';
const own = 'a passphrase of my own';

const show = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

async function speak(page: Page, locale: 'en' | 'fr'): Promise<void> {
  await ask(page, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
  await page.reload();
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['VIGIE_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}

/** In both languages, the same place says what it should. */
async function expectInBoth(page: Page, name: string, said: Readonly<Record<'en' | 'fr', readonly string[]>>) {
  for (const locale of ['fr', 'en'] as const) {
    await speak(page, locale);
    for (const text of said[locale]) await expect(page.getByText(text, { exact: true }).first()).toBeVisible();
    await picture(page, `${name}-${locale}`);
  }
}

longTest(
  'an administrator asks, and the records officer approves with a passphrase of their own',
  async ({ vigie, window, userData }) => {
    await openCaseWorkspace(vigie, window, userData, 'en');

    await test.step('the administrator makes a records officer, and asks for another administrator', async () => {
      await show(window, '/admin/users');
      await window.getByRole('button', { name: 'Add a user' }).click();
      const dialog = window.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Name' }).fill('R. Records');
      await dialog.getByRole('textbox', { name: 'Login' }).fill('records');
      await dialog.getByRole('checkbox', { name: 'Records and privacy officer' }).check();
      await dialog.getByLabel('First passphrase', { exact: true }).fill(first);
      await dialog.getByLabel('Confirm first passphrase').fill(first);
      await window.keyboard.press('Control+Enter');
      await expect(dialog.getByText('This role needs a unit').first()).toBeVisible();
      await dialog.getByRole('combobox', { name: 'Units' }).click();
      await window.getByRole('option').first().click();
      await window.keyboard.press('Control+Enter');
      await expect(dialog).toBeHidden();
      await expect(window.getByText('First passphrase')).toBeVisible();
      const second = { login: 'second', displayName: 'S. Second', unitIds: [], passphrase: first };
      await ask(window, 'users.create', { ...second, roles: ['administrator'] });
      await show(window, '/waiting');
      await expectInBoth(window, 'asked', {
        en: ['Second approval', 'S. Second', 'Rights', 'Withdraw request', 'No one else can decide yet'],
        fr: [
          'Seconde approbation',
          'S. Second',
          'Droits',
          'Retirer la demande',
          'Personne d’autre ne peut encore décider',
        ],
      });
      await expectAccessible(window, 'what waits');
      await show(window, '/admin/users');
      await expectInBoth(window, 'users', { en: ['First passphrase'], fr: ['Première phrase de passe'] });
      await window.getByRole('button', { name: 'Account of S. Second' }).click();
      await expect(window.getByRole('menuitem')).toHaveText(['Suspend', 'Reset passphrase…', 'Disable…']);
      await picture(window, 'account-en');
      await window.getByRole('menuitem', { name: 'Suspend' }).click();
      await expect(window.getByText('Suspended')).toBeVisible();
      await window.getByRole('button', { name: 'Account of S. Second' }).click();
      await window.getByRole('menuitem', { name: 'Lift suspension' }).click();
      await expect(window.getByText('Suspended')).toBeHidden();
      // A change since makes the request lapse.
      await expect
        .poll(async () => (await ask(window, 'users.waiting', {})).items.map(({ isStale }) => isStale))
        .toEqual([true]);
      const [stale] = (await ask(window, 'users.waiting', {})).items;
      await ask(window, 'users.withdraw', { approvalId: stale!.id });
      const again = (await ask(window, 'users.list', {})).users.find(({ login }) => login === 'second')!;
      await ask(window, 'users.grant', {
        userId: again.id,
        version: again.version,
        roles: ['administrator'],
        unitIds: [],
      });
    });

    await test.step('the records officer chooses a passphrase before anything else', async () => {
      await ask(window, 'session.signIn', { login: 'records', passphrase: first });
      await expectInBoth(window, 'first', {
        en: ['Choose your own passphrase'],
        fr: ['Choisissez votre propre phrase de passe'],
      });
      const dialog = window.getByRole('dialog');
      await expectAccessible(window, 'the first passphrase');
      await dialog.getByLabel('Current passphrase').fill(first);
      await dialog.getByLabel('New passphrase', { exact: true }).fill(own);
      await dialog.getByLabel('Confirm new passphrase').fill(own);
      await window.keyboard.press('Control+Enter');
      await expect(dialog).toBeHidden();
    });

    await test.step('and sees audit, records and what waits, and no file', async () => {
      const links = window.getByRole('navigation').first().getByRole('link');
      await expect(links).toHaveText([
        /Sealing and retention/,
        /Second approval/,
        /Audit journal/,
        /Breach report/,
        /About/,
      ]);
      await show(window, '/audit');
      await expect(window.getByRole('heading', { name: 'Audit journal' })).toBeVisible();
      await show(window, '/records/holds');
      await expectInBoth(window, 'holds', { en: ['No file is on hold'], fr: ['Aucune élimination suspendue'] });
      await expectAccessible(window, 'holds');
      await show(window, '/records/purged');
      await expectInBoth(window, 'purge', {
        en: ['No approved purges'],
        fr: ['Aucune élimination approuvée'],
      });
    });

    await test.step('and approves', async () => {
      await show(window, '/waiting');
      await expectInBoth(window, 'deciding', { en: ['Approve', 'Refuse'], fr: ['Approuver', 'Refuser'] });
      await window.getByRole('button', { name: 'Approve' }).click();
      await expectInBoth(window, 'decided', { en: ['Nothing is waiting'], fr: ['Rien n’est en attente'] });
      await ask(window, 'session.signIn', { login: 'second', passphrase: first });
      expect((await ask(window, 'session.current', {})).session?.roles).toEqual(['administrator']);
    });
  },
);
