// PostgreSQL for the tests of the shared store, which start a private server of their own and are otherwise named as not run.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findOnPath, say, step } from './processes.mjs';
import { aptInstall } from './system.mjs';

const OLDEST = 15;
const DEBIAN = '/usr/lib/postgresql';
/** While it is there, the package makes and starts no server of its own. */
const NO_SERVER = '/etc/postgresql-common/createcluster.d/vigie-set-up.conf';

/** @param {readonly string[]} releases names of folders */
export function hasRecentRelease(releases) {
  return releases.some((name) => Number(name) >= OLDEST);
}

export function postgresReady() {
  const releases = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).filter((name) => existsSync(join(DEBIAN, name, 'bin', 'initdb')))
    : [];
  return hasRecentRelease(releases) || findOnPath('initdb') !== undefined;
}

async function withoutServer(/** @type {() => Promise<unknown>} */ action) {
  mkdirSync(dirname(NO_SERVER), { recursive: true });
  writeFileSync(NO_SERVER, 'create_main_cluster = false\n');
  try {
    await action();
  } finally {
    rmSync(NO_SERVER);
  }
}

/** On Debian as root; failing is no error, since the tests say that they were not run. */
export async function installPostgres() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  try {
    await step('PostgreSQL, for the tests of the shared store', () =>
      withoutServer(() => aptInstall('postgresql', 'openssl')),
    );
  } catch {
    say('Set-up: PostgreSQL was not installed. The tests that need it are named as not run.');
  }
}
