import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { z } from 'zod';
import { readJson, writeJson } from './jsonFile.ts';
import { canBeReached, zoomedBy, type ZoomKey } from './windowBounds.ts';

const place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
  zoom: z.number(),
});

export interface WindowPlace {
  /** Empty at the first start, and where the screen that it was on is gone. */
  readonly bounds: () => Partial<Rectangle>;
  /** Zooms and maximizes as it was left, and keeps what changes. */
  readonly follow: (window: BrowserWindow) => void;
  /** As Ctrl with the key. */
  readonly zoom: (window: BrowserWindow, key: ZoomKey) => void;
}

/** Where the window was and how large its text is: of this computer, outside any workspace. */
export function openWindowPlace(path: string): WindowPlace {
  const kept = place.safeParse(readJson(path)).data ?? null;
  let zoom = kept?.zoom ?? 0;
  let saving: NodeJS.Timeout | undefined;

  function save(window: BrowserWindow): void {
    clearTimeout(saving);
    // A drag says its place many times a second.
    saving = setTimeout(() => {
      if (window.isDestroyed() || window.isMinimized()) return;
      const value = { ...window.getNormalBounds(), isMaximized: window.isMaximized(), zoom };
      // Lost, the window opens as at the first start.
      writeJson(path, value).catch(() => undefined);
    }, 300);
  }

  /** False where the key is no zoom. */
  function zoomBy(window: BrowserWindow, key: string): boolean {
    const next = zoomedBy(key, zoom);
    if (next === null) return false;
    zoom = next;
    window.webContents.setZoomLevel(zoom);
    save(window);
    return true;
  }

  return {
    zoom: zoomBy,
    bounds: () => {
      if (kept === null) return {};
      const { x, y, width, height } = kept;
      const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
      return canBeReached({ x, y, width, height }, screens) ? { x, y, width, height } : {};
    },
    follow: (window) => {
      if (kept?.isMaximized === true)
        window.once('show', () => {
          window.maximize();
        });
      const keep = (): void => {
        save(window);
      };
      window.on('resize', keep);
      window.on('move', keep);
      const { webContents } = window;
      // A page that comes after a lock begins at the usual size.
      webContents.on('dom-ready', () => {
        webContents.setZoomLevel(zoom);
      });
      webContents.on('before-input-event', (event, { type, control, meta, alt, key }) => {
        if (type !== 'keyDown' || alt || !(process.platform === 'darwin' ? meta : control)) return;
        if (zoomBy(window, key)) event.preventDefault();
      });
    },
  };
}
