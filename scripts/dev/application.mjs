// Electron under `npm run dev`, on a demonstration that is kept from one day to the next.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fallbackFolder } from '../setup/fallback.mjs';
import { ROOT } from '../setup/processes.mjs';
import { electronRuntime } from '../setup/runtime.mjs';
import { APPLICATION } from './code.mjs';

const digest = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** One for each checkout: two may have other migrations, and be open at the same time. */
const userData = join(dirname(fallbackFolder()), `workshop-${digest(ROOT).slice(0, 8)}`);

/** Removes the demonstration where its schema or its rows have changed since it was made; the page makes another. */
function refresh() {
  const files = globSync(['migrations/**/*.sql', 'resources/demonstration/*'], { cwd: ROOT }).toSorted();
  const now = digest(...files.flatMap((path) => [path, readFileSync(join(ROOT, path))]));
  const record = join(userData, 'workshop.txt');
  if (existsSync(record) && readFileSync(record, 'utf8') === now) return;
  for (const name of ['demonstration', 'known.json', 'seen.json'])
    rmSync(join(userData, name), { recursive: true, force: true });
  mkdirSync(userData, { recursive: true });
  writeFileSync(record, now);
}

/**
 * @param {Record<'main' | 'store' | 'reader' | 'page', number>} ports
 * @param {string} pages
 * @param {() => void} onEnd its user has closed it
 */
export function createApplication(ports, pages, onEnd) {
  /** @type {import('node:child_process').ChildProcess | null} */
  let running = null;
  const environment = {
    VIGIE_USER_DATA: userData,
    VIGIE_WORKSHOP: JSON.stringify({ root: ROOT, pages, ports }),
    // Reading code for an hour is no absence.
    VIGIE_IDLE_SECONDS: String(24 * 3600),
  };
  // Chromium's sandbox refuses root.
  const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const debugging = [`--inspect=127.0.0.1:${ports.main}`, `--remote-debugging-port=${ports.page}`];

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => running?.kill(signal) ?? onEnd());

  /** The next one would only show this one, as long as it runs. */
  async function stop() {
    if (running === null) return;
    running.off('exit', onEnd);
    running.kill();
    await once(running, 'exit');
  }

  return {
    isRunning: () => running !== null,
    start: async () => {
      await stop();
      refresh();
      running = spawn(electronRuntime().executable, [...rootOnly, ...debugging, APPLICATION], {
        env: { ...process.env, ...environment },
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      });
      running.once('exit', onEnd);
    },
    /** @param {'replace' | 'entered' | 'refused'} message for electron/main/workshop.ts */
    tell: (message) => void running?.send(message),
  };
}
