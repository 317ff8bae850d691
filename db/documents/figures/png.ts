import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as Canvas from '@napi-rs/canvas';
import type { PaperFigure } from './axes.ts';
import { svgOf } from './picture.ts';

/** The metrics of Arial (OFL; pdfjs-dist's own fonts are under the GPL and do not ship): the same picture on every computer. */
const family = 'Arimo';
const faces = ['arimo-latin-400-normal.woff2', 'arimo-latin-700-normal.woff2'];

/** Pictures are drawn for a sharp print: two dots for each of the figure's. */
const sharpness = 2;

let loaded: Promise<typeof Canvas> | null = null;

/** Loaded only when a workbook is made: the drawing library is large, and the store must start fast. */
async function load(): Promise<typeof Canvas> {
  const canvas = await import('@napi-rs/canvas');
  const { resolve } = createRequire(import.meta.url);
  // By its bytes: inside an application's archive a font has no path that native code could open.
  for (const face of faces)
    canvas.GlobalFonts.register(await readFile(resolve(`@fontsource/arimo/files/${face}`)), family);
  return canvas;
}

/** The figure as a PNG of twice its width and height, on white. */
export async function pngOf(figure: PaperFigure): Promise<Uint8Array> {
  const { createCanvas, loadImage } = await (loaded ??= load());
  const [width, height] = [figure.width * sharpness, figure.height * sharpness];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(await loadImage(Buffer.from(svgOf(figure, family), 'utf8')), 0, 0, width, height);
  return canvas.encode('png');
}
