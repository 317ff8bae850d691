import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import type { VigieBridge } from '../../electron/contract/ground/bridge.ts';
import type { Reply } from '../../electron/contract/ground/errors.ts';
import type { Input, MethodName, Output } from '../../electron/contract/index.ts';
import { runtimeEnvironment } from '../../scripts/setup/runtime.mjs';
import { builtFewDraws } from './buildReader.ts';
import { isCalendar } from './languages.ts';
import { ownDisplay } from './ownDisplay.ts';
import { isWhole } from './whole.ts';

declare global {
  // What the preload gives the page, for the functions that tests run in it.
  var vigie: VigieBridge;
}

const built = resolve(import.meta.dirname, '..', '..');

/** Of every test that names no other: what it enters and sees is the same on any date. */
export const today = '2026-11-24';

interface Launch {
  /** Where the application keeps what is not in a workspace. */
  readonly userData: string;
  /** The folder of the built application. */
  readonly root?: string;
  /** The day on which it is started, or a time of it; null: the computer's own. */
  readonly day?: string | null;
  /** `VIGIE_IDLE_SECONDS` and the like. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly cwd?: string;
}

/** Starts the built application; its first window comes with `firstWindow()`. */
export async function launchVigie({
  userData,
  root = built,
  day = today,
  environment = {},
  args = [],
  cwd = root,
}: Launch): Promise<ElectronApplication> {
  const application = await _electron.launch({
    args: [root, ...args],
    cwd,
    env: {
      ...(process.env as Record<string, string>),
      ...runtimeEnvironment(),
      ...(await ownDisplay()),
      VIGIE_USER_DATA: userData,
      VIGIE_TODAY: day ?? '',
      ...environment,
    },
  });
  // What is to be pressed may be minutes away on a loaded machine: the test's own limit ends the wait.
  application.context().setDefaultTimeout(0);
  return application;
}

interface DialogAnswers {
  /** What every open dialog gives from now on; null cancels. */
  readonly open?: string | null;
  readonly save?: string | null;
}

/** Answers the system's dialogs in place of the user, which no test can reach. */
export async function answerDialogs(application: ElectronApplication, answers: DialogAnswers): Promise<void> {
  await application.evaluate(({ dialog }, { open, save }) => {
    if (open !== undefined)
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: open === null, filePaths: open === null ? [] : [open] });
    if (save !== undefined)
      dialog.showSaveDialog = () => Promise.resolve({ canceled: save === null, filePath: save ?? '' });
  }, answers);
}

/** Asks as the page's own scripts do, through the bridge. */
export function callFromPage<M extends MethodName>(page: Page, method: M, input: Input<M>): Promise<Reply<Output<M>>> {
  // As any value: worked out for each of the methods, the types of what a page may be given are too many for the compiler.
  const given: readonly [string, unknown] = [method, input];
  return page.evaluate(([name, value]) => globalThis.vigie.call(name, value), given) as Promise<Reply<Output<M>>>;
}

/** No figure of an estimate is looked at in most tests of `npm test`; one that does names no worker. */
const quickLaboratory: Fixtures['environment'] = isWhole ? {} : { VIGIE_WORKER: builtFewDraws };

interface Fixtures {
  readonly root: string;
  readonly day: string | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly userData: string;
  readonly vigie: ElectronApplication;
  readonly window: Page;
}

/** `test` with the application running on a fresh user data folder: `vigie` is the application, `window` its page. */
export const test = base.extend<Fixtures>({
  root: [built, { option: true }],
  day: [today, { option: true }],
  environment: [quickLaboratory, { option: true }],
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'vigie-e2e-'));
    await use(folder);
    const log = await readFile(join(folder, 'logs', 'failures.log'), 'utf8').catch(() => '');
    expect(log.split('\n').filter((line) => line.includes('"undeclared"'))).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  },
  vigie: async ({ userData, root, day, environment }, use) => {
    const application = await launchVigie({ userData, root, day, environment });
    await use(application);
    await application.close();
  },
  window: async ({ vigie }, use) => {
    await use(await vigie.firstWindow());
  },
});

/** Of `npm run test:all` and the calendar run: `npm test` names it as not run. */
export const longTest = isWhole || isCalendar ? test : test.skip.bind(test);
