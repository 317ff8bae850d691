import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { answerDialogs, longTest, test, today } from '../../support/launch.ts';
import { chooseInMenu } from '../../support/menu.ts';
import { encoded, messyRegister, unitNames } from '../../support/messyRegister.ts';
import { registerWords } from './registerWords.ts';

const rowCount = 2000;
const fewestTrue = 1950;

/** The two units of the register, with the officer in both. */
async function addUnits(page: Page): Promise<void> {
  const { units } = await ask(page, 'units.list', {});
  const { session } = await ask(page, 'session.current', {});
  const unitIds = units.map(({ id }) => id);
  for (const [code, name] of Object.entries(unitNames)) {
    const unit = { code, name: { en: name, fr: name }, service: 'Service', active: true };
    unitIds.push((await ask(page, 'units.save', unit)).id);
  }
  await ask(page, 'users.grant', {
    ...{ userId: session!.user.id, version: 2, unitIds },
    roles: ['administrator', 'investigator', 'supervisor'],
  });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const countIn = (text: string): number => Number(/\d[\d,\u00a0\u202f]*/.exec(text)?.[0].replaceAll(/\D/g, ''));

for (const locale of ['en', 'fr'] as const) {
  const say = registerWords[locale];
  longTest(
    `a register of 2,000 rows becomes an inbox, and what is urgent an investigation that is found by its title (${locale})`,
    async ({ vigie, window, userData }) => {
      const { folder } = await openCaseWorkspace(vigie, window, userData, locale);
      await addUnits(window);
      const dialog = window.getByRole('dialog');
      const panel = window.getByRole('complementary');
      const grid = window.getByRole('grid');

      await test.step('the file is read as it is', async () => {
        const path = join(folder, 'registre.csv');
        const { text } = messyRegister(rowCount, locale === 'en' ? 11 : 12, today);
        await writeFile(path, encoded(text, locale === 'en' ? 'windows-1252' : 'utf-16'));
        await answerDialogs(vigie, { open: path });
        await chooseInMenu(window, say.imports);
        await window.getByRole('button', { name: say.choose }).click();
        await window.getByRole('button', { name: say.read }).click();
        await expect(window.getByText(say.dates).first()).toBeVisible();
        await expectAccessible(window, 'the values of 2,000 rows');
        await window.getByRole('button', { name: say.check }).click();
      });

      await test.step('nearly every row becomes a referral, and every other one says why', async () => {
        const fresh = window.getByRole('button', { name: say.fresh });
        await expect(fresh).toBeVisible();
        const news = countIn(await fresh.innerText());
        expect(news).toBeGreaterThanOrEqual(fewestTrue);
        let told = news;
        for (const verdict of say.others) {
          const button = window.getByRole('button', { name: verdict });
          if ((await button.count()) === 0) continue;
          const count = countIn(await button.innerText());
          told += count;
          if (count === 0) continue;
          await button.click();
          const rows = window.getByRole('table').last().locator('tbody tr');
          await expect(rows).toHaveCount(count);
          for (const row of await rows.all()) await expect(row.getByRole('cell').nth(1)).not.toBeEmpty();
        }
        expect(told).toBe(rowCount);
        await window.getByRole('button', { name: say.importAll }).click();
        await expect(window.getByText(say.imported)).toBeVisible();
        const { total } = await ask(window, 'referrals.list', {
          filter: {},
          sort: { column: 'number', descending: false },
          ...{ from: { at: 'start' }, size: 1 },
        });
        expect(total).toEqual({ value: news, exact: true });
      });

      const first = await test.step('what its source calls urgent is met first and decided on', async () => {
        await window.getByRole('navigation').getByRole('link', { name: say.inbox }).click();
        const list = {
          filter: { openOnly: true },
          sort: { column: 'inbox', descending: false },
          from: { at: 'start' },
        } as const;
        const [row] = (await ask(window, 'referrals.list', { ...list, size: 1 })).rows;
        expect(['1', 'Urgent']).toContain(row!.priorityReceived);
        await expect(grid.getByRole('row').nth(1)).toContainText(row!.number);
        await expect(grid).toBeFocused();
        await window.keyboard.press('Enter');
        await expect(panel.getByRole('heading', { name: row!.number })).toBeVisible();
        await window.keyboard.press('d');
        await dialog.getByRole('radiogroup').first().getByLabel(say.yes).check();
        await dialog.getByRole('radiogroup').nth(1).getByLabel(say.yes).check();
        await dialog.getByLabel(say.reason).fill(say.because);
        await window.keyboard.press('Control+Enter');
        // Child protection is next, then who works on it.
        await dialog.getByLabel(say.agency).fill(say.agencyName);
        await dialog.getByLabel(say.person).fill('B. Exemple');
        await window.keyboard.press('Control+Enter');
        await dialog.getByLabel('J. Roy').check();
        await window.keyboard.press('Control+Enter');
        await expect(dialog).toBeHidden();
        return row!;
      });

      const left = await test.step('it stays on top, with hours left', async () => {
        const top = grid.getByRole('row').nth(1);
        await expect(top).toContainText(first.number);
        await expect(top).toContainText(say.danger);
        const text = await top.getByText(say.hoursLeft).innerText();
        await expectAccessible(window, 'an inbox with a child in danger');
        return text;
      });

      await test.step('its investigation has the same clock', async () => {
        await window.keyboard.press('o');
        await dialog.getByLabel(say.title).fill(say.name);
        await window.keyboard.press('Control+Enter');
        await expect(window.getByRole('heading', { level: 1, name: say.name })).toBeVisible();
        await expect(window.getByRole('main').locator('header')).toContainText(say.danger);
        const dates = window.getByRole('region', { name: say.ahead });
        await expect(
          dates.getByRole('listitem').filter({ hasText: first.number }).getByText(left, { exact: true }),
        ).toBeVisible();
        await expectAccessible(window, 'the investigation of a child in danger');
      });

      await test.step('it is found again by its title', async () => {
        await window.getByRole('navigation').getByRole('link', { name: say.inbox }).click();
        await window.keyboard.press('Control+k');
        await expect(dialog.getByRole('textbox')).toBeFocused();
        await window.keyboard.type(say.name.slice(0, 9));
        await expect(dialog.locator('[data-selected]')).toContainText(say.name);
        await window.keyboard.press('Enter');
        await expect(window.getByRole('heading', { level: 1, name: say.name })).toBeVisible();
      });
    },
  );
}
