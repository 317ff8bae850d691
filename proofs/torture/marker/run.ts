import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { openCaseWorkspace } from '../../../tests/support/caseWorkspace.ts';
import { launchVigie } from '../../../tests/support/launch.ts';
import { commandOf, countInMemory, filesWith, formsOf, treeOf } from './memory.ts';

// Started with a display, and with the system's leave to write dumps: prints what was found of a marker, as JSON.

/** In two halves, which only the page puts together: what drives the page must not bring the whole into main itself. */
const halves = [randomBytes(6).toString('hex'), randomBytes(6).toString('hex')] as const;
const forms = formsOf(halves.join(''));

/** Ten referrals with the marker in their text, read back in a list, whole, and by a search; a draft of a form on screen. */
async function work(page: Page, unitId: string): Promise<void> {
  await page.evaluate(
    async ([first, second, unit]) => {
      const marker = `${first}${second}`;
      const call = globalThis.vigie.call as (method: string, input: unknown) => Promise<{ value?: unknown }>;
      for (let each = 0; each < 10; each += 1) {
        const logged = {
          unitId: unit,
          source: 'ncecc',
          receivedOn: '2026-11-02',
          summary: `${marker} ${String(each)}`,
        };
        const { value } = await call('referrals.log', logged);
        await call('referrals.get', { referralId: (value as { id: string }).id });
      }
      const sort = { column: 'receivedOn', descending: true };
      await call('referrals.list', { filter: {}, sort, from: { at: 'start' }, size: 100 });
      await call('search.everywhere', { text: marker });
      await call('drafts.save', { form: 'referral', subject: 'new', unitId: unit, values: { summary: marker } });
      document.body.append(marker);
      localStorage.setItem('draft', marker);
    },
    [...halves, unitId] as const,
  );
}

const pass = (milliseconds: number): Promise<void> => new Promise((done) => void setTimeout(done, milliseconds));

interface Found {
  /** What was looked through, and in how many of those the marker is. */
  readonly what: string;
  readonly looked: number;
  readonly with: readonly string[];
}

/** Main passes on what the page asks and the store answers: memory that it has freed keeps it until it is written over. */
function inProcesses(what: string, application: ElectronApplication, besides: readonly number[] = []): Found {
  const pids = treeOf(application.process().pid!).filter((pid) => !besides.includes(pid));
  const found = pids.filter((pid) => countInMemory(pid, forms) > 0);
  const about = (pid: number): string => `${String(countInMemory(pid, forms))} in ${commandOf(pid).slice(0, 120)}`;
  return { what, looked: pids.length, with: found.map(about) };
}

function inFiles(what: string, folder: string): Found {
  return { what, looked: 1, with: filesWith(folder, forms) };
}

async function storeOf(application: ElectronApplication): Promise<number> {
  const isStore = (pid: number): boolean => /store\.cjs|node\.mojom\.NodeService/.test(commandOf(pid));
  for (;;) {
    const found = treeOf(application.process().pid!).find(isStore);
    if (found !== undefined) return found;
    await pass(50);
  }
}

async function lockAndWait(application: ElectronApplication, page: Page): Promise<void> {
  const before = await storeOf(application);
  await page.evaluate(() => {
    void globalThis.vigie.call('session.lock', {});
  });
  while (treeOf(application.process().pid!).includes(before)) await pass(50);
  // What main no longer refers to is collected when it next collects: here, as after some time of use.
  await application.evaluate(() => {
    (globalThis as { gc?: () => void }).gc?.();
  });
  await pass(1500);
}

async function afterLock(parent: string): Promise<readonly Found[]> {
  const userData = join(parent, 'locked');
  mkdirSync(userData);
  const application = await launchVigie({ userData, cwd: parent, day: null });
  try {
    const page = await application.firstWindow();
    const { unitId } = await openCaseWorkspace(application, page, userData, 'en');
    await work(page, unitId);
    const open = inProcesses('while it is open', application);
    await lockAndWait(application, page);
    return [
      open,
      inProcesses('memory but main’s after a lock', application, [application.process().pid!]),
      inFiles('files after a lock', userData),
    ];
  } finally {
    await application.close();
  }
}

/** The store, then everything, falls as by a fault of memory. */
async function afterCrash(parent: string): Promise<readonly Found[]> {
  const userData = join(parent, 'crashed');
  mkdirSync(userData);
  const application = await launchVigie({ userData, cwd: parent, day: null });
  const page = await application.firstWindow();
  const { unitId } = await openCaseWorkspace(application, page, userData, 'en');
  await work(page, unitId);
  const store = await storeOf(application);
  process.kill(store, 'SIGSEGV');
  while (treeOf(application.process().pid!).includes(store)) await pass(50);
  await pass(1500);
  // The page still shows what it showed, and main holds what it passed on.
  const shown = treeOf(application.process().pid!).filter((pid) => /type=renderer/.test(commandOf(pid)));
  const besides = [application.process().pid!, ...shown];
  const memory = inProcesses('memory but the page’s and main’s after the store fell', application, besides);
  const main = application.process();
  const ended = new Promise((done) => main.once('exit', done));
  process.kill(main.pid!, 'SIGSEGV');
  await ended;
  await pass(1000);
  return [memory, inFiles('files and dumps after a crash', parent)];
}

const parent = mkdtempSync(join(tmpdir(), 'vigie-marker-'));
try {
  const found = [...(await afterLock(parent)), ...(await afterCrash(parent))];
  process.stdout.write(JSON.stringify(found));
} finally {
  rmSync(parent, { recursive: true, force: true });
}
process.exit(0);
