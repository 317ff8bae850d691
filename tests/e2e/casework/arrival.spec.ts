import { expect, type Page } from '@playwright/test';
import type { CivilDate } from '../../../electron/contract/ground/dates.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { holdAnswers } from '../../support/holdAnswers.ts';
import { test } from '../../support/launch.ts';
import { chooseInMenu } from '../../support/menu.ts';

/** As a link of a page does: the filter is before the hash. */
async function followFigure(page: Page): Promise<void> {
  await page.evaluate(() => {
    history.pushState(null, '', '?source=school#/referrals');
    dispatchEvent(new HashChangeEvent('hashchange'));
  });
}

const selected = (page: Page) => page.getByRole('grid').locator('[aria-selected="true"]');

test('a list has the keys at once, also before its rows are there, and leaves a figure as it was come to', async ({
  vigie,
  window,
  userData,
}) => {
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  const numbers: string[] = [];
  for (const source of ['school', 'ncecc', 'public'] as const) {
    const logged = { unitId, source, receivedOn: '2026-01-06' as CivilDate };
    numbers.push((await ask(window, 'referrals.log', logged)).number);
  }
  await ask(window, 'investigations.open', { unitId, openedOn: '2026-01-07', referralIds: [], lead: null });

  await chooseInMenu(window, 'Referrals');
  await expect(window.getByRole('gridcell', { name: numbers[0]!, exact: true })).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Space');
  await expect(selected(window)).toHaveAttribute('aria-rowindex', '3');
  await window.keyboard.press('Escape');
  await window.keyboard.press('j');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('complementary')).toBeVisible();

  // Before the rows are there.
  await chooseInMenu(window, 'Backlog');
  // From here on no list of referrals is read, or still on its way.
  await window.reload();
  await expect(window.getByRole('heading', { level: 1, name: 'Backlog' })).toBeVisible();
  const answer = await holdAnswers(vigie, 'referrals.list');
  await chooseInMenu(window, 'Referrals');
  await expect(window.getByRole('grid')).toBeFocused();
  await window.keyboard.press('j');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Space');
  await expect(selected(window)).toHaveCount(0);
  await answer();
  await expect(selected(window)).toHaveAttribute('aria-rowindex', '4');

  // A figure's list says so, leads back, and is not remembered.
  const bar = window.getByRole('search');
  await window.evaluate(() => {
    location.hash = '/backlog';
  });
  await expect(window.getByRole('heading', { level: 1, name: 'Backlog' })).toBeVisible();
  await followFigure(window);
  await expect(bar.getByRole('status')).toHaveText('1 of 3 rows');
  await expect(bar.getByRole('button', { name: 'Rows of one figure' })).toBeVisible();
  await bar.getByRole('button', { name: 'Back to the figure' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Backlog' })).toBeVisible();
  await followFigure(window);
  await expect(bar.getByRole('status')).toHaveText('1 of 3 rows');
  await chooseInMenu(window, 'Investigations');
  await chooseInMenu(window, 'Referrals');
  await expect(bar.getByRole('status')).toHaveText('3 rows');
  await expect(bar.getByRole('button', { name: 'Rows of one figure' })).toHaveCount(0);
});
