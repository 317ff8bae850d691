// What follows a change: the page takes it in by itself, the store is replaced, or the whole application starts again.
import { resolveConfig } from 'electron-vite';
import { ROOT, say } from '../setup/processes.mjs';
import { createApplication } from './application.mjs';
import { prepareFolder, watchCode } from './code.mjs';
import { servePages } from './pages.mjs';

/** @typedef {{ kind: string, login: string, path: string }} Want who is to be signed in, and on which screen */

/** @param {Want} first @param {number} port */
export async function openWorkshop(first, port) {
  process.chdir(ROOT);
  const { config } = await resolveConfig({ logLevel: 'warn', build: { sourcemap: true, watch: {} } }, 'serve');
  const ports = { main: port, store: port + 1, reader: port + 2, page: port + 3, server: port + 4 };

  const pages = await servePages(config.renderer, ports.server, first);
  // After the port is ours: what runs on it builds in the same folder.
  prepareFolder();
  let hasEntered = false;
  const application = createApplication(ports, pages.address, async () => {
    await pages.close();
    if (!hasEntered)
      say('It ended before its page was there: close the window that an earlier `npm run dev` has left open.');
    process.exit(hasEntered ? 0 : 1);
  });

  let queue = Promise.resolve();
  /** @param {'store' | 'application'} part */
  async function restart(part) {
    if (application.isRunning()) await pages.leave();
    const entered = pages.entered();
    if (part === 'application') await application.start();
    else application.tell('replace');
    const { again } = await entered;
    hasEntered = true;
    if (again !== undefined) application.tell(again);
  }
  await watchCode(config, {
    onBuilt: (part) => {
      say(`${new Date().toLocaleTimeString()} changed: ${part}`);
      queue = queue.then(() => restart(part));
    },
    onFailed: pages.showError,
  });
}
