import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { referralSource } from '../../../electron/contract/ground/codes.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { answerDialogs, launchVigie, longTest } from '../../support/launch.ts';

const shots = process.env['VIGIE_SHOTS'];
async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

const headings = (page: Page) => page.getByRole('grid').getByRole('columnheader').allInnerTexts();
const clipboardOf = (vigie: ElectronApplication) => vigie.evaluate(({ clipboard }) => clipboard.readText());

async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

async function logSome(page: Page, unitId: string): Promise<void> {
  await page.evaluate(
    async ([unit, sources]) => {
      for (let index = 0; index < 30; index += 1) {
        const receivedOn = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
        const source = sources[index % 3];
        await globalThis.vigie.call('referrals.log', {
          unitId: unit,
          source,
          receivedOn,
          summary: `File ${String(index)}`,
        });
      }
    },
    [unitId, referralSource.options] as const,
  );
}

// The arrival at a list, its keys and its copies in a store are tried in each run.
longTest('a list is arranged, kept as a view, copied and exported by keyboard', async ({ vigie, window, userData }) => {
  const { unitId, folder } = await openCaseWorkspace(vigie, window, userData, 'en');
  await window.getByRole('link', { name: 'Referrals' }).waitFor();
  await logSome(window, unitId);
  await window.reload();
  await goTo(window, '/referrals');
  const grid = window.getByRole('grid');
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  await shoot(window, 'referrals-en');

  // Columns: the number first, the source away.
  await grid.focus();
  await window.keyboard.press('Shift+C');
  const columns = window.getByRole('dialog', { name: 'Columns' });
  await expect(columns).toBeVisible();
  await expectAccessible(window, 'the menu of columns');
  await shoot(window, 'columns-en');
  const earlier = columns.getByRole('button', { name: 'Move Number left' });
  for (let times = 0; times < 3; times += 1) await earlier.press('Enter');
  await columns.getByRole('checkbox', { name: 'Source' }).press('Space');
  const wider = columns.getByRole('button', { name: 'Make Number wider' });
  for (let times = 0; times < 4; times += 1) await wider.press('Enter');
  await window.keyboard.press('Escape');
  await expect(columns).toBeHidden();
  expect((await headings(window)).slice(1, 3)).toEqual(['Number', 'Due']);
  expect(await headings(window)).not.toContain('Source');

  // A view of them.
  const bar = window.getByRole('search', { name: 'List filters' });
  await bar.getByRole('button', { name: 'More filters' }).press('Enter');
  await bar.getByLabel('Source').selectOption('ncecc');
  await window.keyboard.press('Escape');
  await expect(bar.getByRole('status')).toHaveText('10 of 30 rows');
  await grid.focus();
  await window.keyboard.press('Shift+V');
  await expect(window.getByRole('menu', { name: /^View:/ })).toBeVisible();
  await shoot(window, 'views-en');
  await window.getByRole('menuitem', { name: 'Save as a view…' }).press('Enter');
  await window.getByLabel('Name').fill('NCECC by number');
  await window.keyboard.press('Control+Enter');
  await expect(bar.getByRole('button', { name: 'View: NCECC by number' })).toBeVisible();
  await window.getByRole('button', { name: 'View: NCECC by number' }).press('Enter');
  await window.getByRole('menuitem', { name: /Open the list with/ }).press('Enter');
  await window.getByRole('button', { name: 'View: NCECC by number' }).press('Enter');
  await window.getByRole('menuitem', { name: 'Unassigned' }).press('Enter');
  await expect(bar.getByRole('status')).toHaveText('30 rows');

  // Found again after the application was closed on.
  await window.reload();
  await goTo(window, '/about');
  await goTo(window, '/referrals');
  await expect(bar.getByRole('status')).toHaveText('10 of 30 rows');
  await expect(bar.getByRole('button', { name: 'View: NCECC by number' })).toBeVisible();

  // Rows to the clipboard, and away with a lock.
  await grid.focus();
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Control+C');
  await expect(window.getByText('3 rows copied')).toBeVisible();
  const lines = (await clipboardOf(vigie)).split('\r\n').map((line) => line.split('\t'));
  expect(lines).toHaveLength(4);
  expect(lines[0]).toEqual((await headings(window)).slice(1));
  await expect(grid.getByRole('row').nth(1)).toContainText(lines[1]?.[0] ?? '(nothing)');
  expect(lines.flat()).not.toContain('File 27');
  await window.keyboard.press('Control+A');
  await expect(window.getByText('10 selected')).toBeVisible();
  await window.keyboard.press('Escape');

  // What is shown, to a file.
  const csv = join(folder, 'list.csv');
  await answerDialogs(vigie, { save: csv });
  await window.getByRole('button', { name: 'Export' }).press('Enter');
  await window.getByRole('menuitem', { name: 'Text (.csv)…' }).press('Enter');
  await expect(window.getByText('10 rows saved to list.csv')).toBeVisible();
  const written = (await readFile(csv, 'utf8')).split('\r\n');
  expect(written[0]).toBe('\uFEFFPROTECTED B / PROTÉGÉ B');
  expect(written[1]?.split(',')).toEqual((await headings(window)).slice(1));
  expect(written.filter((line) => line !== '')).toHaveLength(12);

  await grid.focus();
  await window.keyboard.press('?');
  await expect(window.getByText('Copy as a table')).toBeVisible();
  await shoot(window, 'keys-en');
  await window.keyboard.press('Escape');

  await window.evaluate(() => globalThis.vigie.call('app.setPreferences', { locale: 'fr' }));
  await window.reload();
  await goTo(window, '/referrals');
  await expect(window.getByRole('button', { name: 'Vue : NCECC by number' })).toBeVisible();
  await window.getByRole('button', { name: 'Colonnes' }).press('Enter');
  await expectAccessible(window, 'le menu des colonnes');
  await window.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  await shoot(window, 'columns-fr-dark');
  await window.keyboard.press('Escape');
  await goTo(window, '/due');
  await expect(window.getByRole('button', { name: 'Vue : Toutes les échéances' })).toBeVisible();
  await shoot(window, 'due-fr-dark');
  await goTo(window, '/investigations');
  await expect(window.getByRole('button', { name: /^Vue : Ouvertes/ })).toBeVisible();
  await shoot(window, 'investigations-fr-dark');

  // Locking reloads the page, and may do so before the call is answered.
  await window.evaluate(() => globalThis.vigie.call('session.lock', {})).catch(() => undefined);
  await expect.poll(() => clipboardOf(vigie)).toBe('');
});

longTest('what was typed outlives the application', async ({ vigie, window, userData }) => {
  await openCaseWorkspace(vigie, window, userData, 'en');
  await window.getByRole('link', { name: 'Referrals' }).waitFor();
  await goTo(window, '/referrals/log');
  await window.getByLabel('External number', { exact: true }).fill('R-77');
  await window.keyboard.press('Control+.');
  await window.getByLabel('Summary').fill('Typed and not saved');
  // A second after the typing stops.
  const kept = () => ask(window, 'drafts.get', { form: 'referral', subject: '', unitId: null });
  await expect.poll(async () => (await kept()).draft?.values).toMatchObject({ summary: 'Typed and not saved' });
  const ended = new Promise((resolve) => vigie.process().once('exit', resolve));
  vigie.process().kill('SIGKILL');
  await ended;

  const again = await launchVigie({ userData });
  try {
    const page = await again.firstWindow();
    const { workspaces } = await ask(page, 'workspaces.known', {});
    await ask(page, 'workspaces.open', { grant: workspaces[0]?.grant ?? '' });
    await ask(page, 'session.signIn', { login: 'roy', passphrase: 'a passphrase for tests' });
    await page.reload();
    await page.getByRole('link', { name: 'Referrals' }).waitFor();
    await goTo(page, '/referrals/log');
    await expect(page.getByText(/Restored from your draft/)).toBeVisible();
    await expect(page.getByLabel('External number', { exact: true })).toHaveValue('R-77');
    await expect(page.getByLabel('Summary')).toHaveValue('Typed and not saved');
    await expectAccessible(page, 'a form taken up from a draft');
    await shoot(page, 'draft-en');
    await page.getByLabel('External number', { exact: true }).press('Control+Enter');
    await expect(page.getByText(/Logged: /)).toBeVisible();
    await expect(page.getByText(/Restored from your draft/)).toBeHidden();
    await page.reload();
    await goTo(page, '/referrals/log');
    await expect(page.getByLabel('External number', { exact: true })).toHaveValue('');
    await expect(page.getByText(/Restored from your draft/)).toBeHidden();
  } finally {
    await again.close();
  }
});
