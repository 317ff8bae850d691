import { homedir } from 'node:os';
import { join } from 'node:path';

/** The application's own folder of this user, where it keeps the same file. */
export function seenPath(): string {
  const home = homedir();
  const folders = {
    win32: process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'),
    darwin: join(home, 'Library', 'Application Support'),
  };
  const other = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  const folder = process.platform === 'win32' || process.platform === 'darwin' ? folders[process.platform] : other;
  return join(process.env['VIGIE_USER_DATA'] ?? join(folder, 'Vigie'), 'seen.json');
}
