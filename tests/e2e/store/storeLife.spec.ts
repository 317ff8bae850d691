import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { holdClock } from '../../support/heldClock.ts';
import { answerDialogs, callFromPage, launchVigie, test } from '../../support/launch.ts';

const passphrase = 'a passphrase for tests';

async function createWorkspace(vigie: ElectronApplication, window: Page, parent: string): Promise<void> {
  await mkdir(parent, { recursive: true });
  await answerDialogs(vigie, { open: parent });
  const chosen = await callFromPage(window, 'workspaces.chooseParent', {});
  if (!chosen.ok || chosen.value.folder === null) throw new Error('The dialog gave no folder.');
  const reply = await callFromPage(window, 'workspace.create', {
    parent: chosen.value.folder.grant,
    name: 'North',
    kind: 'unit',
    login: 'roy',
    displayName: 'J. Roy',
    passphrase,
  });
  expect(reply).toMatchObject({ ok: true });
}

async function nameInUse(window: Page): Promise<string | undefined> {
  const reply = await callFromPage(window, 'app.workspace', {});
  return reply.ok ? reply.value.workspace?.name : undefined;
}

async function isSignedIn(window: Page): Promise<boolean> {
  const reply = await callFromPage(window, 'session.current', {});
  return reply.ok && reply.value.session !== null;
}

/** Of all the application's processes, the one that runs the store's script or Electron's Node service. */
function storeProcesses(vigie: ElectronApplication): number[] {
  const parent = String(vigie.process().pid);
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, ppid, ...args]) => ppid === parent && /store\.cjs|node\.mojom\.NodeService/.test(args.join(' ')))
    .map(([pid]) => Number(pid));
}

test('a workspace is created, locked, opened again, and known after a restart', async ({
  vigie,
  window,
  userData,
  root,
}) => {
  await createWorkspace(vigie, window, join(userData, 'files'));
  expect(await nameInUse(window)).toBe('North');
  expect(await isSignedIn(window)).toBe(true);
  const before = storeProcesses(vigie);
  expect(before).toHaveLength(1);

  await window.evaluate(() => {
    // Later: the reply of what ends the page would be lost with it.
    setTimeout(() => void globalThis.vigie.call('session.lock', {}));
  });
  await expect(async () => {
    expect(storeProcesses(vigie)).toHaveLength(1);
    expect(storeProcesses(vigie)).not.toEqual(before);
    expect(await isSignedIn(window)).toBe(false);
    expect(await nameInUse(window)).toBe('North');
  }).toPass();

  await vigie.close();
  const again = await launchVigie({ userData, root });
  try {
    const page = await again.firstWindow();
    const known = await callFromPage(page, 'workspaces.known', {});
    if (!known.ok) throw new Error(known.error.code);
    expect(known.value.workspaces).toMatchObject([{ name: 'North', kind: 'unit', demonstration: false }]);
    const { grant } = known.value.workspaces[0]!;
    expect(await callFromPage(page, 'workspaces.open', { grant })).toMatchObject({ ok: true, value: { signIns: [] } });
    expect(await callFromPage(page, 'session.signIn', { login: 'roy', passphrase: 'wrong' })).toMatchObject({
      ok: false,
      error: { code: 'wrong_key' },
    });
    expect(await callFromPage(page, 'session.signIn', { login: 'roy', passphrase })).toMatchObject({ ok: true });
  } finally {
    await again.close();
  }
});

test('a store that is killed is told of, and the workspace opens again', async ({ vigie, window, userData }) => {
  await createWorkspace(vigie, window, join(userData, 'files'));
  await window.evaluate(() => {
    const heard = globalThis as { events?: string[] };
    heard.events = [];
    globalThis.vigie.onEvent((event) => heard.events?.push(event.type));
  });
  for (const pid of storeProcesses(vigie)) process.kill(pid, 'SIGKILL');
  await expect.poll(() => window.evaluate(() => (globalThis as { events?: string[] }).events)).toContain('store_ended');
  expect(await isSignedIn(window)).toBe(false);
  const reply = await callFromPage(window, 'app.workspace', {});
  if (!reply.ok || reply.value.workspace === null) throw new Error('The workspace is no longer named.');
  expect(await callFromPage(window, 'workspaces.open', { grant: reply.value.workspace.grant })).toMatchObject({
    ok: true,
  });
  expect(await callFromPage(window, 'session.signIn', { login: 'roy', passphrase })).toMatchObject({ ok: true });
});

test('a folder that is no workspace is refused with the reason', async ({ vigie, window, userData }) => {
  await mkdir(join(userData, 'files'));
  await answerDialogs(vigie, { open: join(userData, 'files') });
  const chosen = await callFromPage(window, 'workspaces.choose', {});
  if (!chosen.ok || chosen.value.workspace === null) throw new Error('The dialog gave no folder.');
  expect(await callFromPage(window, 'workspaces.open', { grant: chosen.value.workspace.grant })).toMatchObject({
    ok: false,
    error: { code: 'not_found', reason: 'not_a_workspace' },
  });
  expect(await nameInUse(window)).toBeUndefined();
  await answerDialogs(vigie, { open: null });
  expect(await callFromPage(window, 'workspaces.choose', {})).toEqual({ ok: true, value: { workspace: null } });
});

test('no path reaches the page or the log, and what the page holds no file outside the workspace', async ({
  vigie,
  window,
  userData,
}) => {
  await createWorkspace(vigie, window, join(userData, 'files'));
  const replies = await Promise.all([
    callFromPage(window, 'workspaces.known', {}),
    callFromPage(window, 'app.workspace', {}),
    callFromPage(window, 'app.about', {}),
    callFromPage(window, 'files.reveal', { grant: crypto.randomUUID() }),
  ]);
  expect(JSON.stringify(replies)).not.toContain(userData);
  const log = join(userData, 'logs', 'failures.log');
  // The file is there before its line is.
  await expect.poll(() => existsSync(log) && readFileSync(log, 'utf8').endsWith('\n')).toBe(true);
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  expect(lines.map((line) => Object.keys(JSON.parse(line) as object))).toEqual([['at', 'method', 'code', 'reference']]);

  const marker = 'Quetzalcoatlus-27';
  await window.evaluate((text) => {
    localStorage.setItem('kept', text);
    document.cookie = `kept=${text}`;
    document.body.append(text);
    history.pushState(null, '', `#${text}`);
  }, marker);
  await vigie.close();
  const files = readdirSync(userData, { recursive: true, encoding: 'utf8' })
    .map((name) => join(userData, name))
    .filter((path) => statSync(path).isFile());
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((path) => readFileSync(path).includes(marker))).toEqual([]);
});

test.describe('left alone', () => {
  test.use({ environment: { VIGIE_IDLE_SECONDS: '600' } });

  test('the session locks, and not while someone works', async ({ vigie, window, userData }) => {
    const clock = await holdClock(vigie);
    await createWorkspace(vigie, window, join(userData, 'files'));
    await clock.pass(400);
    await window.mouse.move(200, 300);
    await expect.poll(clock.inputs).toBeGreaterThan(0);
    await clock.pass(400);
    expect(await isSignedIn(window)).toBe(true);
    await clock.pass(400);
    await expect.poll(() => isSignedIn(window).catch(() => true)).toBe(false);
    expect(await nameInUse(window)).toBe('North');
  });
});
