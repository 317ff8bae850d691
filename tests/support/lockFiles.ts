import type { Page } from '@playwright/test';
import { ask } from './ask.ts';

/** Locks as one who works files: asked first where a deadline passes before the unit is open again, as each does before a weekend. */
export async function lockFiles(page: Page, say: { readonly lock: string; readonly lockNow: string }): Promise<void> {
  const { rows } = await ask(page, 'due.running', {});
  await page.getByRole('button', { name: say.lock, exact: true }).click();
  if (rows.length > 0) await page.getByRole('dialog').getByRole('button', { name: say.lockNow, exact: true }).click();
}
