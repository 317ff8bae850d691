// What Electron needs from a Linux system: shared libraries, and a display or a virtual one.
import { existsSync } from 'node:fs';
import { SetupError, findOnPath, run, step } from './processes.mjs';

// Each by its name since Debian 13 and Ubuntu 24.04, then by its name before.
const LIBRARIES = [
  ['libnss3'],
  ['libatk1.0-0t64', 'libatk1.0-0'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
  ['libdrm2'],
  ['libxss1'],
  ['libxtst6'],
];
const VIRTUAL_DISPLAY = [['xvfb'], ['xauth']];
/** The first opens the store as another program would; the second sees what reaches the disk, for the cut of power. */
const TEST_TOOLS = [['sqlcipher'], ['strace']];

/** @typedef {{ libraries: readonly string[], virtualDisplay: boolean, testTools: boolean }} Missing */

/** @param {NodeJS.ProcessEnv} [environment] */
export function hasDisplay(environment = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/** @param {string} output of ldd */
export function missingLibraries(output) {
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
}

/** @param {string} executable @param {{ testTools: boolean }} wanted @returns {Promise<Missing>} */
export async function findMissing(executable, wanted) {
  if (process.platform !== 'linux') return { libraries: [], virtualDisplay: false, testTools: false };
  // musl systems have an ldd without this output and fail here: Electron has no build for them.
  const output = await run('ldd', [executable]);
  return {
    libraries: missingLibraries(output),
    virtualDisplay: !hasDisplay() && !(findOnPath('xvfb-run') && findOnPath('xauth')),
    testTools: wanted.testTools && !TEST_TOOLS.every(([name]) => findOnPath(name)),
  };
}

/** @param {Missing} missing */
export function requiredMissing(missing) {
  return missing.libraries.length > 0 || missing.virtualDisplay;
}

/**
 * @param {Missing} missing
 * @param {(name: string) => boolean} isKnown whether this system's apt has a package of that name
 * @returns {string[]}
 */
export function aptPackages(missing, isKnown) {
  const wanted = [
    ...(missing.libraries.length > 0 ? LIBRARIES : []),
    ...(missing.virtualDisplay ? VIRTUAL_DISPLAY : []),
    ...(missing.testTools ? TEST_TOOLS : []),
  ];
  return wanted.map((names) => names.find(isKnown) ?? names[0]);
}

/** @param {Missing} missing @returns {Promise<{ names: string[], listsAreEmpty: boolean }>} */
async function chooseNames(missing) {
  const known = new Set((await run('apt-cache', ['pkgnames'])).split('\n'));
  const names = aptPackages(missing, (name) => known.has(name));
  return { names, listsAreEmpty: !names.every((name) => known.has(name)) };
}

const apt = (/** @type {string[]} */ ...args) =>
  run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

/** The lists of packages may be missing or too old: they are fetched where the first try fails. */
export async function aptInstall(/** @type {string[]} */ ...names) {
  const install = () => apt('install', '-y', '--no-install-recommends', ...names);
  await install().catch(() => apt('update').then(install));
}

/** @param {Missing} missing */
async function installWithApt(missing) {
  const install = (/** @type {string[]} */ names) => apt('install', '-y', '--no-install-recommends', ...names);
  const first = await chooseNames(missing);
  await step(`system packages: ${first.names.join(' ')}`, async () => {
    if (!first.listsAreEmpty) {
      const installed = await install(first.names).then(
        () => true,
        () => false,
      );
      if (installed) return;
    }
    // Only now: the lists of packages are missing or too old.
    await apt('update');
    await install((await chooseNames(missing)).names);
  });
}

/** @param {Missing} missing @param {boolean} hasApt */
export function explainMissing(missing, hasApt, /** @type {string[]} */ names) {
  const what = [...missing.libraries, ...(missing.virtualDisplay ? ['xvfb-run and xauth (there is no display)'] : [])];
  const how = hasApt
    ? `Run this, then the same command again:\n  sudo apt-get install -y ${names.join(' ')}`
    : 'Install the packages of your system that provide them, then run the same command again.';
  return `Electron cannot start without: ${what.join(', ')}.\n${how}`;
}

/** @param {Missing} missing */
export async function installMissing(missing) {
  const hasApt = existsSync('/usr/bin/apt-get');
  const required = { ...missing, testTools: false };
  if (!hasApt || process.getuid?.() !== 0) {
    const names = hasApt ? (await chooseNames(missing)).names : [];
    if (requiredMissing(missing)) throw new SetupError(explainMissing(missing, hasApt, names));
    return;
  }
  if (requiredMissing(required)) await installWithApt(required);
  if (missing.testTools) {
    // Only one test needs it, and says so when it is not there.
    await installWithApt({ libraries: [], virtualDisplay: false, testTools: true }).catch(() => {});
  }
}
