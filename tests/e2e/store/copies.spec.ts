import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { passphrase } from '../../support/keptWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, callFromPage, longTest as test } from '../../support/launch.ts';
import { createNorth } from '../../support/newWorkspace.ts';

const words = {
  en: {
    lock: 'Lock',
    other: 'Another workspace',
    open: 'Open a workspace…',
    login: 'Login',
    passphrase: 'Passphrase',
    signIn: 'Sign in',
    elsewhere: 'This workspace was last used in another folder',
    copy: 'A copy to look at',
    notice: 'This is a copy to look at',
    make: 'Make this the original',
    reason: 'Reason',
    submit: 'Make this the original',
  },
  fr: {
    lock: 'Verrouiller',
    other: 'Autre espace de travail',
    open: 'Ouvrir un espace de travail…',
    login: 'Nom d’utilisateur',
    passphrase: 'Phrase de passe',
    signIn: 'Ouvrir la session',
    elsewhere: 'Cet espace a servi la dernière fois dans un autre répertoire',
    copy: 'D’une copie à consulter',
    notice: 'Ceci est une copie à consulter',
    make: 'En faire l’original',
    reason: 'Motif',
    submit: 'En faire l’original',
  },
} as const;

for (const locale of languages) {
  const say = words[locale];

  test(`a copied workspace is recognised at the sign-in, told apart in the list, and made the original with a reason (${locale})`, async ({
    vigie,
    window,
    userData,
  }) => {
    await ask(window, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
    const { parent } = await createNorth(vigie, window, userData);
    const name = { en: 'North', fr: 'Nord' };
    const unit = { code: 'U01', name, service: 'Fictitious', active: true };
    await window.reload();
    await window.getByRole('button', { name: say.lock, exact: true }).click();
    const copy = join(userData, 'elsewhere', 'North.vigie');
    await cp(join(parent, 'North.vigie'), copy, { recursive: true });
    await window.getByRole('button', { name: say.other }).click();
    const known = window.getByRole('button', { name: /^North/ });
    await expect(known).toHaveCount(1);
    await expect(known).not.toContainText(parent);
    await answerDialogs(vigie, { open: copy });
    await window.getByRole('button', { name: say.open }).click();
    await window.getByRole('button', { name: say.other }).click();
    await expect(known).toHaveCount(2);
    await expect(known.filter({ hasText: parent })).toHaveCount(1);
    await expectAccessible(window, 'Two workspaces of one name');
    await known.filter({ hasText: dirname(copy) }).click();

    await window.getByLabel(say.login).fill('roy');
    await window.getByLabel(say.passphrase, { exact: true }).fill(passphrase);
    await window.getByRole('button', { name: say.signIn, exact: true }).click();
    await expect(window.getByText(say.elsewhere)).toBeVisible();
    await expectAccessible(window, 'A copied workspace');
    await window.getByRole('radio', { name: say.copy }).check();
    await window.getByRole('button', { name: say.signIn, exact: true }).click();

    const notice = window.getByRole('status').filter({ hasText: say.notice });
    await expect(notice).toContainText(join(parent, 'North.vigie'));
    const refused = await callFromPage(window, 'units.save', unit);
    expect(refused).toMatchObject({ ok: false, error: { reason: 'copy_only' } });
    await notice.getByRole('button', { name: say.make }).click();
    const dialog = window.getByRole('dialog', { name: say.make });
    await dialog.getByLabel(say.reason).fill('The first disk failed');
    await dialog.getByRole('button', { name: say.submit }).click();
    await expect(notice).toBeHidden();
    await ask(window, 'units.save', unit);
  });
}
