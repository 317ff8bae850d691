import { expect, type Locator, type Page } from '@playwright/test';

/** Waits for the end of a job, however long this computer takes over it; one that is refused fails at once. */
export async function expectDone(page: Page, done: Locator): Promise<void> {
  await done.or(page.getByRole('alert')).first().waitFor();
  await expect(done).toBeVisible();
}
