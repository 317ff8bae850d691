// LibreOffice opens what the application writes, in commands of their own: it is asked for by name and not fetched.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOnPath, run } from '../setup/processes.mjs';

const MINUTE = 60_000;

/** @param {string} undone what was not done where it is missing @returns {string | undefined} */
export function findOffice(undone) {
  const office = findOnPath('soffice') ?? findOnPath('libreoffice');
  if (office === undefined)
    process.stderr.write(
      `LibreOffice is not installed: ${undone}. On Debian or Ubuntu: apt-get install libreoffice-calc\n`,
    );
  return office;
}

/** Saves a file in another format, under its own name in a folder. @param {string} office @param {string} folder @param {string} path @param {string} format */
export async function convert(office, folder, path, format) {
  // A profile of its own: one that is in use elsewhere would be handed the file and open nothing here.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const out = join(folder, 'opened');
  await run(office, [profile, '--headless', '--convert-to', format, '--outdir', out, path], { timeout: 3 * MINUTE });
  return out;
}
