import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerDialogs, callFromPage, launchVigie } from '../../tests/support/launch.ts';
import { administrator, type TestStore } from '../../tests/support/store.ts';
import { quantile, type Measured } from './measure.ts';
import { emptyApplication } from './startBench.ts';
import { largeWorkspace, type Volume } from './volume.ts';

const login = 'officer';
const scrolling = 10_000;

/** Opens a workspace made by the tests' store, whose keys are derived in a moment, and waits at its sign-in. */
async function openWorkspace(vigie: ElectronApplication, folder: string): Promise<Page> {
  const page = await vigie.firstWindow();
  await page.waitForSelector('h1');
  await answerDialogs(vigie, { open: folder });
  const chosen = await callFromPage(page, 'workspaces.choose', {});
  if (!chosen.ok || !chosen.value.workspace) throw new Error('The workspace was not found.');
  await callFromPage(page, 'workspaces.open', { grant: chosen.value.workspace.grant });
  await page.reload();
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Passphrase').fill(administrator.passphrase);
  return page;
}

/** Milliseconds from the sign-in until the supervisor's first screen says how many files are open. */
async function unlock(page: Page): Promise<number> {
  const began = performance.now();
  await page.getByLabel('Passphrase').press('Enter');
  await page.getByText(/open items \(/).waitFor();
  return performance.now() - began;
}

/** Milliseconds from the menu until the list of referrals shows its first row, measured by the page itself: to a frame. */
function showList(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const row = () => document.querySelector('[role="grid"] [role="row"] [role="gridcell"]');
    const until = async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) await new Promise(requestAnimationFrame);
    };
    location.hash = '/about';
    await until(() => row() === null);
    const began = performance.now();
    location.hash = '/referrals';
    await until(() => row() !== null);
    return performance.now() - began;
  });
}

/** Milliseconds between frames while the wheel turns over the list. */
async function framesWhileScrolling(page: Page): Promise<readonly number[]> {
  const box = await page.getByRole('grid').boundingBox();
  if (!box) throw new Error('There is no list.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const frames = page.evaluate(
    (duration) =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = [];
        const began = performance.now();
        let last = began;
        const frame = (now: number): void => {
          gaps.push(now - last);
          last = now;
          if (now - began < duration) requestAnimationFrame(frame);
          else resolve(gaps.slice(1));
        };
        requestAnimationFrame(frame);
      }),
    scrolling,
  );
  const until = performance.now() + scrolling;
  while (performance.now() < until) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(16);
  }
  return (await frames).toSorted((a, b) => a - b);
}

/** Megabytes of the application's processes together, what they share counted once. */
function memoryOf(vigie: ElectronApplication): number {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const parents = new Map(lines.map((line) => line.trim().split(/\s+/) as [string, string]));
  const root = String(vigie.process().pid);
  const own = [...parents.keys()].filter((pid) => {
    for (let each: string | undefined = pid; each !== undefined; each = parents.get(each))
      if (each === root) return true;
    return false;
  });
  const shares = own.map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]),
  );
  return shares.reduce((sum, each) => sum + each, 0) / 1024;
}

async function emptyMemory(parent: string): Promise<number> {
  const vigie = await launchVigie({
    userData: join(parent, 'user'),
    root: emptyApplication(join(parent, 'empty')),
    day: null,
  });
  await (await vigie.firstWindow()).waitForSelector('h1');
  const memory = memoryOf(vigie);
  await vigie.close();
  return memory;
}

interface WindowFigures {
  readonly unlock: number;
  /** Sorted milliseconds until a list shows its first rows. */
  readonly lists: readonly number[];
  readonly frames: readonly number[];
  readonly memory: number;
}

async function seen({ store, folder, parent }: TestStore): Promise<WindowFigures> {
  // One application at a time has a workspace open.
  store.close();
  const vigie = await launchVigie({ userData: join(parent, 'application'), day: null });
  try {
    const page = await openWorkspace(vigie, folder);
    const first = await unlock(page);
    // The first time loads the screen itself.
    await showList(page);
    const lists: number[] = [];
    for (let run = 0; run < 40; run += 1) lists.push(await showList(page));
    lists.sort((a, b) => a - b);
    const frames = await framesWhileScrolling(page);
    return { unlock: first, lists, frames, memory: memoryOf(vigie) };
  } finally {
    await vigie.close();
  }
}

/** What a user sees of the large workspace, which is closed for it, compared with one of 10,000 rows. */
export async function benchWindow({ test }: Volume): Promise<readonly Measured[]> {
  const large = await seen(test);
  const little = await largeWorkspace(10_000);
  const [small, empty] = [await seen(little.test), await emptyMemory(little.test.parent)];
  little.plain.close();
  little.test.dispose();
  const longest = large.frames.at(-1) ?? Number.NaN;
  return [
    {
      name: 'unlock to the first working screen, key derivation aside, beside 10,000 rows',
      value: large.unlock,
      unit: 'ms',
      beside: small.unlock,
      ratio: large.unlock / small.unlock,
    },
    {
      name: 'list on screen, from the menu to its first rows, p95, beside 10,000 rows',
      value: quantile(large.lists, 0.95),
      unit: 'ms',
      beside: quantile(small.lists, 0.95),
      ratio: quantile(large.lists, 0.95) / quantile(small.lists, 0.95),
    },
    { name: 'scrolling for 10 s: longest frame', value: longest, unit: 'ms', beside: null, ratio: null },
    {
      name: 'scrolling for 10 s: frames over 50 ms, of all',
      value: large.frames.filter((each) => each > 50).length,
      unit: '',
      beside: large.frames.length,
      ratio: null,
    },
    {
      name: 'memory of all processes, beside an empty window',
      value: large.memory,
      unit: 'MB',
      beside: empty,
      ratio: large.memory / empty,
    },
  ];
}
