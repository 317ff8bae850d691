import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { passphrase } from '../../support/keptWorkspace.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { launchVigie, longTest, test } from '../../support/launch.ts';
import { createNorth } from '../../support/newWorkspace.ts';

const words = {
  en: {
    workspace: 'North Unit workspace',
    login: 'Login',
    passphrase: 'Passphrase',
    signIn: 'Sign in',
    doubt: 'The computer’s clock may be wrong: it was set back',
    says: 'It shows 2019-01-01 12:0',
    confirm: 'Confirm the time',
    question: /^Is it 2019-01-01/,
  },
  fr: {
    workspace: 'North Espace d’unité',
    login: 'Nom d’utilisateur',
    passphrase: 'Phrase de passe',
    signIn: 'Ouvrir la session',
    doubt: 'L’horloge de l’ordinateur pourrait être inexacte : elle a reculé',
    says: 'Elle indique le 2019-01-01 12:0',
    confirm: 'Confirmer l’heure',
    question: /^Sommes-nous bien le 2019-01-01/,
  },
} as const;

for (const locale of languages) {
  const say = words[locale];

  // The store's own rule is tried in each run.
  longTest(
    `a clock whose battery is empty is announced on every screen until it is confirmed (${locale})`,
    async ({ vigie, window, userData }) => {
      await ask(window, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
      await createNorth(vigie, window, userData);
      expect((await ask(window, 'clock.state', {})).doubt).toBeNull();
      await vigie.close();

      const again = await launchVigie({ userData, day: '2019-01-01' });
      try {
        const page = await again.firstWindow();
        await page.getByRole('button', { name: say.workspace }).click();
        await page.getByLabel(say.login).fill('roy');
        await page.getByLabel(say.passphrase, { exact: true }).fill(passphrase);
        await page.getByRole('button', { name: say.signIn, exact: true }).click();
        const notice = page.getByRole('alert').filter({ hasText: say.doubt });
        await expect(notice).toContainText(say.says);
        for (const path of ['/admin', '/audit', '/about']) {
          await page.evaluate((to) => {
            location.hash = to;
          }, path);
          await expect(notice).toBeVisible();
        }
        await expectAccessible(page, 'A doubtful clock');
        await notice.getByRole('button', { name: say.confirm }).click();
        const dialog = page.getByRole('dialog', { name: say.question });
        await dialog.getByRole('button', { name: say.confirm }).click();
        await expect(notice).toBeHidden();
        const { rows } = await ask(page, 'audit.list', { size: 50 });
        expect(rows.map(({ method }) => method)).toEqual(expect.arrayContaining(['clock.doubt', 'clock.confirm']));
      } finally {
        await again.close();
      }
    },
  );
}

test.describe('started on another day', () => {
  test.use({ day: '2031-07-01' });

  test('the page and its calendar are on the day of the store', async ({ vigie, window, userData }) => {
    await openCaseWorkspace(vigie, window, userData, 'en');
    await window.getByRole('link', { name: 'Inbox' }).click();
    await window.getByRole('heading', { name: 'Inbox', level: 1 }).waitFor();
    await window.keyboard.press('c');
    const received = window.getByLabel('Received on', { exact: true });
    await expect(received).toHaveValue('2031-07-01');
    await received.fill('');
    await window.getByRole('form').getByRole('button', { name: 'Choose a date' }).first().click();
    await expect(window.getByRole('button', { name: 'July 2031', exact: true })).toBeVisible();
  });
});
