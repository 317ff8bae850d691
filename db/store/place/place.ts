import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { isOnShare, mountsOfLinux, mountsOfMac } from './mounts.ts';
import { isSynchronised, type Surroundings } from './synchronised.ts';

/** What a system says about where a folder is. */
export interface System extends Surroundings {
  readonly platform: NodeJS.Platform;
  /** The folder as the system knows it: links followed, and on Windows the share behind a letter. */
  readonly realPath: (folder: string) => string;
  /** Of Linux the text of mountinfo, of macOS the answer of `mount`. */
  readonly mounts: () => string;
  /** Of Windows: `Network`, `Fixed`, `Removable`..., in no language of its own. */
  readonly driveType: (letter: string) => string;
}

const sharePath = /^(\\\\|\/\/)(?![?.]\\(?!UNC\\))/i;

function isShare(folder: string, system: System): boolean {
  const real = system.realPath(folder);
  if (system.platform === 'linux') return isOnShare(real, mountsOfLinux(system.mounts()));
  if (system.platform === 'darwin') return isOnShare(real, mountsOfMac(system.mounts()));
  return (
    system.platform === 'win32' && (sharePath.test(folder) || sharePath.test(real) || isNetworkDrive(folder, system))
  );
}

/** Some drives do not say what is behind their letter: then the system is asked of what type they are. */
function isNetworkDrive(folder: string, system: System): boolean {
  const [letter] = /^[a-z](?=:)/i.exec(folder) ?? [];
  return letter !== undefined && system.realPath(folder) === folder && system.driveType(letter) === 'Network';
}

/**
 * SQLite's locks are not safe on a share: two users could damage the file. A program that synchronises a folder puts older files in the
 * place of newer ones.
 */
export function requireLocalPlace(folder: string, system: System = thisSystem): void {
  if (isShare(folder, system)) throw new StoreFailure('invalid_input', 'network_share');
  if (isSynchronised(system.realPath(folder), system)) throw new StoreFailure('invalid_input', 'synchronised_folder');
}

function orElse<T>(otherwise: T, ask: () => T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

export const thisSystem: System = {
  platform: process.platform,
  environment: process.env,
  namesIn: (folder) => orElse([], () => readdirSync(folder)),
  realPath: (folder) => orElse(folder, () => realpathSync.native(folder)),
  mounts: () =>
    process.platform === 'darwin'
      ? execFileSync('/sbin/mount', { encoding: 'utf8' })
      : orElse('', () => readFileSync('/proc/self/mountinfo', 'utf8')),
  driveType: (letter) =>
    orElse('', () =>
      execFileSync(
        'powershell.exe',
        ['-NoProfile', '-Command', `[IO.DriveInfo]::new('${letter}').DriveType.ToString()`],
        {
          encoding: 'utf8',
          windowsHide: true,
        },
      ).trim(),
    ),
};
