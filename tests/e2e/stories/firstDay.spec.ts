import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { storyLanguages } from '../../support/languages.ts';
import { answerDialogs, test } from '../../support/launch.ts';
import { lockFiles } from '../../support/lockFiles.ts';

const words = {
  en: {
    list: 'First day of the unit',
    unit: 'Add the unit',
    addUnit: 'Add a unit',
    code: 'Code',
    nameEn: 'English name',
    nameFr: 'French name',
    service: 'Police service',
    people: 'Add an investigator or a supervisor',
    addUser: 'Add a user',
    name: 'Name',
    login: 'Login',
    supervisor: 'Supervisor',
    given: 'First passphrase',
    units: 'Units',
    noUnit: 'This role needs a unit',
    again: 'Confirm first passphrase',
    backup: 'First backup',
    makeBackup: 'Back up now',
    lock: 'Lock',
    lockNow: 'Lock now',
    passphrase: 'Passphrase',
    signIn: 'Sign in',
    current: 'Current passphrase',
    next: 'New passphrase',
    nextAgain: 'Confirm new passphrase',
    inbox: 'Inbox',
    limits: 'Time limits…',
    amount: 'Amount',
    external: 'External number',
    administration: 'Administration',
  },
  fr: {
    list: 'Premier jour de l’unité',
    unit: 'Ajouter l’unité',
    addUnit: 'Ajouter une unité',
    code: 'Code',
    nameEn: 'Nom anglais',
    nameFr: 'Nom français',
    service: 'Service de police',
    people: 'Ajouter un enquêteur ou un superviseur',
    addUser: 'Ajouter un utilisateur',
    name: 'Nom',
    login: 'Nom d’utilisateur',
    supervisor: 'Superviseur ou superviseure',
    given: 'Première phrase de passe',
    units: 'Unités',
    noUnit: 'Ce rôle exige une unité',
    again: 'Confirmer la première phrase de passe',
    backup: 'Première sauvegarde',
    makeBackup: 'Sauvegarder maintenant',
    lock: 'Verrouiller',
    lockNow: 'Verrouiller maintenant',
    passphrase: 'Phrase de passe',
    signIn: 'Ouvrir la session',
    current: 'Phrase de passe actuelle',
    next: 'Nouvelle phrase de passe',
    nextAgain: 'Confirmer la nouvelle phrase de passe',
    inbox: 'À traiter',
    limits: 'Délais…',
    amount: 'Durée',
    external: 'Numéro externe',
    administration: 'Administration',
  },
} as const;

const administrator = 'four quiet lanterns by a harbour';
const given = 'seven slow rivers under a bridge';
const own = 'nine green kites over the orchard';

async function signIn(page: Page, say: (typeof words)['en' | 'fr'], login: string, passphrase: string): Promise<void> {
  await page.getByLabel(say.login).fill(login);
  await page.getByLabel(say.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: say.signIn }).click();
}

// On the computer's own day, whichever it is: the calendar run plays it on many.
test.use({ day: null });

for (const locale of storyLanguages('en')) {
  const say = words[locale];

  test(`an administrator's first day, by the checklist alone (${locale})`, async ({ vigie, window, userData }) => {
    const parent = join(userData, 'files');
    await mkdir(parent);
    await window.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await ask(window, 'app.setPreferences', { locale, theme: 'auto' });
    await answerDialogs(vigie, { open: parent });
    const { folder } = await ask(window, 'workspaces.chooseParent', {});
    await ask(window, 'workspace.create', {
      ...{ parent: folder!.grant, name: 'North', kind: 'unit', login: 'roy', displayName: 'J. Roy' },
      passphrase: administrator,
    });
    await window.reload();
    const list = window.getByRole('region', { name: say.list });
    const expectDone = (step: string) => expect(list.getByRole('link', { name: step })).toHaveCount(0);
    const dialog = window.getByRole('dialog');
    await expect(list.getByRole('listitem')).toHaveCount(6);
    await expectAccessible(window, 'the first day');

    await list.getByRole('link', { name: say.unit }).click();
    await window.getByRole('button', { name: say.addUnit }).first().click();
    // One below the other in wrapped lines, the hint of one moves both fields.
    const tops = (names: readonly string[]) =>
      Promise.all(names.map(async (name) => Math.round((await dialog.getByLabel(name).boundingBox())?.y ?? NaN)));
    const [code, service, nameEn, nameFr] = await tops([say.code, say.service, say.nameEn, say.nameFr]);
    expect([code, nameEn]).toEqual([service, nameFr]);
    await dialog.getByLabel(say.code).fill('U07');
    await dialog.getByLabel(say.nameEn).fill('Unit 7');
    await dialog.getByLabel(say.nameFr).fill('Unité 7');
    await dialog.getByLabel(say.service).fill('Northern service');
    await window.keyboard.press('Control+Enter');
    await expectDone(say.unit);

    await list.getByRole('link', { name: say.people }).click();
    await window.getByRole('button', { name: say.addUser }).click();
    await dialog.getByRole('textbox', { name: say.name }).first().fill('L. Lead');
    await dialog.getByRole('textbox', { name: say.login }).fill('lead');
    await dialog.getByRole('checkbox', { name: say.supervisor }).check();
    await window.keyboard.press('Control+Enter');
    const units = dialog.getByRole('combobox', { name: say.units });
    await expect(units).toBeFocused();
    // The list of units would cover what is wrong with the field.
    await expect(dialog.getByText(say.noUnit)).toBeVisible();
    await expect(window.getByRole('option')).toHaveCount(0);
    await units.click();
    await window.getByRole('option', { name: /U07/ }).click();
    await dialog.getByLabel(say.given, { exact: true }).fill(given);
    await dialog.getByLabel(say.again).fill(given);
    const first = await dialog.getByLabel(say.given, { exact: true }).boundingBox();
    expect(await dialog.getByLabel(say.again).boundingBox()).toMatchObject({ y: first!.y });
    await window.keyboard.press('Control+Enter');
    await expectDone(say.people);

    await list.getByRole('link', { name: say.backup }).click();
    await window.getByRole('button', { name: say.makeBackup }).click();
    await expectDone(say.backup);

    // The supervisor signs in, and does what an administrator does not see.
    await window.getByRole('button', { name: say.lock, exact: true }).click();
    await signIn(window, say, 'lead', given);
    await dialog.getByLabel(say.current).fill(given);
    await dialog.getByLabel(say.next, { exact: true }).fill(own);
    await dialog.getByLabel(say.nextAgain).fill(own);
    await window.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await window.getByRole('navigation').getByRole('link', { name: say.inbox }).click();
    await window.getByRole('button', { name: say.limits }).click();
    await dialog.getByLabel(say.amount).fill('2');
    await window.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await window.keyboard.press('c');
    await window.getByLabel(say.external, { exact: true }).fill('A-1');
    await window.keyboard.press('Control+Enter');
    await expect(window.getByLabel(say.external, { exact: true })).toHaveValue('');

    // Back where the administrator was, with nothing left to do.
    await lockFiles(window, say);
    await signIn(window, say, 'roy', administrator);
    await expect(window.getByRole('heading', { level: 1, name: say.administration })).toBeVisible();
    await expect(list).toHaveCount(0);
  });
}
