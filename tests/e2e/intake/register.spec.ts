import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, longTest } from '../../support/launch.ts';
import { chooseInMenu } from '../../support/menu.ts';
import { encoded, messyRegister } from '../../support/messyRegister.ts';

const words = {
  en: {
    nav: 'Imports',
    choose: 'Choose a file…',
    header: 'Line with the column names',
    line: /Line 4: No · Date réception/,
    read: 'Read values',
    meaning: (text: string) => `Meaning of ${text}`,
    dates: /Day before month/,
    check: 'Check all rows',
    fresh: /^New\s*300/,
    passed: /lines are not referrals/,
    understood: 'In the file',
    open: 'Open',
    importAll: 'Import 300 referrals',
    imported: '300 referrals imported',
    inbox: 'Inbox',
  },
  fr: {
    nav: 'Importations',
    choose: 'Choisir un fichier…',
    header: 'Ligne des noms de colonnes',
    line: /Ligne 4\s: No · Date réception/,
    read: 'Lire les valeurs',
    meaning: (text: string) => `Sens de ${text}`,
    dates: /Jour avant le mois/,
    check: 'Vérifier toutes les lignes',
    fresh: /^Nouveaux\s*300/,
    passed: /lignes ne sont pas des signalements/,
    understood: 'Dans le fichier',
    open: 'Ouvert',
    importAll: 'Importer 300 signalements',
    imported: '300 signalements importés',
    inbox: 'À traiter',
  },
} as const;

for (const locale of languages) {
  longTest(
    `a register comes in with no work in a spreadsheet, and what is urgent comes first (${locale})`,
    async ({ vigie, window, userData }) => {
      const say = words[locale];
      const { folder, unitId } = await openCaseWorkspace(vigie, window, userData, locale);
      const path = join(folder, 'registre.csv');
      const { rows } = messyRegister(300, 5, '2026-11-01');
      await writeFile(path, encoded(messyRegister(300, 5, '2026-11-01').text, 'windows-1252'));
      await answerDialogs(vigie, { open: path });
      await chooseInMenu(window, say.nav);
      await window.getByRole('button', { name: say.choose }).click();
      await expect(window.getByLabel(say.header).locator('option:checked')).toHaveText(say.line);
      await window.getByRole('button', { name: say.read }).click();
      // The units of the register are not named as the workspace names its own: a person says which they are.
      const unknown = window.getByRole('region', { name: /Uni[té]/ }).getByRole('combobox');
      await expect(unknown).not.toHaveCount(0);
      for (const choice of await unknown.all()) await choice.selectOption(unitId);
      await expect(window.getByText(say.dates).first()).toBeVisible();
      await expectAccessible(window, 'the values of a register');
      await window.getByRole('button', { name: say.check }).click();
      await expect(window.getByRole('button', { name: say.fresh })).toBeVisible();
      await expect(window.getByText(say.passed)).toBeVisible();
      await window.getByRole('button', { name: say.fresh }).click();
      await expect(window.getByRole('cell', { name: rows[0]!.receivedOn }).first()).toBeVisible();
      await expectAccessible(window, 'a register judged');
      await window.getByRole('button', { name: say.importAll }).click();
      await expect(window.getByText(say.imported)).toBeVisible();

      await window.getByRole('navigation').getByRole('link', { name: say.inbox }).click();
      const list = {
        filter: { openOnly: true },
        sort: { column: 'inbox', descending: false },
        from: { at: 'start' },
      } as const;
      const [first] = (await ask(window, 'referrals.list', { ...list, size: 1 })).rows;
      expect(['1', 'Urgent']).toContain(first?.priorityReceived);
      await expect(window.getByRole('grid').getByRole('row').nth(1)).toContainText(first!.number);
    },
  );
}
