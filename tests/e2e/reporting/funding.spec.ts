import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, longTest } from '../../support/launch.ts';
import { fundingWords } from '../fundingWords.ts';
import { paste } from '../paste.ts';

async function makeAgreement(page: Page): Promise<void> {
  await ask(page, 'agreements.save', {
    code: 'AG-01',
    recipient: { en: 'Fictitious Service', fr: 'Service fictif' },
    programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
    signaturePlannedOn: null,
    signedOn: null,
    startsOn: '2025-04-01',
    endsOn: '2027-03-31',
    languages: ['en', 'fr'],
    asksBacklogAvoided: false,
    units: [],
  });
}

/** What a copy in the focused cell puts on the clipboard. */
function copied(page: Page): Promise<string> {
  return page.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    return data.getData('text/plain');
  });
}

for (const locale of languages) {
  longTest(
    `a block of budget lines is pasted, seen, saved and undone (${locale})`,
    async ({ vigie, window: page, userData }) => {
      const words = fundingWords[locale];
      await openCoordinationWorkspace(vigie, page, userData, locale);
      await makeAgreement(page);
      await page.reload();
      await page.getByRole('link', { name: words.title, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: words.title }).waitFor();

      const cell = (column: string, row: string) =>
        page.getByRole('textbox', { name: words.cell(column, row), exact: true });
      await cell(words.column.code, words.newRow).focus();
      await paste(page, words.block);
      const preview = page.getByRole('dialog', { name: words.preview });
      await expect(preview.getByRole('status')).toHaveText(words.tally);
      await expect(preview.getByText(words.notNumber, { exact: true })).toBeVisible();
      await expect(preview.getByText(words.dash, { exact: true })).toBeVisible();
      await expectAccessible(page, `the preview of a pasted block, ${locale}`);
      await preview.getByRole('button', { name: words.apply }).click();
      await expect(page.getByText(words.unsaved)).toBeVisible();

      await page.keyboard.press('Control+s');
      await expect(page.getByText(words.saved)).toBeVisible();
      await expect(page.locator('dd').getByText(words.spent)).toBeVisible();
      const total = page.locator('tfoot');
      await expect(total).toContainText(words.total);
      await expect(total).toContainText(words.money);

      // Typing replaces, Enter goes down, Escape restores, Delete empties, Tab goes on.
      const actual = cell(words.column.q1Actual, 'A-01');
      await actual.focus();
      await page.keyboard.type('7');
      await expect(actual).toHaveValue('7');
      await page.keyboard.press('Escape');
      await expect(actual).toHaveValue(words.money);
      await actual.focus();
      await page.keyboard.press('Delete');
      await expect(actual).toHaveValue('');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await expect(cell(words.column.q1Actual, 'A-02')).toBeFocused();
      await page.keyboard.press('ArrowUp');
      await expect(actual).toBeFocused();

      // What is chosen with Shift is copied as a spreadsheet takes it.
      await cell(words.column.code, 'A-01').focus();
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowRight');
      expect(await copied(page)).toBe('A-01\tInvestigators\nA-02\tOvertime');
      await page.keyboard.press('Escape');

      await page.getByText(words.quarter, { exact: true }).click();
      await expect(page.locator('tfoot')).toContainText(words.variance);
      await expect(page.getByText(words.explanation)).toBeVisible();
      await expectAccessible(page, `the budget of a quarter, ${locale}`);

      await page.getByRole('button', { name: words.undo }).click();
      const question = page.getByRole('dialog');
      await expect(question).toContainText(words.whatUndone);
      await question.getByRole('button', { name: words.undoConfirm }).click();
      await expect(cell(words.column.code, 'A-01')).toHaveCount(0);
      await expect(page.getByRole('button', { name: words.undo })).toBeDisabled();
    },
  );

  longTest(`a register comes from a file and goes to one (${locale})`, async ({ vigie, window: page, userData }) => {
    const words = fundingWords[locale];
    const folder = await openCoordinationWorkspace(vigie, page, userData, locale);
    await makeAgreement(page);
    await page.reload();
    await page.getByRole('link', { name: words.title, exact: true }).click();
    await page.getByRole('tab', { name: words.risks }).click();

    const path = join(folder, 'risks.csv');
    writeFileSync(path, words.file);
    await answerDialogs(vigie, { open: path });
    await page.getByRole('button', { name: words.import }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('status')).toHaveText(words.fileTally);
    await expect(dialog.getByText(words.invalid)).toBeVisible();
    await expect(dialog.getByText(words.ignored)).toBeVisible();
    await expectAccessible(page, `a file before it is imported, ${locale}`);
    await dialog.getByRole('button', { name: words.importRows }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('textbox', { name: words.cell(words.column.code, 'R-1') })).toBeVisible();

    const out = join(folder, 'risks.xlsx');
    await answerDialogs(vigie, { open: out, save: out });
    await page.getByRole('button', { name: words.export }).click();
    await page.getByRole('menuitem', { name: words.xlsx }).click();
    await expect(page.getByText(words.written)).toBeVisible();
    await page.getByRole('button', { name: words.import }).click();
    await expect(dialog.getByRole('status')).toHaveText(words.same);
    await dialog.getByRole('button', { name: words.cancel }).click();

    await page.getByRole('button', { name: words.undo }).click();
    await expect(dialog).toContainText(words.fromFile);
    await dialog.getByRole('button', { name: words.undoConfirm }).click();
    await expect(page.getByRole('textbox', { name: words.cell(words.column.code, 'R-1') })).toHaveCount(0);
    await expectAccessible(page, `an empty register, ${locale}`);
  });
}
