import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeReached, zoomedBy } from '../../../electron/main/windowBounds.ts';

const laptop = { x: 0, y: 0, width: 1280, height: 720 };
const second = { x: 1280, y: 0, width: 1920, height: 1080 };

describe('the place of a window', () => {
  it('is kept on a screen that is there', () => {
    expect(canBeReached({ x: 100, y: 50, width: 1024, height: 640 }, [laptop])).toBe(true);
    expect(canBeReached({ x: 1400, y: 50, width: 1024, height: 640 }, [laptop, second])).toBe(true);
  });

  it('is forgotten where its screen is gone, or its title bar is out of reach', () => {
    expect(canBeReached({ x: 1400, y: 50, width: 1024, height: 640 }, [laptop])).toBe(false);
    expect(canBeReached({ x: 1200, y: 50, width: 1024, height: 640 }, [laptop])).toBe(false);
    expect(canBeReached({ x: 0, y: -400, width: 1024, height: 640 }, [laptop])).toBe(false);
    expect(canBeReached({ x: 0, y: 0, width: 1024, height: 640 }, [])).toBe(false);
  });
});

describe('the zoom', () => {
  it('grows, shrinks and comes back, and stays within its limits', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('+', '=', '-', '_', '0'), { minLength: 1 }), (keys) => {
        const level = keys.reduce((now, key) => zoomedBy(key, now) ?? Number.NaN, 0);
        expect(level).toBeGreaterThanOrEqual(-3.5);
        expect(level).toBeLessThanOrEqual(6);
        expect(zoomedBy('0', level)).toBe(0);
      }),
    );
    expect([zoomedBy('+', 0), zoomedBy('-', 0), zoomedBy('c', 0)]).toEqual([0.5, -0.5, null]);
  });
});
