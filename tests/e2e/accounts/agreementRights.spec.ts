import { expect, type Page } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { longTest } from '../../support/launch.ts';

const words = {
  en: {
    add: 'Add a user',
    name: 'Name',
    login: 'Login',
    coordinator: 'Funding coordinator',
    some: 'Selected agreements only',
    chosen: 'Agreements visible',
    none: 'Choose at least one',
    first: 'First passphrase',
    again: 'Confirm first passphrase',
    seen: 'Your agreements: AG-02',
    newAgreement: 'Add an agreement',
    fixed: /^Only an administrator, or a coordinator who sees all agreements/,
    reference: 'Estimate reference',
  },
  fr: {
    add: 'Ajouter un utilisateur',
    name: 'Nom',
    login: 'Nom d’utilisateur',
    coordinator: 'Coordination du financement',
    some: 'Certaines ententes seulement',
    chosen: 'Ententes visibles',
    none: 'Choisissez-en au moins un',
    first: 'Première phrase de passe',
    again: 'Confirmer la première phrase de passe',
    seen: 'Vos ententes : AG-02',
    newAgreement: 'Ajouter une entente',
    fixed: /^Seuls un administrateur ou un coordonnateur/,
    reference: 'Référence de l’estimation',
  },
} as const;

const passphrase = 'a passphrase for tests';

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

async function keepAgreement(page: Page, code: string): Promise<void> {
  await ask(page, 'agreements.save', {
    code,
    recipient: { en: `Police board of ${code}`, fr: `Commission de police de ${code}` },
    programme: { en: 'National Strategy', fr: 'Stratégie nationale' },
    signaturePlannedOn: null,
    signedOn: null,
    startsOn: '2025-04-01',
    endsOn: '2028-03-31',
    languages: ['en', 'fr'],
    asksBacklogAvoided: false,
    units: [],
  });
}

/** The administrator gives the second agreement alone; without any, the form says what is missing. */
async function addLimited(page: Page, locale: Locale): Promise<void> {
  const text = words[locale];
  await page.getByRole('button', { name: text.add }).click();
  const dialog = page.getByRole('dialog', { name: text.add });
  await dialog.getByLabel(text.name, { exact: true }).fill('C. Fictive');
  await dialog.getByLabel(text.login, { exact: true }).fill('fictive');
  await dialog.getByRole('checkbox', { name: text.coordinator }).check();
  await dialog.getByRole('radio', { name: text.some }).check();
  await dialog.getByLabel(text.first, { exact: true }).fill(passphrase);
  await dialog.getByLabel(text.again, { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: text.add }).click();
  await expect(dialog.getByText(text.none)).toBeVisible();
  await dialog.getByRole('combobox', { name: text.chosen }).click();
  await page.getByRole('option', { name: /^AG-02/ }).click();
  // Elsewhere: the list of agreements closes.
  await dialog.getByLabel(text.name, { exact: true }).click();
  await expectAccessible(page, 'the agreements of a coordinator');
  await dialog.getByRole('button', { name: text.add }).click();
  await expect(page.getByRole('row', { name: /C\. Fictive.*AG-02/ })).toBeVisible();
}

/** Locking ends the store's process and loads the page again. */
async function signInAs(page: Page, login: string): Promise<void> {
  await page.evaluate(() => {
    // Later: the reply of what ends the page would be lost with it.
    setTimeout(() => void globalThis.vigie.call('session.lock', {}));
  });
  await expect(async () => {
    const { session } = await ask(page, 'session.current', {});
    expect(session).toBeNull();
    await ask(page, 'session.signIn', { login, passphrase });
  }).toPass();
}

for (const locale of languages) {
  longTest(
    `a coordinator sees the agreements that an administrator chose, ${locale}`,
    async ({ vigie, window, userData }) => {
      const text = words[locale];
      await openCoordinationWorkspace(vigie, window, userData, locale);
      for (const code of ['AG-01', 'AG-02']) await keepAgreement(window, code);
      await goTo(window, '/admin');
      await addLimited(window, locale);

      await signInAs(window, 'fictive');
      await ask(window, 'session.changePassphrase', { current: passphrase, next: 'quiet harbour lanterns' });
      await window.reload();
      await expect(window.getByText(text.seen)).toBeVisible();
      await expect(window.getByRole('navigation').getByRole('link', { name: text.reference })).toHaveCount(0);
      await goTo(window, '/agreements');
      await expect(window.getByRole('link', { name: 'AG-02' })).toBeVisible();
      await expect(window.getByText('AG-01')).toHaveCount(0);
      await expect(window.getByRole('button', { name: text.newAgreement })).toHaveCount(0);
      await expectAccessible(window, 'the agreements that are seen');
      await window.getByRole('link', { name: 'AG-02' }).click();
      await expect(window.getByText(text.fixed)).toBeVisible();
      await expectAccessible(window, 'an agreement whose units are fixed');
    },
  );
}
