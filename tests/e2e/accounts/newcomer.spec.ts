import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { expectDone } from '../../support/jobs.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, longTest, test } from '../../support/launch.ts';
import { lockFiles } from '../../support/lockFiles.ts';
import { chooseInMenu, openGroups } from '../../support/menu.ts';
import { isWhole } from '../../support/whole.ts';
import { expectListsInView } from '../listsInView.ts';

/** What a newcomer reads and presses, in each language. */
const words = {
  en: {
    build: 'Build the demonstration',
    unit: /Demonstration - unit/,
    coordination: /Demonstration - coordination/,
    signIn: (login: string) => `Sign in as ${login}`,
    fictitious: 'Demonstration — fictitious data',
    imports: 'Imports',
    choose: 'Choose a file…',
    readValues: 'Read values',
    judge: 'Check all rows',
    importAll: /^Import 120 referrals$/,
    imported: '120 referrals imported',
    backlog: 'Backlog',
    open: /open items/,
    balanced: /^Balanced/,
    without: 'Backlog estimate',
    sentence: /Estimated without funded staff and overtime/,
    basis: 'Based on assumptions, not your data',
    lock: 'Lock',
    lockNow: 'Lock now',
    other: 'Another workspace',
    returns: 'Returns',
    prepare: /^Prepare AG-01.*Q2$/,
    step: (name: 'lock' | 'export') => (name === 'lock' ? /Lock/ : /Export/),
    lockReturn: /^Lock the Q2 return$/,
    exportInto: 'Export into a folder…',
    exported: 'Return exported to',
  },
  fr: {
    build: 'Préparer la démonstration',
    unit: /Demonstration - unit/,
    coordination: /Demonstration - coordination/,
    signIn: (login: string) => `Ouvrir la session : ${login}`,
    fictitious: 'Démonstration — données fictives',
    imports: 'Importations',
    choose: 'Choisir un fichier…',
    readValues: 'Lire les valeurs',
    judge: 'Vérifier toutes les lignes',
    importAll: /^Importer 120 signalements$/,
    imported: '120 signalements importés',
    backlog: 'Arriéré',
    open: /éléments ouverts/,
    balanced: /^Équilibré/,
    without: 'Estimation de l’arriéré',
    sentence: /Estimé sans le personnel ni les heures supplémentaires financés/,
    basis: 'Fondé sur des hypothèses et non sur vos données',
    lock: 'Verrouiller',
    lockNow: 'Verrouiller maintenant',
    other: 'Autre espace de travail',
    returns: 'Rapports trimestriels',
    prepare: /^Préparer AG-01.*T2 /,
    step: (name: 'lock' | 'export') => (name === 'lock' ? /Verrouillage/ : /Exportation/),
    lockReturn: /^Verrouiller le rapport du T2$/,
    exportInto: 'Exporter dans un répertoire…',
    exported: 'Rapport exporté dans',
  },
} as const;

const menu = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });

/** Every second screen of the menu from one on, as the role has it: all of them take too long for one test. */
async function sweep(page: Page, who: string, from: number): Promise<void> {
  await openGroups(page);
  const links = page.getByRole('navigation').getByRole('link');
  for (let index = from; index < (await links.count()); index += 2) {
    await links.nth(index).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy="true"], [role="progressbar"]')).toHaveCount(0);
    await expectAccessible(
      page,
      `${who}: ${await links.nth(index).innerText()}`,
      isWhole ? ['light', 'dark'] : ['light'],
    );
  }
}

// On the computer's own day, whichever it is: the calendar run plays it on many.
test.use({ day: null });
test.describe.configure({ mode: 'parallel' });

for (const locale of languages) {
  const say = words[locale];

  async function openDemonstration(window: Page, workspace: RegExp, login: string): Promise<void> {
    await window.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await ask(window, 'app.setPreferences', { locale, theme: 'auto' });
    await window.reload();
    await expectAccessible(window, 'welcome');
    await window.getByRole('button', { name: say.build }).click();
    await window.getByRole('button', { name: workspace }).click();
    await expectAccessible(window, 'sign in');
    const table = window.getByRole('table').locator('..');
    expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await window.getByRole('button', { name: say.signIn(login) }).click();
    await expect(window.getByText(say.fictitious)).toBeVisible();
  }

  test(`a newcomer imports a file of referrals and sees the backlog (${locale})`, async ({
    vigie,
    window,
    userData,
  }) => {
    await openDemonstration(window, say.unit, 'superviseure');

    await test.step('imports a file of referrals', async () => {
      await answerDialogs(vigie, { open: join(userData, 'demonstration', 'sample', 'signalements.csv') });
      await chooseInMenu(window, say.imports);
      await window.getByRole('button', { name: say.choose }).click();
      await window.getByRole('button', { name: say.readValues }).click();
      await window.getByRole('button', { name: say.judge }).click();
      await window.getByRole('button', { name: say.importAll }).click();
      await expect(window.getByText(say.imported)).toBeVisible();
    });

    await test.step('sees the backlog, and what it would have been', async () => {
      await menu(window, say.backlog).click();
      await expect(window.getByText(say.open).first()).toBeVisible();
      await expect(window.getByText(say.balanced)).toBeVisible();
      await chooseInMenu(window, say.without);
      await expectDone(window.getByText(say.sentence).first());
      await expect(window.getByText(say.basis).first()).toBeVisible();
    });

    await test.step('goes to the other workspace', async () => {
      await lockFiles(window, say);
      await window.getByRole('button', { name: say.other }).click();
      await window.getByRole('button', { name: say.coordination }).click();
      await expect(window.getByRole('button', { name: say.signIn('coordonnatrice') })).toBeVisible();
    });
  });

  // The coordinator's story does it in each run.
  longTest(`a newcomer locks and exports a quarter (${locale})`, async ({ vigie, window, userData }) => {
    await openDemonstration(window, say.coordination, 'coordonnatrice');
    await menu(window, say.returns).click();
    await window.getByRole('link', { name: say.prepare }).click();
    const step = (name: 'lock' | 'export') => window.getByRole('listitem').getByRole('link', { name: say.step(name) });
    await step('lock').click();
    await window.getByRole('button', { name: say.lockReturn }).click();
    await window.getByRole('dialog').getByRole('button', { name: say.lockReturn }).click();
    const out = join(userData, 'out');
    await mkdir(out);
    await answerDialogs(vigie, { open: out });
    await window.getByRole('button', { name: say.exportInto }).click();
    await expectDone(window.getByText(say.exported));
    expect(await readdir(join(out, 'AG-01-FY2026-27-Q2'))).toContain('return.xlsx');
  });

  const roles = [
    { login: 'superviseure', workspace: say.unit, run: test },
    // The coordinator's story and the administrator's first day go to most of theirs in each run.
    { login: 'coordonnatrice', workspace: say.coordination, run: longTest },
    { login: 'administrateur', workspace: say.coordination, run: longTest },
  ];
  for (const { login, workspace, run } of roles)
    for (const from of [0, 1])
      run(
        `the screens of the menu are accessible: ${login}, half ${from + 1} of 2 (${locale})`,
        async ({ vigie, window }) => {
          await openDemonstration(window, workspace, login);
          await sweep(window, login, from);
          if (isWhole && login === 'superviseure' && from === 0) await expectListsInView(vigie, window);
        },
      );
}
