/** How an entry of a legend is drawn: a line, a dashed line, a fill, or hatching. */
export type SwatchKind = 'line' | 'dashes' | 'fill' | 'hatch';

export interface LegendEntry {
  readonly label: string;
  readonly kind: SwatchKind;
  readonly colour: string;
  readonly opacity?: number;
}

export const swatchSize = { width: 18, height: 10 } as const;

interface Stroke {
  readonly d: string;
  readonly strokeWidth: number;
  readonly dashes?: string;
}

/** The strokes of a swatch in a box of `swatchSize`; a fill has none. */
export function swatchStroke(kind: SwatchKind): Stroke | null {
  switch (kind) {
    case 'line':
      return { d: 'M0 5H18', strokeWidth: 2 };
    case 'dashes':
      return { d: 'M0 5H18', strokeWidth: 1.5, dashes: '5 3' };
    case 'hatch':
      return { d: 'M0 5L5 0M0 10L10 0M5 10L15 0M10 10L18 2M15 10L18 7', strokeWidth: 1.25 };
    case 'fill':
      return null;
  }
}
