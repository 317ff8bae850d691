import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { referralSource } from '../../../electron/contract/ground/codes.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { answerDialogs, longTest, test } from '../../support/launch.ts';
import { chooseInMenu } from '../../support/menu.ts';

const rowsOf = (page: Page) => page.getByRole('grid').getByRole('row');

/** The texts of a column's cells in view, in order. */
async function columnOf(page: Page, header: string): Promise<string[]> {
  const headers = await page.getByRole('grid').getByRole('columnheader').allInnerTexts();
  const at = headers.findIndex((text) => text.trim() === header);
  expect(at, `column ${header} among ${headers.join(', ')}`).toBeGreaterThanOrEqual(0);
  const rows = await page
    .getByRole('grid')
    .getByRole('row')
    .evaluateAll((all, index) => all.slice(1).map((row) => row.children[index]?.textContent ?? ''), at);
  return rows;
}

test('referrals are logged, found, sorted, triaged and investigated by keyboard', async ({
  vigie,
  window,
  userData,
}) => {
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  await window.getByRole('link', { name: 'Referrals' }).waitFor();
  await window.evaluate(() => {
    location.hash = '/referrals';
  });
  await expect(window.getByText('No referrals')).toBeVisible();
  await expectAccessible(window, 'the empty list');

  await window.evaluate(() => {
    location.hash = '/about';
  });
  await expect(window.getByRole('heading', { name: 'About Vigie' })).toBeVisible();
  await window.keyboard.press('c');
  const source = window.getByLabel('Source', { exact: true }).first();
  await expect(source).toBeFocused();
  const number = window.getByLabel('External number', { exact: true });
  await window.keyboard.type('Cyb');
  await expect(source).toHaveValue('cybertip');
  for (let tabs = 0; tabs < 3; tabs += 1) await window.keyboard.press('Tab');
  await expect(number).toBeFocused();
  await window.keyboard.type('R-1');
  await window.keyboard.press('Control+Enter');
  const logged = window.getByRole('form', { name: 'New referral' }).getByRole('status').first();
  await expect(logged).toHaveText(/Logged: \d{4}-00001/);
  await expect(number).toBeFocused();
  await expect(number).toHaveValue('');

  await window.keyboard.type('r 1');
  await expect(window.getByText('same external number')).toBeVisible();
  await window.keyboard.press('Control+Enter');
  await expect(window.getByText('A referral with this number is already recorded')).toBeVisible();
  await expect(number).toHaveValue('r 1');
  await expectAccessible(window, 'the quick entry with a duplicate');
  for (let tabs = 0; tabs < 5; tabs += 1) {
    await window.keyboard.press('Tab');
    if (await window.getByLabel(/Log anyway/).evaluate((box) => box === document.activeElement)) break;
  }
  await window.keyboard.press('Space');
  const received = window.getByRole('form', { name: 'New referral' }).getByLabel('Received on', { exact: true });
  await received.fill('');
  await window.keyboard.type('20261101');
  await expect(window.getByText('Sunday, November 1, 2026')).toBeVisible();
  await window.keyboard.press('Control+Enter');
  await expect(logged).toHaveText(/Logged: \d{4}-00002/);
  await expect(received).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(number).toBeHidden();

  await window.evaluate(
    async ([unit, sources]) => {
      for (let index = 0; index < 260; index += 1) {
        const day = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
        const referral = { unitId: unit, source: sources[index % sources.length], receivedOn: day };
        await globalThis.vigie.call('referrals.log', { ...referral, externalNumber: `S-${String(index)}` });
      }
    },
    [unitId, referralSource.options] as const,
  );
  await window.reload();
  await window.evaluate(() => {
    location.hash = '/referrals';
  });
  const bar = window.getByRole('search', { name: 'List filters' });
  await expect(bar.getByRole('status')).toHaveText('262 rows');

  await bar.getByRole('button', { name: 'More filters' }).press('Enter');
  await bar.getByLabel('Source').selectOption('school');
  await expect(bar.getByRole('status')).toHaveText('26 of 262 rows');
  expect(new Set(await columnOf(window, 'Source'))).toEqual(new Set(['School']));
  await bar.getByLabel('Source').selectOption('');
  await bar.getByLabel('Number starts with').fill('s-25');
  await expect(bar.getByRole('status')).toHaveText('11 of 262 rows');
  await bar.getByLabel('Number starts with').fill('');
  await window.keyboard.press('Escape');
  await expect(bar.getByRole('status')).toHaveText('262 rows');

  const grid = window.getByRole('grid');
  await window.getByRole('button', { name: 'Number' }).click();
  await expect(grid.getByRole('columnheader', { name: 'Number' })).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await columnOf(window, 'Number'))[0]).toBe('2024-00001');
  await grid.focus();
  await window.keyboard.press('End');
  await expect.poll(async () => (await columnOf(window, 'Number')).at(-1)).toMatch(/^(?!2024)\d{4}-00002$/);
  // What is drawn is what is in view, however long the list.
  expect(await rowsOf(window).count()).toBeLessThan(80);
  await window.keyboard.press('Home');
  await expect.poll(async () => (await columnOf(window, 'Number'))[0]).toBe('2024-00001');
  await window.getByLabel('Go to date').fill('1 June 2024');
  await window.keyboard.press('Enter');
  // The row under the cursor is the day's; newer ones are above it.
  const current = grid.locator('[data-cursor]');
  await expect(current).toContainText('2024-06-01');
  await expect(current).toBeInViewport();

  await grid.focus();
  await window.keyboard.press('j');
  await window.keyboard.press('Enter');
  const panel = window.getByRole('complementary');
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await expectAccessible(window, 'the list with its panel');
  const opened = await panel.getByRole('heading', { level: 2 }).innerText();
  await window.keyboard.press('t');
  await window.getByRole('radio', { name: 'Imminent danger' }).press('ArrowDown');
  await expect(window.getByRole('radio', { name: 'Very high' })).toBeChecked();
  await expectAccessible(window, 'the triage dialog');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('dialog')).toBeHidden();
  await expect(panel.getByText('Very high').first()).toBeVisible();
  await expect(panel.getByText('Triaged').first()).toBeVisible();

  await window.keyboard.press('o');
  await expect(window.getByLabel('Lead')).toBeFocused();
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('heading', { name: /^Investigation / })).toBeVisible();
  await expect(window.getByRole('link', { name: opened })).toBeVisible();
  await window.keyboard.press('w');
  await window.getByRole('radio', { name: 'Waiting on laboratory' }).check();
  await window.getByLabel('Waiting on (name)').fill('Northern Laboratory');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByText('Northern Laboratory').first()).toBeVisible();
  await window.keyboard.press('g');
  await window.getByRole('combobox', { name: 'Section' }).fill('163.1(4)');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('cell', { name: /^s\./ })).toBeVisible();
  await expectAccessible(window, 'an investigation');
  await window.getByRole('link', { name: 'Investigations' }).first().click();
  await expect(rowsOf(window)).toHaveCount(2);
  await expectAccessible(window, 'the list of investigations');
});

longTest('un fichier Windows-1252 est importé, avec son rapport', async ({ vigie, window, userData }) => {
  const { unitId, folder } = await openCaseWorkspace(vigie, window, userData, 'fr');
  const bad = ['2024-02-31;CNCEE;X-1;U07;', '2024-02-28;CNCEE;X-2;U99;', '2024-02-28;CNCEE;X-3;U07;'];
  const good = Array.from({ length: 300 }, (_, index) => {
    const day = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
    return `${day};${index % 2 === 0 ? 'CNCEE' : 'École'};S-${String(index)};U07;Élevé`;
  });
  const lines = ['Date de réception;Provenance;Numéro externe;Unité;Risque', ...good, ...bad];
  const file = join(folder, 'signalements.csv');
  const report = join(folder, 'rapport.csv');
  await ask(window, 'referrals.log', { unitId, source: 'public', receivedOn: '2023-05-05', externalNumber: 'X-3' });
  await writeFile(file, Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'));
  await answerDialogs(vigie, { open: file, save: report });

  await chooseInMenu(window, 'Importations');
  await expectAccessible(window, 'the import before a file');
  await window.getByRole('button', { name: 'Choisir un fichier…' }).click();
  await expect(window.getByLabel('Encodage')).toHaveValue('windows-1252');
  await expect(window.getByLabel('Séparateur')).toHaveValue(';');
  await expect(window.getByLabel('Champ pour Date de réception')).toHaveValue('receivedOn');
  await expect(window.getByText('École', { exact: true }).first()).toBeVisible();
  await expectAccessible(window, 'the mapping');

  await window.getByRole('button', { name: 'Lire les valeurs' }).click();
  // A unit that is not known is asked for, and may stay unknown.
  await window.getByRole('button', { name: 'Vérifier toutes les lignes' }).click();
  await expect(window.getByRole('button', { name: /^Nouveaux\s*300/ })).toBeVisible();
  await expect(window.getByRole('button', { name: /^Conflits\s*1/ })).toBeVisible();
  await window.getByRole('button', { name: /^Invalides\s*2/ }).click();
  await expect(window.getByRole('cell', { name: 'date ou format de date non valide' })).toBeVisible();
  await expect(window.getByRole('cell', { name: 'unité inconnue' })).toBeVisible();
  await expectAccessible(window, 'the verdict');

  await window.getByRole('button', { name: 'Importer 300 signalements' }).click();
  await expect(window.getByText('300 signalements importés')).toBeVisible();
  await window.getByRole('button', { name: 'Enregistrer le rapport d’importation…' }).click();
  await expect(window.getByText('Enregistré : rapport.csv')).toBeVisible();
  await expectAccessible(window, 'the import, done');
  const written = (await readFile(report, 'utf8')).split('\r\n').filter((line) => line !== '');
  expect(written).toHaveLength(1 + bad.length);
  expect(written.join('\n')).toContain('une date n’existe pas');

  await window.getByRole('button', { name: 'Afficher les signalements importés' }).click();
  await expect(window.getByRole('search').getByRole('status')).toHaveText(/^300\slignes\ssur\s301$/);
  const held = await ask(window, 'referrals.list', {
    filter: { unitId, riskBand: 'high', source: 'school' },
    sort: { column: 'receivedOn', descending: false },
    from: { at: 'start' },
    size: 1,
  });
  expect(held.total).toEqual({ value: 150, exact: true });
  await expectAccessible(window, 'the imported referrals');
});
