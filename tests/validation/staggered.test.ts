import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { did } from '../../db/entry/cli/analyse/did.ts';
import type { StaggeredResult } from '../../db/estimator/staggered/estimate.ts';
import { readTable } from '../../db/entry/cli/analyse/table.ts';
import { publishedFile, publishedFiles } from './data.ts';

type Row = Readonly<Record<string, string>>;
type Reference = Record<
  'never' | 'notyet',
  {
    readonly att_gt: readonly { readonly g: number; readonly t: number; readonly att: number; readonly se: number }[];
    readonly agg: Readonly<Record<string, readonly [number, number]>>;
  }
>;

const { missing, reason } = publishedFiles(publishedFile('mpdta.csv'));

const readRows = (...path: string[]): Row[] => parse(readFileSync(publishedFile(...path)), { columns: true });

/** The real file as it is, through the reader and the method of the command line. */
function runMpdta(control: 'never' | 'notYet'): Required<StaggeredResult> {
  const columns = { id: 'countyreal', time: 'year', outcome: 'lemp', group: 'first.treat' };
  return did.run(readTable(publishedFile('mpdta.csv')), { ...columns, control }) as Required<StaggeredResult>;
}

/** Every estimate with its standard error, by the names of the reference. */
function named(result: Required<StaggeredResult>): Record<string, readonly [number, number]> {
  const found: Record<string, readonly [number, number]> = {};
  const add = (name: string, effect: { readonly att: number; readonly standardError: number | null } | null): void => {
    found[name] = [effect!.att, effect!.standardError!];
  };
  add('simple', result.simple);
  for (const effect of result.dynamic.effects) add(`event_${effect.event}`, effect);
  for (const effect of result.group.effects) add(`group_${effect.group}`, effect);
  for (const effect of result.calendar.effects) add(`calendar_${effect.time}`, effect);
  for (const name of ['dynamic', 'group', 'calendar'] as const) add(`${name}_overall`, result[name].overall);
  return found;
}

function expectNear(actual: readonly [number, number] | undefined, expected: readonly [number, number]): void {
  expect(Math.abs(actual![0] - expected[0])).toBeLessThan(1e-10);
  expect(Math.abs(actual![1] - expected[1])).toBeLessThan(1e-10);
}

const controls = [
  { control: 'never', key: 'never', scenario: 'mpdta_nev_dr' },
  { control: 'notYet', key: 'notyet', scenario: 'mpdta_nyt_dr' },
] as const;

describe.skipIf(missing).each(controls)(
  `county employment and the minimum wage, $control treated as controls, to 1e-10${reason}`,
  ({ control, key, scenario }) => {
    let result: Required<StaggeredResult>;
    beforeAll(() => {
      result = runMpdta(control);
    });

    it('ATT(g,t), aggregations and standard errors of the reference implementation', () => {
      const reference = (JSON.parse(readFileSync(publishedFile('expected', 'mpdta_cs.json'), 'utf8')) as Reference)[
        key
      ];
      expect(result.groupTimes.effects).toHaveLength(reference.att_gt.length);
      reference.att_gt.forEach(({ g, t, att, se }, index) => {
        const effect = result.groupTimes.effects[index]!;
        expect([effect.group, effect.time]).toEqual([g, t]);
        expectNear([effect.att, effect.standardError!], [att, se]);
      });
      const found = named(result);
      expect(Object.keys(found).sort()).toEqual(Object.keys(reference.agg).sort());
      for (const [name, expected] of Object.entries(reference.agg)) expectNear(found[name], expected);
    });

    it('ATT(g,t) and standard errors printed by the R package did', () => {
      const rows = readRows('expected', 'R_did_attgt.csv').filter((row) => row['scenario'] === scenario);
      expect(rows).toHaveLength(12);
      for (const row of rows) {
        const effect = result.groupTimes.effects.find(
          ({ group, time }) => group === Number(row['group']) && time === Number(row['t']),
        )!;
        expectNear([effect.att, effect.standardError!], [Number(row['att']), Number(row['se'])]);
      }
    });

    it('aggregations and standard errors printed by the R package did', () => {
      const rows = readRows('expected', 'R_did_aggte.csv').filter((row) => row['scenario'] === scenario);
      expect(rows).toHaveLength(15);
      const found = named(result);
      const prefixes: Record<string, string> = { dynamic: 'event', group: 'group', calendar: 'calendar' };
      for (const row of rows) {
        const type = row['type']!;
        const overall = type === 'simple' ? 'simple' : `${type}_overall`;
        expectNear(found[overall], [Number(row['overall_att']), Number(row['overall_se'])]);
        if (type === 'simple') continue;
        expectNear(found[`${prefixes[type]!}_${row['egt']!}`], [Number(row['att_egt']), Number(row['se_egt'])]);
      }
    });
  },
);
