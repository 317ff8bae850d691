import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { chooseInMenu } from '../../support/menu.ts';
import { ask } from '../../support/ask.ts';
import { addColleague, openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { answerDialogs, launchVigie, longTest } from '../../support/launch.ts';

const words = {
  en: {
    nav: 'Deconfliction',
    empty: 'No exchanges',
    begin: 'Start an exchange',
    name: 'Name',
    lastDay: 'Last day',
    show: 'Start and show key',
    written: /I have written it down/,
    done: 'Close',
    saveKey: 'Export your key file: Winter',
    waiting: 'Awaiting their key',
    chooseKey: 'Choose a key file…',
    compared: /I compared it/,
    confirm: 'Confirm key',
    open: 'Under way',
    request: 'Export a request: Winter',
    requested: /^Request saved as request\.vigieexchange: 2 identifiers/,
    reply: 'Reply from North, exchange Winter',
    replied: 'Reply received',
    end: 'End exchange Winter',
    endIt: 'End exchange',
    past: 'Past exchanges',
  },
  fr: {
    nav: 'Déconfliction',
    empty: 'Aucun échange',
    chooseKey: 'Choisir un fichier de clé…',
    compared: /Je l’ai comparée/,
    sharedKey: 'Clé commune, donnée en personne',
    join: 'Se joindre à l’échange',
    wrongKey: 'La clé commune diffère entre les deux unités',
    saveKey: 'Exporter votre fichier de clé : Winter',
    request: 'Demande de North, échange Winter',
    tell: 'Inclure le dossier 2026-00001',
    same: /north\.star@example\.org \(même courriel\)/,
    reach: 'Coordonnées',
    reply: 'Exporter la réponse : 1 référence…',
    replied: /^Réponse enregistrée sous reply\.vigieexchange/,
    sent: 'Réponse envoyée',
  },
} as const;

interface Side {
  readonly vigie: ElectronApplication;
  readonly page: Page;
  readonly which: 'one' | 'other';
}

async function withReferral(
  { vigie, page, which }: Side,
  userData: string,
  locale: 'en' | 'fr',
  values: readonly string[],
) {
  const { unitId } = await openCaseWorkspace(vigie, page, userData, locale, which);
  const none = { service: null, port: null, seenText: null, seenOffset: null, event: null, obtainedReference: null };
  const identifiers = values.map((value) => ({ kind: 'email' as const, value, obtained: null, ...none }));
  await ask(page, 'referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-02', identifiers });
  await chooseInMenu(page, words[locale].nav);
}

/** An officer with whom nobody can speak. */
async function addSuspended(page: Page) {
  const { session } = await ask(page, 'session.current', {});
  const account = { login: 'gone', displayName: 'A. Gone', roles: ['investigator' as const] };
  await addColleague(page, { ...account, unitIds: session!.unitIds, passphrase: 'a passphrase for tests' });
  const { users } = await ask(page, 'users.list', {});
  const { id: userId, version } = users.find(({ login }) => login === 'gone')!;
  await ask(page, 'users.suspend', { userId, version, suspended: true });
  await page.reload();
  await chooseInMenu(page, words.fr.nav);
}

longTest(
  'two units find out by keyed hashes that they look at the same person',
  async ({ vigie, window, userData }) => {
    const { en, fr } = words;
    const shots = process.env['VIGIE_SHOTS'];
    const shoot = async (page: Page, name: string) => {
      if (shots === undefined) return;
      await mkdir(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
    };
    const otherData = await mkdtemp(join(tmpdir(), 'vigie-e2e-'));
    const otherVigie = await launchVigie({ userData: otherData });
    const other: Side = { vigie: otherVigie, page: await otherVigie.firstWindow(), which: 'other' };
    const one: Side = { vigie, page: window, which: 'one' };
    const file = (name: string) => join(userData, `${name}.vigieexchange`);
    const saveAs = (side: Side, name: string) => answerDialogs(side.vigie, { save: file(name) });
    const openNext = (side: Side, name: string) => answerDialogs(side.vigie, { open: file(name) });
    try {
      await withReferral(one, userData, 'en', ['North.Star@example.org', 'else@example.org']);
      await withReferral(other, otherData, 'fr', ['north.star@example.org']);
      await addSuspended(other.page);
      await expect(window.getByText(en.empty)).toBeVisible();
      await shoot(window, 'empty-en');

      // The key is given in person, and its file is sent.
      await window.keyboard.press('n');
      await window.getByLabel(en.name, { exact: true }).fill('Winter');
      await window.getByLabel(en.lastDay, { exact: true }).fill('2026-12-15');
      await window.keyboard.press('Control+Enter');
      const sharedKey = await window.getByRole('dialog').locator('code').innerText();
      await shoot(window, 'shared-key-en');
      await expectAccessible(window, 'the shared key');
      await window.getByLabel(en.written).press('Space');
      await window.getByRole('button', { name: en.done }).press('Enter');
      await expect(window.getByText(en.waiting)).toBeVisible();
      await saveAs(one, 'first');
      await window.getByRole('button', { name: en.saveKey }).press('Enter');
      await expect(window.getByText(/first\.vigieexchange/)).toBeVisible();
      await shoot(window, 'waiting-en');

      // The other unit compares the fingerprint, mistypes the key, and joins.
      await expect(other.page.getByText(fr.empty)).toBeVisible();
      await openNext(other, 'first');
      await other.page.keyboard.press('k');
      await other.page.getByRole('button', { name: fr.chooseKey }).press('Enter');
      await other.page.getByLabel(fr.compared).press('Space');
      const typed = other.page.getByLabel(fr.sharedKey);
      await typed.fill(`${sharedKey.slice(0, -1)}${sharedKey.endsWith('A') ? 'B' : 'A'}`);
      await typed.press('Enter');
      await expect(other.page.getByText(fr.wrongKey)).toBeVisible();
      await shoot(other.page, 'joining-fr');
      await expectAccessible(other.page, 'joining');
      await typed.fill(sharedKey.toLowerCase());
      await typed.press('Enter');
      await expect(other.page.getByRole('dialog')).toBeHidden();
      await saveAs(other, 'second');
      await other.page.getByRole('button', { name: fr.saveKey }).press('Enter');
      await expect(other.page.getByText(/second\.vigieexchange/)).toBeVisible();

      await openNext(one, 'second');
      await window.keyboard.press('k');
      await window.getByRole('button', { name: en.chooseKey }).press('Enter');
      await window.getByLabel(en.compared).press('Space');
      await window.getByRole('button', { name: en.confirm }).press('Enter');
      await expect(window.getByText(en.open, { exact: true })).toBeVisible();
      await saveAs(one, 'request');
      await window.getByRole('button', { name: en.request }).press('Enter');
      await expect(window.getByText(en.requested)).toBeVisible();

      // It sees its own file alone, and says with whom to speak.
      await openNext(other, 'request');
      await other.page.keyboard.press('o');
      const reading = other.page.getByRole('region', { name: fr.request });
      await expect(reading.getByText(fr.same)).toBeVisible();
      await expect(reading.getByLabel(fr.tell)).toBeChecked();
      await expect(reading.getByRole('combobox').getByRole('option')).toHaveText(['J. Roy']);
      await reading.getByLabel(fr.reach).fill('555-0100');
      await shoot(other.page, 'request-fr');
      await expectAccessible(other.page, 'a request that was read');
      await saveAs(other, 'reply');
      await reading.getByLabel(fr.reach).press('Control+Enter');
      await expect(reading.getByText(fr.replied)).toBeVisible();
      await expect(other.page.getByRole('cell', { name: fr.sent })).toBeVisible();
      await shoot(other.page, 'answered-fr');

      await openNext(one, 'reply');
      await window.keyboard.press('o');
      const answer = window.getByRole('region', { name: en.reply });
      await expect(answer.getByText(/1 of your identifiers matches\. Contact: J\. Roy, 555-0100/)).toBeVisible();
      await expect(answer.getByRole('link', { name: '2026-00001' })).toBeVisible();
      await expect(window.getByRole('cell', { name: en.replied })).toBeVisible();
      await shoot(window, 'reply-en');
      await expectAccessible(window, 'a reply that was read');
      await window.getByRole('button', { name: en.end }).press('Enter');
      await window.getByRole('dialog').getByRole('button', { name: en.endIt }).press('Enter');
      await expect(window.getByRole('region', { name: en.past })).toBeVisible();
      await shoot(window, 'ended-en');
    } finally {
      await otherVigie.close();
      await rm(otherData, { recursive: true, force: true });
    }
  },
);
