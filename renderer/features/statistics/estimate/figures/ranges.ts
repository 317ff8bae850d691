import {
  axisX,
  axisY,
  dot,
  gridX,
  link,
  rectX,
  ruleX,
  ruleY,
  text,
  type Markish,
  type PlotOptions,
} from '@observablehq/plot';
import { dark, dimmed, ink, line, paper, warm } from './colours.ts';

/** A line of a range chart: an interval, or why there is none. */
export interface RangeRow {
  readonly key: string;
  readonly label: string;
  readonly range: { readonly low: number; readonly middle: number | null; readonly high: number } | null;
  /** Said in the place of a range. */
  readonly note?: string;
  /** Said beyond the end of the scale. */
  readonly end?: string;
  /** The one that the page is about: its interval runs behind the others as a band. */
  readonly isMain?: boolean;
}

export interface RangeChart {
  readonly rows: readonly RangeRow[];
  readonly number: (value: number) => string;
  readonly labelWidth: number;
  /** Place of the line for "no difference". */
  readonly reference: number;
  /** In pixels; 30 where it is not given. */
  readonly rowHeight?: number;
  /** A line of its own between the main row and the others. */
  readonly setsMainApart?: boolean;
}

const apart = 'apart';
const margins = { top: 6, bottom: 28, right: 28 } as const;
/** Of the system font at 12 px, generously. */
const widthOfLetter = 6.6;
/** What is taken for 12 px when labels are broken into lines: some systems' fonts are wider than the letters are taken to be. */
const widestEm = 13.5;

function keysOf({ rows, setsMainApart = false }: RangeChart): readonly string[] {
  return rows.flatMap(({ key, isMain = false }) => (isMain && setsMainApart ? [key, apart] : [key]));
}

export function rangesHeight(chart: RangeChart): number {
  return margins.top + margins.bottom + keysOf(chart).length * (chart.rowHeight ?? 30);
}

interface Interval {
  readonly key: string;
  readonly low: number;
  readonly middle: number | null;
  readonly high: number;
  readonly isMain: boolean;
}

function intervalsOf(rows: readonly RangeRow[]): readonly Interval[] {
  return rows.flatMap(({ key, range, isMain = false }) => (range === null ? [] : [{ key, ...range, isMain }]));
}

function domainOf(intervals: readonly Interval[], reference: number): readonly [number, number] {
  const ends = intervals.flatMap(({ low, high }) => [low, high]);
  const [low, high] = [Math.min(reference, ...ends), Math.max(reference, ...ends)];
  return low === high ? [low, low + 1] : [low, high];
}

function notes(rows: readonly RangeRow[], from: number): Markish {
  return text(
    rows.filter(({ note }) => note !== undefined),
    { x: () => from, y: 'key', text: 'note', textAnchor: 'start', dx: 6, fill: dimmed, stroke: paper, strokeWidth: 5 },
  );
}

function ends(rows: readonly RangeRow[]): Markish {
  return text(
    rows.filter(({ end }) => end !== undefined),
    { y: 'key', text: 'end', frameAnchor: 'right', textAnchor: 'start', dx: 10, fill: dimmed },
  );
}

/** Intervals one below the other on one scale. */
export function drawRanges(chart: RangeChart): PlotOptions {
  const { rows, number, labelWidth, reference } = chart;
  const keys = keysOf(chart);
  const labels = new Map(rows.map(({ key, label }) => [key, label]));
  const intervals = intervalsOf(rows);
  const [low, high] = domainOf(intervals, reference);
  const longestEnd = Math.max(0, ...rows.map(({ end = '' }) => end.length));
  return {
    marginLeft: labelWidth,
    marginRight: margins.right + widthOfLetter * longestEnd,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    x: { label: null, nice: true, domain: [low, high] },
    y: { type: 'point', domain: [...keys], label: null, padding: 0.5 },
    marks: [
      rectX(
        intervals.filter(({ isMain }) => isMain),
        { x1: 'low', x2: 'high', fill: warm, fillOpacity: 0.16 },
      ),
      gridX({ stroke: line, strokeOpacity: 1, ticks: 5 }),
      ...(keys.includes(apart) ? [ruleY([apart], { stroke: line })] : []),
      ruleX([reference], { stroke: dimmed }),
      link(intervals, {
        x1: 'low',
        x2: 'high',
        y: 'key',
        stroke: ({ isMain }: Interval) => (isMain ? warm : dark),
        strokeWidth: ({ isMain }: Interval) => (isMain ? 6 : 3),
        strokeLinecap: 'butt',
      }),
      dot(
        intervals.filter(({ middle }) => middle !== null),
        { x: 'middle', y: 'key', r: 4, fill: dark, stroke: paper, strokeWidth: 1.5 },
      ),
      notes(rows, low),
      ends(rows),
      axisX({ ticks: 5, tickFormat: number, tickSize: 4, color: dimmed }),
      axisY({
        tickSize: 0,
        tickFormat: (key: string) => labels.get(key) ?? '',
        lineWidth: (labelWidth - 12) / widestEm,
        color: ink,
      }),
    ],
  };
}
