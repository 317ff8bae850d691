// The real application, driven as a user would: through its page and its own calls.
import { _electron } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { ROOT } from '../setup/processes.mjs';
import { runtimeEnvironment } from '../setup/runtime.mjs';

/** @param {string} userData */
export async function openApplication(userData) {
  const application = await _electron.launch({
    args: [ROOT],
    cwd: ROOT,
    env: { ...process.env, ...runtimeEnvironment(), VIGIE_USER_DATA: userData },
  });
  const page = await application.firstWindow();
  await page.waitForLoadState('domcontentloaded');

  /** A call that is refused ends the demonstration with its code. */
  async function call(method, input = {}) {
    const reply = await page.evaluate(([name, given]) => globalThis.vigie.call(name, given), [method, input]);
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`);
    return reply.value;
  }

  /** Answers the system's dialogs in place of the user. */
  async function choose(path) {
    await application.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, path);
  }

  async function reload(preferences) {
    if (preferences) await call('app.setPreferences', preferences);
    await page.reload();
    await settle();
  }

  /** Waits until nothing is being fetched, drawn or faded in. */
  async function settle() {
    await page.waitForLoadState('domcontentloaded');
    await page.waitForFunction(() => document.querySelector('h1') !== null);
    await page.waitForTimeout(200);
    await page.waitForFunction(isQuiet, undefined, { timeout: 180_000 });
    await page.waitForTimeout(200);
  }

  /** Of each picture, the headings in it. @type {Map<string, string[]>} */
  const headings = new Map();
  return { application, page, call, choose, reload, settle, headings, newJob: () => randomUUID() };
}

/** In the page: nothing is in progress, and no figure waits to be drawn. */
function isQuiet() {
  const busy = '[aria-busy="true"], [role="progressbar"], .mantine-Loader-root, figure div:empty[style*="height"]';
  return document.querySelector(busy) === null;
}

/** Opens one of the two workspaces and signs in with what its own screen shows. */
export async function enter(vigie, kind, login) {
  const { workspaces } = await vigie.call('workspaces.known');
  const wanted = workspaces.find((each) => each.demonstration && each.kind === kind);
  const { signIns } = await vigie.call('workspaces.open', { grant: wanted.grant });
  const session = await vigie.call(
    'session.signIn',
    signIns.find((each) => each.login === login),
  );
  await vigie.reload();
  return session;
}
