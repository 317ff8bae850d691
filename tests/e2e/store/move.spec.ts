import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { passphrase } from '../../support/keptWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, callFromPage, test } from '../../support/launch.ts';
import { shoot } from '../../support/shots.ts';
import { isWhole } from '../../support/whole.ts';
import { createNorth } from '../../support/newWorkspace.ts';
import { newDatabase, postgresMissing } from '../../support/postgres.ts';

const words = {
  en: {
    open: 'Move to a server…',
    back: 'Move back to a folder…',
    dialog: 'Move to a server',
    backDialog: 'Move back to a folder',
    hosts: 'Server',
    database: 'Database',
    trust: 'Certificate',
    user: 'Account that prepared the database',
    password: 'Password of that account',
    folder: 'Choose a folder…',
    name: 'Name of the new folder',
    copy: 'Copy and compare',
    equal: /Copied: [\d,]+ rows, equal in number and digest/,
    undo: 'Undo the copy',
    confirm: 'Move the workspace',
    done: 'The workspace was moved',
    close: 'Close',
    notice: 'This workspace was moved, and can only be read here',
    make: 'Back up now',
    firstDay: 'First day of the unit',
    where: 'The workspace was moved: its backups are made where it is now.',
    wrong: 'The server does not accept this account',
    lock: 'Lock',
    another: 'Another workspace',
    openWorkspace: 'Open a workspace…',
    login: 'Login',
    passphrase: 'Passphrase',
    signIn: 'Sign in',
  },
  fr: {
    open: 'Déplacer vers un serveur…',
    back: 'Ramener dans un répertoire…',
    dialog: 'Déplacer vers un serveur',
    backDialog: 'Ramener dans un répertoire',
    hosts: 'Serveur',
    database: 'Base de données',
    trust: 'Certificat',
    user: 'Compte qui a préparé la base',
    password: 'Mot de passe de ce compte',
    folder: 'Choisir un répertoire…',
    name: 'Nom du nouveau répertoire',
    copy: 'Copier et comparer',
    equal: /Copie faite\s: [\d\s]+ lignes, pareilles en nombre et en empreinte/,
    undo: 'Annuler la copie',
    confirm: 'Déplacer l’espace',
    done: 'L’espace de travail a été déplacé',
    close: 'Fermer',
    notice: 'Cet espace de travail a été déplacé et ne peut être que consulté ici',
    make: 'Sauvegarder maintenant',
    firstDay: 'Premier jour de l’unité',
    where: 'L’espace a été déplacé : ses sauvegardes se font là où il est maintenant.',
    wrong: 'Le serveur n’accepte pas ce compte',
    lock: 'Verrouiller',
    another: 'Autre espace de travail',
    openWorkspace: 'Ouvrir un espace de travail…',
    login: 'Nom d’utilisateur',
    passphrase: 'Phrase de passe',
    signIn: 'Ouvrir la session',
  },
} as const satisfies Record<Locale, object>;

// The server has the computer's clock, and refuses a desk of another.
test.use({ day: null });

for (const locale of languages) {
  const say = words[locale];

  test(`a workspace moves to a server and back by the screen of backups: ${locale}`, async ({
    vigie,
    window,
    userData,
  }) => {
    test.skip(!isWhole || postgresMissing !== '', postgresMissing);
    const database = await newDatabase();
    const { host, port, superuser, password, authority } = database.server;
    await createNorth(vigie, window, userData);
    const parent = join(userData, 'moved');
    await mkdir(parent);
    await ask(window, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
    await vigie.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720);
    });
    const toBackups = async () => {
      await window.evaluate(() => {
        location.hash = '#/admin/backups';
      });
      await window.reload();
    };
    const openThere = async (name: string) => {
      await window.getByRole('button', { name: say.lock, exact: true }).click();
      await window.getByRole('button', { name: say.another }).click();
      await answerDialogs(vigie, { open: join(parent, `${name}.vigie`) });
      await window.getByRole('button', { name: say.openWorkspace }).click();
      await window.getByLabel(say.login).fill('roy');
      await window.getByLabel(say.passphrase, { exact: true }).fill(passphrase);
      await window.getByRole('button', { name: say.signIn, exact: true }).click();
      await window.getByRole('navigation').first().waitFor();
    };
    const choose = async (name: string, secret: string, title: string) => {
      const dialog = window.getByRole('dialog', { name: title });
      await dialog.getByLabel(say.user).fill(superuser);
      await dialog.getByLabel(say.password, { exact: true }).fill(secret);
      await answerDialogs(vigie, { open: parent });
      await dialog.getByRole('button', { name: say.folder }).click();
      await dialog.getByLabel(say.name).fill(name);
      return dialog;
    };

    await toBackups();
    await expect(window.getByRole('button', { name: say.make })).toBeVisible();
    await window.getByRole('button', { name: say.open }).click();
    const dialog = await choose('Shared', 'not this one', say.dialog);
    await dialog.getByLabel(say.hosts, { exact: true }).fill(`${host}:${String(port)}`);
    await dialog.getByLabel(say.database, { exact: true }).fill(database.name);
    await dialog.getByLabel(say.trust, { exact: true }).fill(authority);
    await shoot(vigie, window, `move-form-${locale}`);
    await expectAccessible(window, 'where a workspace is moved to');
    await dialog.getByRole('button', { name: say.copy }).click();
    await expect(dialog.getByText(say.wrong)).toBeVisible();
    await shoot(vigie, window, `move-refused-${locale}`);
    await dialog.getByLabel(say.password, { exact: true }).fill(password);
    await dialog.getByRole('button', { name: say.copy }).click();
    await expect(dialog.getByText(say.equal)).toBeVisible();
    await shoot(vigie, window, `move-report-${locale}`);
    await expectAccessible(window, 'what was copied and compared');
    await dialog.getByRole('button', { name: say.undo }).click();
    await expect(dialog).toBeHidden();

    await window.getByRole('button', { name: say.open }).click();
    const again = await choose('Shared', password, say.dialog);
    await again.getByLabel(say.hosts, { exact: true }).fill(`${host}:${String(port)}`);
    await again.getByLabel(say.database, { exact: true }).fill(database.name);
    await again.getByLabel(say.trust, { exact: true }).fill(authority);
    await again.getByRole('button', { name: say.copy }).click();
    await again.getByRole('button', { name: say.confirm }).click();
    await expect(again.getByText(say.done)).toBeVisible();
    await shoot(vigie, window, `move-done-${locale}`);
    await again.getByRole('button', { name: say.close, exact: true }).last().click();
    await expect(window.getByText(say.notice)).toBeVisible();
    await expect(window.getByText(say.where)).toBeVisible();
    for (const offered of [window.getByRole('button', { name: say.make }), window.getByText(say.firstDay)])
      await expect(offered).toBeHidden();
    await shoot(vigie, window, `move-moved-${locale}`);
    const unit = { code: 'U09', name: { en: 'Nine', fr: 'Neuf' }, service: 'Fictitious', active: true };
    expect(await callFromPage(window, 'units.save', unit)).toMatchObject({ error: { reason: 'moved_away' } });

    await openThere('Shared');
    await ask(window, 'units.save', unit);
    await toBackups();
    await window.getByRole('button', { name: say.back }).click();
    const back = await choose('Back', password, say.backDialog);
    await shoot(vigie, window, `move-back-form-${locale}`);
    await back.getByRole('button', { name: say.copy }).click();
    await back.getByRole('button', { name: say.confirm }).click();
    await expect(back.getByText(say.done)).toBeVisible();
    await back.getByRole('button', { name: say.close, exact: true }).last().click();
    await openThere('Back');
    const { units } = await ask(window, 'units.list', {});
    expect(units.map(({ code }) => code)).toContain('U09');
    await database.drop();
  });
}
