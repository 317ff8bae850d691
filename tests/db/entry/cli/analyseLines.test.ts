import { describe, expect } from 'vitest';
import { vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

const lines = ['u,t,n,s', ...[10, 14, 12, 20].map((n, t) => `A,${t + 1},${n},${Number(t > 1)}`)];

async function refusal(content: string, changes: object = {}): Promise<string> {
  const spec = { outcome: 'n', time: 't', step: { column: 's' }, ...changes };
  const data = place.write('data.csv', content);
  const { exitCode, out, err } = await vigie([
    'analyse',
    'its',
    '--data',
    data,
    '--spec',
    place.write('spec.json', JSON.stringify(spec)),
  ]);
  expect([exitCode, out]).toEqual([1, '']);
  return err;
}

describe('what vigie analyse says of a cell', () => {
  const table = lines.join('\n');

  it('names its line in the file, past empty lines and lines of other units', async () => {
    expect(await refusal(table.replace('A,2,14', '\n\nA,2,x'))).toContain('Row 5, column “n”');
    const two = [...lines, ...lines.slice(1).map((line) => line.replace('A', 'B').replace('14', 'x'))].join('\n');
    expect(await refusal(two, { only: { column: 'u', value: 'B' } })).toContain('Row 7, column “n”');
  });

  it('names the one time that has another form than most', async () => {
    expect(await refusal(table.replace('A,2', 'A,t'))).toContain('Row 3, column “t”: “t” is not a time like “1”');
    expect(await refusal(table.replace('A,1', 'A,t'))).toContain('Row 2, column “t”: “t” is not a time like “2”');
    const dates = table.replaceAll('A,', 'A,2018 /0');
    expect(await refusal(dates)).toContain('Row 2, column “t”: “2018 /01” is not a time like “2018-04”');
  });

  it('names the line of a quotation mark that is never closed, or in a wrong place', async () => {
    expect(await refusal(table.replace('A,2', '\nA,"2'))).toContain('see the row on line 4');
    expect(await refusal(table.replace('A,2', 'A,2"3'))).toContain('see the row on line 3');
  });

  it('computes with no number whose powers are none', async () => {
    expect(await refusal(table.replace('14', '1e300'))).toContain('Row 3, column “n”: 1e300 is too large');
  });
});
