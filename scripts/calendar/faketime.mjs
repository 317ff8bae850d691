// libfaketime moves the clock of every process that is started with it, Chromium's too; what counts time steadily stays as it is.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { SetupError, step } from '../setup/processes.mjs';
import { aptInstall } from '../setup/system.mjs';

const FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib', '/usr/local/lib'];
const findLibrary = () =>
  FOLDERS.map((folder) => `${folder}/faketime/libfaketime.so.1`).find((path) => existsSync(path));

/** Where the library is, installed first where that is possible: nothing but the calendar run needs it. */
export async function faketimeLibrary() {
  if (findLibrary() === undefined && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0)
    // Under the true clock, since certificates have dates.
    await step('faketime, for the calendar run', () => aptInstall('faketime'));
  const found = findLibrary();
  if (found === undefined)
    throw new SetupError('The calendar run needs libfaketime (Debian: apt-get install faketime).');
  return found;
}

/**
 * What a process is started with, so that it is then and there.
 * @param {string} library
 * @param {import('./days.mjs').Moment} moment
 */
export function environmentOf(library, { day, at, zone, locale }) {
  // The system's own reckoning of zones, and not that of what is tested.
  const { stdout } = spawnSync('date', ['-d', `${day} ${at}`, '+%s'], { env: { TZ: zone }, encoding: 'utf8' });
  const ahead = Number(stdout) - Math.round(Date.now() / 1000);
  return {
    TZ: zone,
    LANG: locale,
    LC_ALL: locale,
    LD_PRELOAD: library,
    // By a difference, so that one process after the other goes on.
    FAKETIME: `${ahead < 0 ? '' : '+'}${ahead}`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    // A remedy for an older C library, by which Chromium's threads do not sleep: the first day took five times as long.
    FAKETIME_FORCE_MONOTONIC_FIX: '0',
  };
}
