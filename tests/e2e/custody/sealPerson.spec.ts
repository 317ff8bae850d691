import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { longTest } from '../../support/launch.ts';
import { personInput } from '../../support/persons.ts';
import { shoot } from '../../support/shots.ts';

const words = {
  en: {
    transfers: 'Transfers',
    corrections: 'Corrections',
    show: (text: string) => `Show text: ${text}`,
    message: 'Message',
    reason: 'Reason',
    seal: 'Seal…',
    chosen: /^Correction: Transfer, /,
    left: /: a transfer$/,
    sealed: '1 correction of this file is sealed.',
  },
  fr: {
    transfers: 'Transferts',
    corrections: 'Corrections',
    show: (text: string) => `Afficher le texte : ${text}`,
    message: 'Message',
    reason: 'Motif',
    seal: 'Sceller…',
    chosen: /^Correction\s: Transfert, /,
    left: /: un transfert$/,
    sealed: '1 correction de ce dossier est scellée.',
  },
} as const;

for (const language of languages)
  longTest(
    `a hidden text says which it is, and an earlier one is sealed with the person, in ${language}`,
    async ({ vigie, window: page, userData }) => {
      const text = words[language];
      const { unitId } = await openCaseWorkspace(vigie, page, userData, language);
      const opened = { unitId, openedOn: '2026-10-01', referralIds: [], lead: null };
      const { id: investigationId } = await ask(page, 'investigations.open', opened);
      const file = { kind: 'investigation', id: investigationId } as const;
      await ask(page, 'persons.add', personInput(file, 'subject', { name: 'Zoé Quirion' }));
      const { id: transferId } = await ask(page, 'transfers.propose', {
        ...{ referralId: null, investigationId, toUnitId: null, toService: 'Fictitious service' },
        ...{ on: '2026-11-10', message: 'The account of Quirion.' },
      });
      const put = { message: 'An account.', reason: 'Typing error' };
      await ask(page, 'transfers.change', { transferId, version: 1, ...put });
      const refusal = { on: '2026-11-17', reason: 'Ask Quirion.' } as const;
      await ask(page, 'transfers.refuse', { transferId, version: 2, ...refusal });
      await page.evaluate((to) => {
        location.hash = to;
      }, `/investigations/${investigationId}`);
      const transfers = page.getByRole('region', { name: text.transfers, exact: true });
      for (const [name, said] of [
        [text.message, 'An account.'],
        [text.reason, 'Ask Quirion.'],
      ] as const) {
        await expect(transfers).not.toContainText(said);
        await transfers.getByRole('button', { name: text.show(name) }).press('Enter');
        await expect(transfers).toContainText(said);
      }
      const corrections = page.getByRole('region', { name: text.corrections, exact: true });
      await expect(corrections.getByRole('listitem')).toHaveCount(1);
      await expect(corrections).not.toContainText('Quirion');
      await corrections.getByRole('button', { name: text.show(text.message) }).press('Enter');
      await expect(corrections).toContainText('The account of Quirion.');
      await expectAccessible(page, 'a file with hidden texts');
      const dialog = page.getByRole('dialog');
      await page.getByRole('button', { name: /Zoé Quirion$/ }).press('Enter');
      await dialog.getByRole('button', { name: text.seal, exact: true }).press('Enter');
      await expect(dialog.getByRole('checkbox', { name: text.chosen })).toBeChecked();
      await expect(dialog.getByRole('listitem').filter({ hasText: text.left })).toHaveCount(1);
      await shoot(vigie, page, `seal-person-${language}`);
      await dialog.getByRole('textbox', { name: text.reason }).fill('Order of the court');
      await page.keyboard.press('Control+Enter');
      await expect(dialog).toBeHidden();
      await expect(corrections).toContainText(text.sealed);
      await expect(corrections).not.toContainText('Quirion');
    },
  );
