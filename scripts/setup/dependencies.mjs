// The packages of node_modules, and the Node that the scripts run on.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SetupError, npmCommand, projectNode, run, step } from './processes.mjs';

const OLDEST_NODE = '22.14.0';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lock */

/**
 * Whether node_modules holds what package-lock.json asks for. Contents are compared, not dates: a checkout changes dates.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed the lock that npm leaves in node_modules when it has finished
 */
export function dependenciesCurrent(wanted, installed) {
  if (!installed?.packages) return false;
  const present = installed.packages;
  return Object.entries(wanted.packages ?? {}).every(([path, locked]) => {
    if (path === '') return true;
    const found = present[path];
    // Packages for other platforms are in the lock and not on the disk.
    if (found === undefined) return locked.optional === true || locked.devOptional === true || locked.peer === true;
    return found.version === locked.version && found.integrity === locked.integrity;
  });
}

/** @param {string} file @returns {Lock | undefined} */
function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

export function dependenciesReady() {
  const wanted = readLock(join(ROOT, 'package-lock.json'));
  if (wanted === undefined)
    throw new SetupError('package-lock.json is missing: this is not a whole copy of the project.');
  return dependenciesCurrent(wanted, readLock(join(ROOT, 'node_modules', '.package-lock.json')));
}

export async function installDependencies() {
  const { command, prefix, shell } = npmCommand();
  await step('packages (npm ci)', () => run(command, [...prefix, 'ci', '--no-audit', '--no-fund'], { shell }));
}

/** @param {string} version @param {string} [oldest] */
export function nodeIsRecent(version, oldest = OLDEST_NODE) {
  return version.replace(/^v/, '').localeCompare(oldest, 'en', { numeric: true }) >= 0;
}

/** Linux brings its own Node 24 in node_modules; elsewhere the installed Node must do. */
export async function requireRecentNode() {
  const node = projectNode();
  const version = node === process.execPath ? process.version : (await run(node, ['--version'])).trim();
  if (nodeIsRecent(version)) return;
  throw new SetupError(
    `Node ${OLDEST_NODE} or newer is needed here and this is ${version}: install it from nodejs.org.`,
  );
}
