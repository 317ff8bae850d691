/** One line of what a system says is mounted: where, and as what. */
interface Mount {
  readonly point: string;
  readonly isShare: boolean;
}

/** File systems that another computer, or the computer around a virtual one, keeps. */
const shareTypes = new Set(
  (
    'nfs nfs3 nfs4 cifs smb2 smb3 smbfs afs afpfs ceph 9p ncpfs webdav davfs coda lustre gpfs beegfs ocfs2 gfs2 orangefs pvfs2 ' +
    'glusterfs vboxsf prl_fs vmhgfs virtiofs ftp autofs'
  ).split(' '),
);

/** What runs in a user's process is a share or a service on the network, except these, whose bytes are on a disk of this computer. */
const localFuse =
  /^(fuseblk|fuse\.(ntfs|ntfs-3g|exfat|fat|ext2|ext4|lowntfs-3g|gocryptfs|encfs|cryfs|veracrypt|ecryptfs|bindfs|mergerfs|unionfs|unionfs-fuse|fuse-overlayfs|zfs|apfs|hfs|squashfuse|ntfsprogs))$/;

function isShareType(type: string): boolean {
  return shareTypes.has(type) || (type.startsWith('fuse') && !localFuse.test(type));
}

const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

/** `/proc/self/mountinfo`: the mount point is the fifth field, the type the first after a lone hyphen. */
export function mountsOfLinux(mountinfo: string): readonly Mount[] {
  return mountinfo.split('\n').flatMap((line) => {
    const fields = line.split(' ');
    const point = fields[4];
    const type = fields[fields.indexOf('-') + 1];
    return point === undefined || type === undefined ? [] : [{ point: unescaped(point), isShare: isShareType(type) }];
  });
}

/** `mount` of macOS: `//user@server/share on /Volumes/share (smbfs, nodev, mounted by user)`; a disk of this computer is `local`. */
export function mountsOfMac(lines: string): readonly Mount[] {
  return [...lines.matchAll(/^.* on (?<point>\/.*) \((?<options>[^()]*)\)$/gm)].map(({ groups }) => ({
    point: groups?.['point'] ?? '',
    isShare: !(groups?.['options'] ?? '').split(', ').includes('local'),
  }));
}

/** What is mounted last over a place is what is met there. */
export function isOnShare(folder: string, mounts: readonly Mount[]): boolean {
  const over = mounts.filter(({ point }) => point === '/' || folder === point || folder.startsWith(`${point}/`));
  const longest = Math.max(...over.map(({ point }) => point.length));
  return over.findLast(({ point }) => point.length === longest)?.isShare ?? false;
}
