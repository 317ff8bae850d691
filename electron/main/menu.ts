import { Menu, app, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { Locale } from '#contract/ground/codes';
import type { MenuCommand } from '#contract/ground/events';
import { menuWords } from './menuWords.ts';
import type { ZoomKey } from './windowBounds.ts';

interface MenuParts {
  readonly window: () => BrowserWindow | null;
  readonly command: (command: MenuCommand) => void;
  readonly zoom: (window: BrowserWindow, key: ZoomKey) => void;
}

/** Before `ready`: Electron would make one in English by itself. */
export function withoutDefaultMenu(): void {
  Menu.setApplicationMenu(null);
}

/** The same menu on every system, in the language of the page. */
export function setApplicationMenu(locale: Locale, parts: MenuParts): void {
  const words = menuWords[locale];
  const isMac = process.platform === 'darwin';
  // Elsewhere the page hears its keys by itself, and some are the page's own: the menu only shows them.
  const shown = { registerAccelerator: isMac };
  const item = (command: MenuCommand, more: MenuItemConstructorOptions = {}): MenuItemConstructorOptions => ({
    id: command,
    label: words[command],
    click: () => {
      parts.command(command);
    },
    ...more,
  });
  const zoom = (id: 'zoomIn' | 'zoomOut' | 'zoomReset', key: ZoomKey): MenuItemConstructorOptions => ({
    id,
    label: words[id],
    accelerator: `CmdOrCtrl+${key === '+' ? 'Plus' : key}`,
    ...shown,
    click: () => {
      const window = parts.window();
      if (window !== null) parts.zoom(window, key);
    },
  });
  const edit = (role: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll'): MenuItemConstructorOptions => ({
    role,
    label: words[role],
    ...shown,
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const menus: readonly (readonly [string, readonly MenuItemConstructorOptions[]])[] = [
    [words.file, [item('lock'), line, { role: 'quit', label: words.quit }]],
    [words.edit, [edit('undo'), edit('redo'), line, edit('cut'), edit('copy'), edit('paste'), line, edit('selectAll')]],
    [
      words.view,
      [
        zoom('zoomIn', '+'),
        zoom('zoomOut', '-'),
        zoom('zoomReset', '0'),
        line,
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    ],
    [words.help, [item('guide', { accelerator: 'F1' }), item('tour'), item('keys'), item('news'), line, item('about')]],
  ];
  const template = menus.map(([label, submenu]) => ({ label, submenu: [...submenu] }));
  const first: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu', label: app.name }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...first, ...template]));
}
