import type { Month } from '#contract/ground/dates';
import type { Language } from '../page/language.ts';
import { markup, type Markup } from '../page/markup.ts';

/** Inks of the figures; they differ in form too, so that a black-and-white print says the same. */
export const inks = {
  actual: '#1f3a4d',
  band: '#e69f00',
  median: '#9a5b00',
  grid: '#d5dbe0',
  text: '#3c4650',
  accent: '#0f6b6b',
} as const;

/** Of a fan on paper: the two ends of each interval and how dark it is, the widest first. */
export const fanBands = [
  ['p025', 'p975', 0.18],
  ['p10', 'p90', 0.28],
  ['p25', 'p75', 0.4],
] as const;

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Scale = (value: number) => number;

export function linear([low, high]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const span = high - low || 1;
  return (value) => start + ((value - low) / span) * (end - start);
}

/** Round steps from zero to at least `highest`. */
export function ticksTo(highest: number, wanted: number): readonly number[] {
  const rough = Math.max(highest, 1) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power);
  const last = Math.ceil(Math.max(highest, 1) / step);
  return Array.from({ length: last + 1 }, (_, index) => index * step);
}

const decimal = (value: number): string => value.toFixed(1);

/** Paths over the stretches that are known: a gap is a gap. */
export function stretches(points: readonly (readonly [x: number, y: number] | null)[]): string {
  let open = false;
  return points
    .map((point) => {
      if (point === null) {
        open = false;
        return '';
      }
      const command = open ? 'L' : 'M';
      open = true;
      return `${command}${decimal(point[0])} ${decimal(point[1])}`;
    })
    .join('');
}

/** The outline of a band, low edge back, in one piece for each stretch that is known. */
export function bandOf(points: readonly (readonly [x: number, low: number, high: number] | null)[]): string {
  const pieces: (readonly [number, number, number])[][] = [[]];
  for (const point of points) {
    if (point === null) pieces.push([]);
    else pieces.at(-1)?.push(point);
  }
  return pieces
    .filter((piece) => piece.length > 0)
    .map((piece) => {
      const up = piece.map(([x, , high]) => `${decimal(x)} ${decimal(high)}`);
      const back = piece.toReversed().map(([x, low]) => `${decimal(x)} ${decimal(low)}`);
      return `M${[...up, ...back].join('L')}Z`;
    })
    .join('');
}

export function countAxis(frame: Frame, ticks: readonly number[], y: Scale, { number }: Language): Markup {
  const lines = ticks.map(
    (tick) =>
      markup`<line x1="${frame.left}" x2="${frame.width - frame.right}" y1="${decimal(y(tick))}" y2="${decimal(y(tick))}" stroke="${inks.grid}" stroke-width="0.7"/><text x="${frame.left - 5}" y="${decimal(y(tick) + 3)}" text-anchor="end">${number(tick)}</text>`,
  );
  return markup`<g>${lines}</g>`;
}

/** The positions to name on an axis of months: the first, the last, and whole steps between that keep clear of them. */
function namedMonths(count: number, room: number): readonly number[] {
  if (count <= 1) return [0];
  const step = [1, 3, 6, 12, 24, 48].find((each) => (count - 1) / each <= room) ?? 96;
  const from = Array.from({ length: Math.floor((count - 1) / step) + 1 }, (_, index) => count - 1 - index * step);
  return from.toReversed();
}

export function monthAxis(frame: Frame, months: readonly Month[], x: Scale, { shortMonth }: Language): Markup {
  const base = frame.height - frame.bottom;
  const room = Math.max(1, Math.floor((frame.width - frame.left - frame.right) / 75));
  const labels = namedMonths(months.length, room).map((position) => {
    const at = decimal(x(position));
    const anchor = position === 0 && months.length > 1 ? 'start' : position === months.length - 1 ? 'end' : 'middle';
    const month = months[position];
    return markup`<line x1="${at}" x2="${at}" y1="${base}" y2="${base + 4}" stroke="${inks.text}"/><text x="${at}" y="${base + 14}" text-anchor="${anchor}">${month === undefined ? '' : shortMonth(month)}</text>`;
  });
  return markup`<g><line x1="${frame.left}" x2="${frame.width - frame.right}" y1="${base}" y2="${base}" stroke="${inks.text}"/>${labels}</g>`;
}

/** A picture, and the words that say the same to those who cannot see it. */
export interface PaperFigure {
  readonly width: number;
  readonly height: number;
  readonly content: Markup;
  readonly caption: string;
  readonly alternative: string;
}
