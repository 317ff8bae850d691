import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { valueOf, vigie } from '../entry/cli/support.ts';
import { it, place } from '../../support/fixtures/shared/place.ts';

const docs = new URL('../../../docs/analyse/', import.meta.url);
const columns = { id: 'unit', time: 't', outcome: 'y', group: 'g' };

function argumentsFor(lines: readonly string[], options: object): string[] {
  const data = place.write('data.csv', ['unit,t,y,g', ...lines, ''].join('\n'));
  const spec = place.write('spec.json', JSON.stringify({ ...columns, ...options }));
  return ['analyse', 'did', '--data', data, '--spec', spec];
}

const run = (lines: readonly string[], options: object = {}): Promise<unknown> => valueOf(argumentsFor(lines, options));

async function complaint(lines: readonly string[], options: object = {}): Promise<string> {
  const ran = await vigie(argumentsFor(lines, options));
  expect([ran.exitCode, ran.out]).toEqual([1, '']);
  return ran.err;
}

/** A treated unit that gains 5 in period 2, and one treated in period 3 or never. */
const rowsWith = (second: number): string[] => [
  'a,1,1,2',
  'a,2,8,2',
  'b,1,4,' + String(second),
  'b,2,6,' + String(second),
];

describe('vigie analyse did', () => {
  it('gives what its documentation shows for the example, in both languages of the page', async () => {
    const path = (name: string): string => new URL(`examples/${name}`, docs).pathname;
    const value = await valueOf<object>(['analyse', 'did', '--data', path('did.csv'), '--spec', path('did.json')]);
    const shown = [
      ...readFileSync(new URL('did.md', docs), 'utf8').matchAll(/```json\n(?<block>[^`]*"status"[^`]*)```/g),
    ];
    expect(shown).toHaveLength(2);
    for (const { groups } of shown) expect(value).toMatchObject(JSON.parse(groups!['block']!) as object);
  });

  it('returns only the aggregations asked for, and bands only with a bootstrap', async () => {
    // One treated unit and one control: nothing says how far either moves by chance.
    const effect = { att: 5, standardError: null, degreesOfFreedom: null, low: null, high: null };
    expect(await run(rowsWith(0), { aggregations: ['simple'] })).toEqual({
      status: 'estimated',
      control: 'never',
      bootstrap: null,
      units: 2,
      neverTreated: 1,
      groups: [{ group: 2, units: 1 }],
      times: [1, 2],
      dropped: { treatedFromStart: [], incomplete: [] },
      groupTimes: { criticalValue: null, effects: [{ group: 2, time: 2, ...effect, band: null }] },
      simple: effect,
    });
    const banded = await run(rowsWith(0), { bootstrap: {} });
    expect(banded).toMatchObject({
      bootstrap: { draws: 999, seed: 1, level: 0.95 },
      dynamic: { overall: effect, effects: [{ event: 0, band: null }], preTrend: null },
      group: { effects: [{ group: 2, ...effect }] },
      calendar: { effects: [{ time: 2, ...effect }] },
    });
  });

  it('refuses with the reason and the units', async () => {
    expect(await run([...rowsWith(0), 'b,2,7,0'])).toEqual({
      status: 'refused',
      reason: 'duplicate_rows',
      at: 2,
      units: ['b'],
    });
    expect(await run([...rowsWith(0), 'b,3,7,2'])).toMatchObject({ reason: 'cohort_not_constant', units: ['b'] });
    const gaps = [...rowsWith(0), 'c,1,2,0', 'c,2,NA,0', 'd,2,,0'];
    expect(await run(gaps)).toMatchObject({ reason: 'unbalanced', units: ['c', 'd'] });
    expect(await run(gaps, { unbalanced: 'balancedSubset' })).toMatchObject({
      units: 2,
      dropped: { incomplete: ['c', 'd'] },
    });
    expect(await run(rowsWith(2))).toEqual({ status: 'refused', reason: 'nothing_to_compare', units: [] });
  });

  it('takes units not yet treated for controls only when told to', async () => {
    const later = [...rowsWith(3), 'a,3,9,2', 'b,3,9,3'];
    expect(await run(later)).toMatchObject({ reason: 'nothing_to_compare' });
    expect(await run(later, { control: 'notYet' })).toMatchObject({ simple: { att: 5 } });
  });

  it('says what it cannot use: a group that is not there is not “never treated”', async () => {
    expect(await complaint(['a,1,1,2', 'b,1,1,'])).toContain('Row 3, column “g”');
    expect(await complaint(rowsWith(1.5))).toContain('Row 4, column “g”: 1.5 is not a period of the table');
    expect(await complaint(rowsWith(0), { group: 'first.treat' })).toContain('“first.treat”');
    expect(await complaint(rowsWith(0), { control: 'later' })).toContain('control');
    expect(await complaint(rowsWith(0), { anticipation: 1 })).toContain('anticipation');
  });
});
