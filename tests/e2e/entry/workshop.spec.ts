import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { runtimeEnvironment } from '../../../scripts/setup/runtime.mjs';
import { ask } from '../../support/ask.ts';
import { longTest } from '../../support/launch.ts';
import { ownDisplay } from '../../support/ownDisplay.ts';

const checkout = resolve(import.meta.dirname, '..', '..', '..');
const sources = ['db', 'electron', 'migrations', 'renderer', 'resources', 'scripts'];
const files = [
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.base.json',
];

/** A checkout of its own, which the test may change. */
function copyCheckout(): string {
  const copy = mkdtempSync(join(tmpdir(), 'vigie-workshop-'));
  for (const name of [...sources, ...files]) cpSync(join(checkout, name), join(copy, name), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => {
      done(false);
    });
    server.listen(port, '127.0.0.1', () =>
      server.close(() => {
        done(true);
      }),
    );
  });
}

/** The first of five in a row. */
async function freePorts(): Promise<number> {
  for (let first = 20_000 + (process.pid % 20_000); ; first += 5) {
    const free = await Promise.all([0, 1, 2, 3, 4].map((more) => isFree(first + more)));
    if (free.every(Boolean)) return first;
  }
}

async function start(copy: string, port: number): Promise<ChildProcess> {
  const environment = { ...runtimeEnvironment(), ...(await ownDisplay()), XDG_CACHE_HOME: join(copy, 'cache') };
  return spawn(process.execPath, ['scripts/dev.mjs', '--port', String(port)], {
    cwd: copy,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
}

/** What a debugger finds on a port. */
async function debugged(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${String(port)}/json/list`)).text();
}

/** The page of the window that is open now: another application has another. */
async function openPage(port: number): Promise<Page> {
  let page: Page | undefined;
  await expect(async () => {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(port + 3)}`);
    page = browser
      .contexts()[0]
      ?.pages()
      .find((each) => each.url().startsWith('app://vigie/'));
    expect(page).toBeDefined();
  }).toPass();
  return page!;
}

longTest('the workshop is signed in, takes changes in, and shows every component', async () => {
  const copy = copyCheckout();
  const port = await freePorts();
  const workshop = await start(copy, port);
  const change = (path: string, from: string, to: string) => {
    const text = readFileSync(join(copy, path), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(copy, path), text.replace(from, to));
  };
  const signedIn = async (page: Page) => (await ask(page, 'session.current', {})).session?.user.login;
  try {
    const page = await openPage(port);
    await expect(page.locator('nav a').first()).toBeVisible();
    expect(await signedIn(page)).toBe('superviseure');
    await page.evaluate(() => (location.hash = '/referrals'));
    await expect(page.getByRole('grid')).toBeVisible();
    const chosen = page.getByRole('row').nth(3).getByRole('checkbox');
    await chosen.check();

    expect(readFileSync(join(copy, 'dist/workshop/dist/main/store.cjs.map'), 'utf8')).toContain('db/entry/entry.ts');
    expect(await debugged(port + 1)).toContain('store.cjs');

    change('renderer/ui/PageHeader.tsx', '<Title order={1}', '<Title order={1} data-changed');
    await expect(page.locator('h1[data-changed]')).toBeVisible();
    await expect(chosen).toBeChecked();

    change('db/entry/entry.ts', 'SQLCipher 4 (AES-256)', 'another store');
    await expect.poll(async () => (await ask(page, 'app.about', {}).catch(() => null))?.cipher).toBe('another store');
    await expect.poll(() => signedIn(page).catch(() => null)).toBe('superviseure');
    await expect(chosen).toBeChecked();
    await expect(page.getByRole('row').nth(3)).toBeVisible();

    const fall = "throw new Error('A store that does not start');\n";
    change('db/entry/entry.ts', 'allowOnly(() =>', `${fall}allowOnly(() =>`);
    await expect(page.locator('nav a')).toHaveCount(0);
    change('db/entry/entry.ts', fall, '');
    await expect.poll(() => signedIn(page).catch(() => null)).toBe('superviseure');
    await expect(page.getByRole('grid')).toBeVisible();

    change('electron/main/shellHandlers.ts', 'version: app.getVersion()', "version: 'another main'");
    await expect(async () => {
      const next = await openPage(port);
      expect((await ask(next, 'app.about', {})).version).toBe('another main');
    }).toPass();
    const next = await openPage(port);
    await expect(next.getByRole('grid')).toBeVisible();
    expect(next.url()).toContain('#/referrals');
    expect(await signedIn(next)).toBe('superviseure');

    await next.evaluate(() => {
      location.hash = '/gallery';
      location.reload();
    });
    for (const language of ['en', 'fr']) {
      await next.getByRole('button', { name: language.toUpperCase() }).first().click();
      await expect(next.locator('html')).toHaveAttribute('lang', `${language}-CA`);
      await expect(next.locator('[data-piece]').first()).toBeVisible();
      await expect(next.locator('[data-failed]')).toHaveCount(0);
    }
  } finally {
    const ended = once(workshop, 'exit');
    workshop.kill();
    await ended;
    rmSync(copy, { recursive: true, force: true });
  }
});
