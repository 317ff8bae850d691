import type { Page } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { openGroups } from '../../support/menu.ts';
import { settle } from './figureLists.ts';

/** Signs in to a workspace of the demonstration. */
export async function enter(page: Page, kind: 'unit' | 'coordination', login: string): Promise<void> {
  const { workspaces } = await ask(page, 'workspaces.known', {});
  const wanted = workspaces.find((each) => each.demonstration && each.kind === kind);
  const { signIns } = await ask(page, 'workspaces.open', { grant: wanted!.grant });
  await ask(
    page,
    'session.signIn',
    signIns.find((each) => each.login === login)!,
  );
  await page.reload();
  await settle(page);
}

/** Every screen of the menu, in its order. */
export async function menuPaths(page: Page): Promise<readonly string[]> {
  await openGroups(page);
  return page
    .locator('nav a[href^="#/"]')
    .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').slice(1)));
}
