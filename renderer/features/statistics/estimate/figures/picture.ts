import { swatchSize, swatchStroke, type LegendEntry } from './legend.ts';
import { paperDimmed, paperFont, paperText } from './palette.ts';
import { plainChart } from './plainChart.ts';

export interface DrawnPanel {
  readonly heading: string | null;
  /** Markup of an `svg` element of that size. */
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

export interface PictureContent {
  readonly marking: string;
  readonly title: string;
  readonly description: string;
  readonly panels: readonly DrawnPanel[];
  /** Panels side by side. */
  readonly columns: number;
  readonly legend: readonly LegendEntry[];
  /** What the figure rests on, below it: a picture that is passed on carries its own provenance. */
  readonly notes: readonly string[];
}

/** Width in pixels of a text in the picture's font. */
export type Measure = (text: string, size: number) => number;

export const pictureWidth = 960;
const margin = 24;
const gap = 16;
export const innerWidth = pictureWidth - 2 * margin;

export function panelWidth(columns: number): number {
  return Math.floor((innerWidth - gap * (columns - 1)) / columns);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Lines no wider than that, broken at spaces; a word that is wider has a line of its own. */
export function wrapText(text: string, width: number, size: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Block {
  readonly markup: string;
  readonly height: number;
}

interface TextStyle {
  readonly size: number;
  readonly colour: string;
  readonly weight?: number;
}

function textBlock(text: string, top: number, { size, colour, weight = 400 }: TextStyle, measure: Measure): Block {
  const leading = Math.round(size * 1.4);
  const lines = wrapText(text, innerWidth, size, measure);
  const spans = lines.map((line, index) => {
    const y = top + size + index * leading;
    return `<text x="${margin}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escapeText(line)}</text>`;
  });
  return { markup: spans.join(''), height: lines.length * leading };
}

const headingHeight = 20;

function panelsBlock(panels: readonly DrawnPanel[], columns: number, top: number): Block {
  const hasHeadings = panels.some(({ heading }) => heading !== null);
  const offset = hasHeadings ? headingHeight : 0;
  const width = panelWidth(columns);
  const rows = Math.ceil(panels.length / columns);
  const heights = Array.from({ length: rows }, (_, row) =>
    Math.max(...panels.slice(row * columns, (row + 1) * columns).map((panel) => panel.height + offset)),
  );
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, each) => sum + each + gap, top));
  const parts = panels.map((panel, index) => {
    const x = margin + (index % columns) * (width + gap);
    const y = tops[Math.floor(index / columns)] ?? top;
    const heading =
      panel.heading === null
        ? ''
        : `<text x="${x}" y="${y + 13}" font-size="13" font-weight="600" fill="${paperText}">${escapeText(panel.heading)}</text>`;
    return `${heading}<g transform="translate(${x} ${y + offset})" color="${paperText}" font-size="12">${plainChart(panel.markup)}</g>`;
  });
  return { markup: parts.join(''), height: heights.reduce((sum, each) => sum + each + gap, -gap) };
}

function swatchMarkup({ kind, colour, opacity = 1 }: LegendEntry, x: number, y: number): string {
  const stroke = swatchStroke(kind);
  if (stroke === null)
    return `<rect x="${x}" y="${y}" width="${swatchSize.width}" height="${swatchSize.height}" fill="${colour}" fill-opacity="${opacity}"/>`;
  const dashes = stroke.dashes === undefined ? '' : ` stroke-dasharray="${stroke.dashes}"`;
  return `<path transform="translate(${x} ${y})" d="${stroke.d}" fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${stroke.strokeWidth}"${dashes}/>`;
}

function legendBlock(entries: readonly LegendEntry[], top: number, measure: Measure): Block {
  const step = 20;
  let x = margin;
  let y = top;
  const parts = entries.map((entry) => {
    const width = swatchSize.width + 6 + measure(entry.label, 12);
    if (x > margin && x + width > margin + innerWidth) {
      x = margin;
      y += step;
    }
    const at = x;
    x += width + 20;
    const text = `<text x="${at + swatchSize.width + 6}" y="${y + 11}" font-size="12" fill="${paperDimmed}">${escapeText(entry.label)}</text>`;
    return plainChart(swatchMarkup(entry, at, y + 2)) + text;
  });
  return { markup: parts.join(''), height: entries.length === 0 ? 0 : y - top + step };
}

/** The whole figure as one SVG on white: title, what it says, the drawing, its legend and what it rests on. */
export function composePicture(content: PictureContent, measure: Measure): { svg: string; height: number } {
  let y = margin;
  const parts: string[] = [];
  const add = ({ markup, height }: Block, space: number) => {
    parts.push(markup);
    y += height + (height === 0 ? 0 : space);
  };
  add(textBlock(content.marking, y, { size: 12, colour: paperText, weight: 600 }, measure), 8);
  add(textBlock(content.title, y, { size: 18, colour: paperText, weight: 600 }, measure), 4);
  add(textBlock(content.description, y, { size: 13, colour: paperDimmed }, measure), 12);
  add(panelsBlock(content.panels, content.columns, y), 12);
  add(legendBlock(content.legend, y, measure), 8);
  for (const note of content.notes) add(textBlock(note, y, { size: 11, colour: paperDimmed }, measure), 2);
  const height = Math.ceil(y + margin - 2);
  const head = `<title>${escapeText(content.title)}</title><desc>${escapeText(content.description)}</desc>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${height}" viewBox="0 0 ${pictureWidth} ${height}" role="img" font-family="${paperFont}">` +
    `${head}<rect width="${pictureWidth}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>`;
  return { svg, height };
}
