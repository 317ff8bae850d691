import { describe, expect, it } from 'vitest';
import { requireLocalPlace, type System } from '../../../db/store/place/place.ts';

const plain: System = {
  platform: 'linux',
  environment: {},
  namesIn: () => [],
  realPath: (folder) => folder,
  mounts: () => '',
  driveType: () => 'Fixed',
};

function answerOf(folder: string, system: Partial<System>): string {
  try {
    requireLocalPlace(folder, { ...plain, ...system });
    return 'local';
  } catch (error) {
    return error instanceof Error ? error.message.replace('invalid_input: ', '') : String(error);
  }
}

describe('on Linux', () => {
  const mount = (point: string, type: string) => `36 25 0:32 / ${point} rw,relatime shared:1 - ${type} source rw`;
  const mounts = [
    mount('/', 'overlay'),
    mount('/home', 'ext4'),
    mount('/mnt/team', 'cifs'),
    mount('/mnt/my\\040files', 'nfs4'),
    mount('/run/user/1000/gvfs', 'fuse.gvfsd-fuse'),
    mount('/mnt/rclone', 'fuse.rclone'),
    mount('/media/stick', 'fuseblk'),
    mount('/vault', 'fuse.gocryptfs'),
    mount('/net', 'autofs'),
    mount('/data', 'autofs'),
    mount('/data', 'xfs'),
    mount('/projects', 'autofs'),
    mount('/projects', 'nfs'),
    mount('/mnt/c', '9p'),
    mount('/mnt/team/disk', 'ext4'),
  ].join('\n');

  it.each([
    ['/home/officer/Unit.vigie', 'local'],
    ['/mnt/team/Unit.vigie', 'network_share'],
    ['/mnt/teams/Unit.vigie', 'local'],
    ['/mnt/my files/Unit.vigie', 'network_share'],
    ['/run/user/1000/gvfs/smb-share:server=a/Unit.vigie', 'network_share'],
    ['/mnt/rclone/Unit.vigie', 'network_share'],
    ['/media/stick/Unit.vigie', 'local'],
    ['/vault/Unit.vigie', 'local'],
    ['/net/server/Unit.vigie', 'network_share'],
    ['/data/Unit.vigie', 'local'],
    ['/projects/Unit.vigie', 'network_share'],
    ['/mnt/c/Unit.vigie', 'network_share'],
    ['/mnt/team/disk/Unit.vigie', 'local'],
  ])('%s is %s', (folder, answer) => {
    expect(answerOf(folder, { mounts: () => mounts })).toBe(answer);
  });

  it('follows links', () => {
    const realPath = (folder: string) => folder.replace('/home/link', '/mnt/team');
    expect(answerOf('/home/link/Unit.vigie', { mounts: () => mounts, realPath })).toBe('network_share');
  });
});

describe('on macOS', () => {
  const mounts = [
    '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
    '/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)',
    '//officer@server/team on /Volumes/team (smbfs, nodev, nosuid, mounted by officer)',
    'map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)',
    'macfuse on /Volumes/my files (macfuse, nodev, mounted by officer)',
  ].join('\n');

  it.each([
    ['/Users/officer/Unit.vigie', 'local'],
    ['/Volumes/team/Unit.vigie', 'network_share'],
    ['/Volumes/my files/Unit.vigie', 'network_share'],
    ['/Users/officer/Library/CloudStorage/Dropbox/Unit.vigie', 'synchronised_folder'],
    ['/Users/officer/Library/Mobile Documents/com~apple~CloudDocs/Unit.vigie', 'synchronised_folder'],
  ])('%s is %s', (folder, answer) => {
    expect(answerOf(folder, { platform: 'darwin', mounts: () => mounts })).toBe(answer);
  });
});

describe('on Windows', () => {
  const windows = { platform: 'win32' } as const;

  it.each([
    ['a share by its name', '\\\\server\\share\\Unit.vigie', windows, 'network_share'],
    ['a share by its long name', '\\\\?\\UNC\\server\\share\\Unit.vigie', windows, 'network_share'],
    ['a disk by its long name', '\\\\?\\C:\\Cases\\Unit.vigie', windows, 'local'],
    ['a disk', 'C:\\Cases\\Unit.vigie', windows, 'local'],
    [
      'a letter with a share behind it',
      'Z:\\Unit.vigie',
      { ...windows, realPath: () => '\\\\server\\share\\Unit.vigie' },
      'network_share',
    ],
    [
      'a letter that does not say what is behind it',
      'Z:\\Unit.vigie',
      { ...windows, driveType: () => 'Network' },
      'network_share',
    ],
  ] as const)('%s', (_, folder, system, answer) => {
    expect(answerOf(folder, system)).toBe(answer);
  });
});

describe('a synchronised folder', () => {
  it.each([
    ['/home/officer/Dropbox/Unit.vigie', {}, 'synchronised_folder'],
    ['/home/officer/OneDrive - Service/Desktop/Unit.vigie', {}, 'synchronised_folder'],
    ['/home/officer/Nextcloud/Unit.vigie', {}, 'synchronised_folder'],
    ['/home/officer/Cases/Unit.vigie', { environment: { OneDrive: '/home/officer/Cases' } }, 'synchronised_folder'],
    ['/home/officer/Cases2/Unit.vigie', { environment: { OneDrive: '/home/officer/Cases' } }, 'local'],
    [
      '/home/officer/Cases/Unit.vigie',
      { namesIn: (folder: string) => (folder === '/home/officer/Cases' ? ['.stfolder'] : []) },
      'synchronised_folder',
    ],
    [
      '/home/officer/Cases/Unit.vigie',
      { namesIn: (folder: string) => (folder === '/home/officer' ? ['._sync_0a1b2c3d.db'] : []) },
      'synchronised_folder',
    ],
    ['/home/officer/Cases/Unit.vigie', {}, 'local'],
  ])('%s %o is %s', (folder, system, answer) => {
    expect(answerOf(folder, system)).toBe(answer);
  });
});
