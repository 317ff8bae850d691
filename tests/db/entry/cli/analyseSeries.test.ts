import { expect } from 'vitest';
import { valueOf, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

function argumentsFor(counts: readonly number[], options: object = {}): string[] {
  const half = counts.length / 2;
  const rows = counts.map((n, t) => `${t + 1},${n},${t < half ? 0 : 1}`);
  const specification = { outcome: 'n', time: 't', step: { column: 's' }, trend: false, ...options };
  const data = place.write('series.csv', ['t,n,s', ...rows, ''].join('\n'));
  return ['analyse', 'its', '--data', data, '--spec', place.write('series.json', JSON.stringify(specification))];
}

it('refuses a series that the model fits exactly: chance cannot be judged, unless Poisson gives it', async () => {
  const level = [12, 12, 12, 12, 12, 12];
  expect(await valueOf(argumentsFor(level))).toEqual({ status: 'refused', reason: 'no_variation' });
  expect(await valueOf(argumentsFor(level, { family: 'poisson' }))).toMatchObject({ status: 'estimated' });
});

it('refuses a table of events, and says that it needs one row for each period', async () => {
  const events = Array.from({ length: 20_001 }, () => 1);
  expect((await vigie(argumentsFor(events))).err).toContain('The series has 20001 rows; at most 20000 are taken.');
});
