import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StoreFailure } from '../ground/kernel/failure.ts';

export function storePath(folder: string): string {
  return join(folder, 'store.db');
}

const networkTypes = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'afs',
  'ceph',
  '9p',
  'fuse.sshfs',
  'fuse.davfs2',
  'ncpfs',
]);

/** SQLite's locks are not safe on a network share: two users could damage the file. */
export function refuseNetworkShare(
  folder: string,
  mounts: string = readMounts(),
  platform: string = process.platform,
): void {
  if (platform === 'win32' && /^(\\\\|\/\/)/.test(folder)) throw new StoreFailure('invalid_input', 'network_share');
  const type = longestMount(folder, mounts);
  if (type && networkTypes.has(type)) throw new StoreFailure('invalid_input', 'network_share');
}

function readMounts(): string {
  return existsSync('/proc/mounts') ? readFileSync('/proc/mounts', 'utf8') : '';
}

function longestMount(folder: string, mounts: string): string | undefined {
  const real = existsSync(folder) ? realpathSync(folder) : folder;
  return mounts
    .split('\n')
    .map((line) => line.split(' '))
    .map(([, point = '', type = '']) => ({ point: point.replace(/\\040/g, ' '), type }))
    .filter(({ point }) => point === '/' || real === point || real.startsWith(`${point}/`))
    .sort((a, b) => b.point.length - a.point.length)[0]?.type;
}

/** Tells apart a folder that is gone, one that is no workspace, one that cannot be written and one on a share. */
export function requireWorkspaceFolder(folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new StoreFailure('not_found', 'folder_missing');
  refuseNetworkShare(folder);
  if (!existsSync(storePath(folder))) throw new StoreFailure('not_found', 'not_a_workspace');
  requireWritable(folder);
}

export function requireWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StoreFailure('read_only', 'folder_read_only');
  }
}
