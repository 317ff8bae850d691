import type { Rectangle } from 'electron';

/** So much of a window must lie on a screen that it can be taken hold of. */
const grip = { width: 200, height: 80 };

function overlap(a: number, aLength: number, b: number, bLength: number): number {
  return Math.min(a + aLength, b + bLength) - Math.max(a, b);
}

/** Whether a window that was left there can be reached: its screen may be gone, or have become smaller. */
export function canBeReached(window: Rectangle, screens: readonly Rectangle[]): boolean {
  return screens.some(
    (screen) =>
      overlap(window.x, window.width, screen.x, screen.width) >= grip.width &&
      overlap(window.y, window.height, screen.y, screen.height) >= grip.height &&
      window.y >= screen.y,
  );
}

export type ZoomKey = '+' | '-' | '0';

/** In steps of half a level (about a tenth), from half to three times the size. */
const zoomSteps = { least: -3.5, most: 6, step: 0.5 };

/** What Ctrl with this key makes of the zoom; null: another key. */
export function zoomedBy(key: string, level: number): number | null {
  const { least, most, step } = zoomSteps;
  if (key === '+' || key === '=') return Math.min(most, level + step);
  if (key === '-' || key === '_') return Math.max(least, level - step);
  return key === '0' ? 0 : null;
}
