import type { Page } from '@playwright/test';

/** Opens the groups of the menu that are closed. */
export async function openGroups(page: Page): Promise<void> {
  const menu = page.getByRole('navigation');
  await menu.getByRole('link').first().waitFor();
  const closed = menu.locator('button[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
}

/** Goes to a screen by its entry, in whichever group it is. */
export async function chooseInMenu(page: Page, name: string): Promise<void> {
  await openGroups(page);
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
}
