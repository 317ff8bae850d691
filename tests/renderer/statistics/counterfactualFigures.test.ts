import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SensitivityRow } from '../../../electron/contract/statistics/assumptions.ts';
import { gradeReason } from '../../../electron/contract/statistics/estimate.ts';
import type { CrossCheck, EventStudies, Summary } from '../../../electron/contract/statistics/evidence.ts';
import type { Month } from '../../../electron/contract/ground/dates.ts';
import { agreementOf } from '../../../renderer/features/statistics/estimate/checks/agreement.ts';
import { drawEvents, eventPoints } from '../../../renderer/features/statistics/estimate/checks/drawEvents.ts';
import { criteria, metCriteria } from '../../../renderer/features/statistics/estimate/reliability/criteria.ts';
import { commonMonths } from '../../../renderer/features/statistics/estimate/fan/commonMonths.ts';
import * as colours from '../../../renderer/features/statistics/estimate/figures/colours.ts';
import { paperColours } from '../../../renderer/features/statistics/estimate/figures/palette.ts';
import {
  composePicture,
  innerWidth,
  wrapText,
} from '../../../renderer/features/statistics/estimate/figures/picture.ts';
import { plainChart } from '../../../renderer/features/statistics/estimate/figures/plainChart.ts';
import {
  drawRanges,
  rangesHeight,
  type RangeRow,
} from '../../../renderer/features/statistics/estimate/figures/ranges.ts';
import { fileCells } from '../../../renderer/features/statistics/estimate/figures/table.ts';
import { judgeEarlyStart, judgePandemic } from '../../../renderer/features/statistics/estimate/placebos/verdicts.ts';
import { byEffect, sideOfAll } from '../../../renderer/features/statistics/estimate/sensitivity/tornado.ts';

/** Of a symmetric law: 80 % within `spread` of the mean, 95 % within one and a half times that. */
function summaryOf(mean: number, spread: number): Summary {
  const at = (share: number) => mean + share * spread;
  return { p025: at(-1.5), p10: at(-1), p25: at(-0.5), p50: mean, p75: at(0.5), p90: at(1), p975: at(1.5), mean };
}

const measure = (text: string, size: number) => text.length * size * 0.5;

describe('a picture that leaves', () => {
  test('has the light theme’s colours for every colour that a drawing may use', () => {
    const css = readFileSync(resolve(import.meta.dirname, '../../../renderer/app/theme.css'), 'utf8');
    const light = css.slice(css.indexOf("color-scheme='light'"), css.indexOf("color-scheme='dark'"));
    const theme = readFileSync(resolve(import.meta.dirname, '../../../renderer/app/theme.ts'), 'utf8');
    const body = theme.slice(theme.indexOf("light: {\n    '--mantine"));
    for (const colour of Object.values(colours)) {
      const name = colour.slice('var('.length, -1);
      const found = new RegExp(`${name}'?: '?(#[0-9a-f]{6})`).exec(name.startsWith('--vigie') ? light : body)?.[1];
      expect([name, paperColours[name]]).toEqual([name, found]);
    }
    expect(Object.keys(paperColours)).toHaveLength(Object.keys(colours).length);
  });

  test('keeps nothing of the page: no style, no class, no variable', () => {
    const markup =
      '<svg class="p" fill="currentColor" font-family="system-ui" font-size="10" style="background: none"><style>:where(.p) { --a: b }\n</style><g font-size="9" stroke="var(--vigie-actual)"/></svg>';
    expect(plainChart(markup)).toBe('<svg fill="currentColor"><g font-size="9" stroke="#1b2020"/></svg>');
    expect(() => plainChart('<svg fill="var(--unknown)"/>')).toThrow(/--unknown/);
  });

  test('carries its marking, its title and its notes, whatever signs they hold', () => {
    const { svg, height } = composePicture(
      {
        marking: 'PROTECTED B · fictitious',
        title: 'A < B & "C"',
        description: 'What it says',
        panels: [{ heading: 'One', markup: '<svg width="10" height="20"></svg>', width: 10, height: 20 }],
        columns: 1,
        legend: [{ label: 'Line', kind: 'dashes', colour: 'var(--vigie-actual)' }],
        notes: ['Seed 1', 'Assumptions: none'],
      },
      measure,
    );
    for (const part of ['PROTECTED B · fictitious', 'A &lt; B &amp; &quot;C&quot;', '>One<', '>Line<', '>Seed 1<'])
      expect(svg).toContain(part);
    expect(svg).toContain(`height="${height}"`);
    expect(svg).not.toMatch(/var\(|undefined|NaN/);
  });

  test('breaks lines at spaces, none wider than the picture unless one word is, and loses nothing', () => {
    const text = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(text, (words) => {
        const lines = wrapText(words.join(' '), innerWidth, 12, measure);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(measure(line, 12) <= innerWidth || !line.includes(' ')).toBe(true);
      }),
    );
  });
});

test('a file keeps a figure’s precision, and a blank stays blank', () => {
  const rows = [
    { name: 'a', value: 0.123456 },
    { name: 'b', value: null },
  ];
  const table = {
    rows,
    rowKey: (row: (typeof rows)[number]) => row.name,
    columns: [
      { header: 'Name', value: (row: (typeof rows)[number]) => row.name },
      { header: 'Value', value: (row: (typeof rows)[number]) => row.value },
    ],
  };
  expect(fileCells(table)).toEqual([
    ['a', 0.1235],
    ['b', null],
  ]);
});

test('a range chart holds every interval and its reference, and sets the main row apart', () => {
  const rows: readonly RangeRow[] = [
    { key: 'a', label: 'A', range: { low: 3, middle: 4, high: 9 }, isMain: true },
    { key: 'b', label: 'B', range: { low: -2, middle: null, high: 1 } },
    { key: 'c', label: 'C', range: null, note: 'No answer' },
  ];
  const chart = { rows, number: String, labelWidth: 100, reference: 0, setsMainApart: true };
  const options = drawRanges(chart);
  expect(options.x).toMatchObject({ domain: [-2, 9] });
  expect(options.y).toMatchObject({ domain: ['a', 'apart', 'b', 'c'] });
  expect(rangesHeight(chart)).toBeGreaterThan(rangesHeight({ ...chart, setsMainApart: false }));
});

test('labels keep inside their figure in a font wider than the system’s, as DejaVu Sans is', () => {
  // Of 12 px: letters and figures of that font, and what the text of a label is taken to measure.
  const [widest, taken] = [8, 12 * 1.1];
  const chart = { rows: [{ key: 'a', label: 'A', range: null }], number: String, labelWidth: 210, reference: 0 };
  const widths = [drawRanges(chart).marks].flat(3).flatMap((mark) => {
    const { lineWidth } = (mark ?? {}) as { lineWidth?: number };
    return lineWidth !== undefined && Number.isFinite(lineWidth) ? [lineWidth] : [];
  });
  expect(widths).toHaveLength(1);
  expect(widths[0]! * taken).toBeLessThanOrEqual(210 - 12);
  const texts = {
    percent: (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(100 * share)} %`,
    quarter: String,
    start: '',
  };
  for (const extent of [
    [-0.4, 0.4],
    [-0.2, 1.2],
  ] as const) {
    const longest = Math.max(...extent.map((share) => texts.percent(share).length));
    expect(drawEvents([], extent, texts).marginLeft).toBeGreaterThanOrEqual(12 + widest * longest);
  }
});

describe('other methods', () => {
  const structural = (mean: number): readonly CrossCheck[] => [
    { status: 'estimated', method: 'structural', avoided: summaryOf(mean, 50) },
  ];
  const events = (att: number) =>
    ({ status: 'estimated', productivity: { after: { att, standardError: 1, p: null } } }) as EventStudies;
  const judge = (mean: number, effect: number, checks = structural(100)) =>
    agreementOf({ avoided: summaryOf(mean, 10), crossChecks: [...checks] }, events(effect));

  test('agree where the mean is inside the structural range with the sign of the event study', () => {
    expect([judge(120, 0.1), judge(200, 0.1), judge(120, -0.1), judge(200, -0.1)]).toEqual([
      'agrees',
      'outsideBand',
      'otherSign',
      'neither',
    ]);
  });

  test('cannot be judged where one of the two has no answer', () => {
    expect(judge(120, 0.1, [{ status: 'refused', method: 'structural', reason: 'months_before_too_few' }])).toBe(
      'unknown',
    );
    expect(agreementOf({ avoided: summaryOf(1, 1), crossChecks: [...structural(1)] }, null)).toBe('unknown');
  });

  test('log effects are shown as shares, their ends 80 % apart', () => {
    const [point] = eventPoints({
      effects: [{ event: 2, att: Math.log(1.2), standardError: 0.1 }],
      preTrendP: null,
      early: null,
      after: null,
    });
    expect(point?.effect).toBeCloseTo(0.2, 12);
    expect(point?.low).toBeCloseTo(1.2 * Math.exp(-0.12816) - 1, 12);
    expect(point?.high).toBeCloseTo(1.2 * Math.exp(0.12816) - 1, 12);
  });
});

test('every reason of a grade speaks of a criterion, and each criterion of some reason', () => {
  expect(metCriteria({ gradeReasons: [] })).toEqual(criteria);
  expect(metCriteria({ gradeReasons: gradeReason.options })).toEqual([]);
  for (const reason of gradeReason.options)
    expect(metCriteria({ gradeReasons: [reason] })).toHaveLength(criteria.length - 1);
});

test('a total is drawn over the months in which all its units have their part', () => {
  const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((month) => `2026-${month}` as Month);
  const total = {
    unitsCovered: 2,
    unitsAsked: 3,
    months,
    covered: [1, 2, 2, 2, 1, 2, 2, 2, 2],
    backlog: [5, 10, 11, 12, 6, 13, 14, 15, 16],
    fan: months.map(() => null),
    backlogNow: 16,
    counterfactualNow: summaryOf(20, 2),
    avoided: summaryOf(4, 2),
    sceptic: null,
    probabilityBelow: 1,
    ownChange: null,
    likelyFewer: null,
    evidence: null,
  };
  const drawn = commonMonths(total);
  expect(drawn.months).toEqual(months.slice(1));
  expect(drawn.hasSameUnits).toBe(true);
  expect(drawn.backlog).toEqual([10, 11, 12, null, 13, 14, 15, 16]);
  // Too few such months: all of them are better than next to none, without those before any unit is in the sum.
  const joining = commonMonths({ ...total, covered: [0, 0, 1, 1, 1, 1, 1, 1, 2] });
  expect(joining.backlog).toEqual(total.backlog.slice(2));
  expect(joining.months).toEqual(months.slice(2));
  expect(joining.hasSameUnits).toBe(false);
});

describe('other assumptions', () => {
  const row = (
    scenario: SensitivityRow['scenario'],
    value: SensitivityRow['value'],
    median: number,
  ): SensitivityRow => ({
    scenario,
    value,
    median,
    low: median - 10,
    high: median + 10,
    probabilityBelow: 0.9,
  });

  test('come in the order of their effect, those of one kind together', () => {
    const rows = byEffect(
      [
        row('ramp_months', 3, 101),
        row('substitution_share', 0.25, 75),
        row('administrative', 'work', 160),
        row('substitution_share', 0.5, 30),
      ],
      100,
    );
    expect(rows.map(({ scenario, value, change }) => [scenario, value, change])).toEqual([
      ['substitution_share', 0.5, -70],
      ['substitution_share', 0.25, -25],
      ['administrative', 'work', 60],
      ['ramp_months', 3, 1],
    ]);
  });

  test('turn the answer round as soon as one range reaches zero', () => {
    expect(sideOfAll([row('coupling', 'independent', 20), row('ramp_months', 3, 11)])).toBe('fewer');
    expect(sideOfAll([row('coupling', 'independent', 20), row('ramp_months', 3, 10.4)])).toBe('mixed');
    expect(sideOfAll([row('coupling', 'independent', -20)])).toBe('more');
  });
});

test('a placebo passes where its 80 % range holds nothing, and is in doubt where its 95 % range does', () => {
  expect([0.5, 1.2, 3].map((mean) => judgeEarlyStart(summaryOf(mean, 1)))).toEqual(['passed', 'doubtful', 'failed']);
  const masked = (mean: number) =>
    judgePandemic({
      month: '2026-09' as Month,
      units: 3,
      avoided: summaryOf(100, 10),
      avoidedMasked: summaryOf(mean, 10),
    });
  expect([95, 112, 130].map(masked)).toEqual(['passed', 'doubtful', 'failed']);
});
