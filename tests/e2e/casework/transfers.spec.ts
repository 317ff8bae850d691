import { expect } from '@playwright/test';
import { unbroken } from '../../../electron/contract/ground/period.ts';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { longTest } from '../../support/launch.ts';
import { shoot } from '../../support/shots.ts';

const words = {
  en: {
    transfers: 'Transfers',
    correct: /^Correct: Investigation/,
    answered: 'Answered on',
    early: 'Before 2026-11-10, the day of the proposal',
    reason: 'Reason for the correction',
    save: 'Save',
    strike: 'Entered in error…',
    back: 'The file returns to your unit.',
    mark: 'Mark as entered in error',
    corrections: 'Corrections',
  },
  fr: {
    transfers: 'Transferts',
    correct: /^Corriger : Enquête/,
    answered: 'Réponse le',
    early: 'Antérieure au 2026-11-10, jour de la proposition',
    reason: 'Motif de la correction',
    save: 'Enregistrer',
    strike: 'Inscrit par erreur…',
    back: 'Le dossier revient à votre unité.',
    mark: 'Marquer comme inscrit par erreur',
    corrections: 'Corrections',
  },
} as const;

for (const language of languages)
  longTest(
    `a transfer to a service outside is put right and taken out by keyboard, in ${language}`,
    async ({ vigie, window: page, userData }) => {
      const text = words[language];
      const { unitId } = await openCaseWorkspace(vigie, page, userData, language);
      const opened = { unitId, openedOn: '2026-10-01', referralIds: [], lead: null };
      const { id: investigationId } = await ask(page, 'investigations.open', opened);
      const { id: transferId } = await ask(page, 'transfers.propose', {
        ...{ referralId: null, investigationId, toUnitId: null, toService: 'Fictitious service' },
        ...{ on: '2026-11-10', message: 'The account is theirs.' },
      });
      await ask(page, 'transfers.accept', { transferId, version: 1, on: '2026-11-17' });
      await page.evaluate((to) => {
        location.hash = to;
      }, `/investigations/${investigationId}`);
      const transfers = page.getByRole('region', { name: text.transfers, exact: true });
      const dialog = page.getByRole('dialog');
      await transfers.getByRole('button', { name: text.correct }).press('Enter');
      await dialog.getByLabel(text.answered).fill('2026-11-09');
      await dialog.getByLabel(text.answered).press('Tab');
      await dialog.getByLabel(text.reason).fill('Another day');
      await dialog.getByLabel(text.reason).press('Enter');
      await expect(dialog.getByText(text.early)).toBeVisible();
      await shoot(vigie, page, `transfer-${language}`);
      await dialog.getByLabel(text.answered).fill('2026-11-12');
      await dialog.getByLabel(text.answered).press('Tab');
      await dialog.getByRole('button', { name: text.save, exact: true }).press('Enter');
      await expect(dialog).toBeHidden();
      await expect(transfers).toContainText(unbroken('2026-11-12'));
      await expectAccessible(page, 'a file with a transfer');
      await transfers.getByRole('button', { name: text.correct }).press('Enter');
      await dialog.getByRole('button', { name: text.strike }).press('Enter');
      await expect(dialog).toContainText(text.back);
      await dialog.getByLabel(text.reason).fill('It never left');
      await dialog.getByRole('button', { name: text.mark }).press('Enter');
      await expect(transfers).toBeHidden();
      // The unit has the file again, and both acts are listed.
      const listed = page.getByRole('region', { name: text.corrections, exact: true });
      await expect(listed.getByRole('listitem')).toHaveCount(2);
      await page.keyboard.press('x');
      await expect(dialog).toBeVisible();
    },
  );
