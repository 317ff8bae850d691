import { basename, dirname, resolve, sep } from 'node:path';

export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The names in a folder; none where it cannot be read. */
  readonly namesIn: (folder: string) => readonly string[];
}

/** Programs that synchronise say in the environment where. */
const variables = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'];

/** What such a program keeps in the folder at the top of what it synchronises. Nextcloud and ownCloud name their journal by the account. */
const marker =
  /^(\.dropbox\.cache|\.stfolder|\.sync\.ffs_db|\.nextcloudsync\.log|\.owncloudsync\.log|\._?sync_[0-9a-f]+\.db|\.csync_journal\.db|\.SynologyWorkingDirectory|\.849C9593-D756-4E56-8D6E-42412F2A707B|\.tmp\.driveupload|\.tmp\.drivedownload)$/;

/** Names of such folders: as their programs make them, and nobody else would. */
const names =
  /^(OneDrive( - .+)?|Dropbox( \(.+\))?|iCloudDrive|iCloud Drive|Google Drive|GoogleDrive-.+|My Drive|Mon Drive|Nextcloud|ownCloud|Seafile|pCloudDrive|Box|Box Sync|SynologyDrive|MEGA|MEGAsync)$/i;

/** On macOS the programs that synchronise keep everything below these. */
const macPlaces = ['/Library/CloudStorage/', '/Library/Mobile Documents/'];

/** Windows and macOS do not tell capitals from small letters. */
const asFolder = (path: string): string => `${resolve(path)}${sep}`.toLowerCase();

function above(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}

/** Whether another program copies this folder to other computers and back. */
export function isSynchronised(folder: string, { environment, namesIn }: Surroundings): boolean {
  const within = asFolder(folder);
  const named = variables.some((name) => {
    const place = environment[name];
    return place !== undefined && place !== '' && within.startsWith(asFolder(place));
  });
  if (named || macPlaces.some((place) => within.includes(place.toLowerCase()))) return true;
  return above(resolve(folder)).some(
    (each) => names.test(basename(each)) || namesIn(each).some((name) => marker.test(name)),
  );
}
