import { plot, type PlotOptions } from '@observablehq/plot';
import { innerWidth, panelWidth, pictureWidth, type DrawnPanel, type Measure } from './picture.ts';
import { paperFont } from './palette.ts';

export type Draw = (width: number) => PlotOptions;

/** One drawing of a figure. */
export interface Panel {
  readonly heading: string | null;
  readonly height: number;
  readonly draw: Draw;
}

export function drawPanels(panels: readonly Panel[], columns: number): readonly DrawnPanel[] {
  const width = columns === 1 ? innerWidth : panelWidth(columns);
  const serializer = new XMLSerializer();
  return panels.map(({ heading, height, draw }) => ({
    heading,
    width,
    height,
    markup: serializer.serializeToString(plot({ width, height, ...draw(width), className: 'vigie-plot' })),
  }));
}

export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  return (text, size) => {
    if (context === null) return text.length * size * 0.6;
    context.font = `${String(size)}px ${paperFont}`;
    return context.measureText(text).width;
  };
}

const sharpness = 2;

/** The picture as a PNG in base64, twice as fine as on screen. */
export async function toPng(svg: string, height: number): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = pictureWidth * sharpness;
  canvas.height = height * sharpness;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas to draw on.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^.*,/, '');
}
