import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { launchVigie, test } from '../../support/launch.ts';

test('the first screen has its language, theme and styles from the start, and loads no other language', async ({
  userData,
  root,
}) => {
  writeFileSync(join(userData, 'preferences.json'), JSON.stringify({ locale: 'fr', theme: 'dark' }));
  const vigie = await launchVigie({ userData, root });
  try {
    const window = await vigie.firstWindow();
    const texts = new Set<string>();
    window.on('request', (request) => {
      const found = /\/(en|fr)-[^/]*\.js$/.exec(request.url())?.[1];
      if (found !== undefined) texts.add(found);
    });
    await window.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (document.querySelector('h1') === null) return;
        observer.disconnect();
        (globalThis as { first?: unknown }).first = {
          language: document.documentElement.lang,
          theme: document.documentElement.dataset['mantineColorScheme'],
          overflow: getComputedStyle(document.body).overflow,
        };
      }).observe(document, { childList: true, subtree: true });
    });
    await window.reload();
    await window.waitForSelector('h1');
    expect(await window.evaluate(() => (globalThis as { first?: unknown }).first)).toEqual({
      language: 'fr-CA',
      theme: 'dark',
      overflow: 'hidden',
    });
    expect([...texts]).toEqual(['fr']);

    await window.getByRole('button', { name: 'EN English' }).click();
    await expect(window.locator('html')).toHaveAttribute('lang', 'en-CA');
    expect([...texts]).toEqual(['fr', 'en']);
  } finally {
    await vigie.close();
  }
});

test('an application that quits before its store has started ends', async ({ userData, root }) => {
  const vigie = await launchVigie({ userData, root });
  const process = vigie.process();
  await vigie.firstWindow();
  // The connection may close before the answer.
  await vigie
    .evaluate(({ app }) => {
      app.quit();
    })
    .catch(() => undefined);
  await expect.poll(() => process.exitCode).toBe(0);
});
