import { expect } from 'vitest';
import { vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

const columns = ['unit', 'month', 'inflow', 'outflow', 'backlog', 'fte_base', 'fte_funded'];
/** A year and a half of a unit that closes as many files as it wants each month. */
const unit = (name: string, closed: (t: number) => number, base = 5): string[] =>
  Array.from({ length: 18 }, (_, t) =>
    [name, `${2021 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`, 30, closed(t), 100, base, 0].join(
      ',',
    ),
  );
const uneven = (t: number): number => 20 + ((7 * t) % 11);

async function said(...rows: readonly string[]): Promise<readonly [number | null, string]> {
  const data = place.write('data.csv', [columns.join(','), ...rows].join('\n'));
  const spec = place.write('spec.json', JSON.stringify({ sweeps: 120, burnIn: 60, thin: 1 }));
  const { exitCode, err } = await vigie(['analyse', 'capacity', '--data', data, '--spec', spec]);
  return [exitCode, err];
}

it('refuses a unit that was entered twice under two names, by both', async () => {
  const [code, text] = await said(
    ...unit('U01', uneven),
    ...unit('U02', uneven, 6),
    ...unit('U03', (t) => 25 + (t % 6)),
  );
  expect(code).toBe(1);
  expect(text).toContain('Units “U01” and “U02” have the same files in every month');
});

it('takes units that differ in one month, or that close the same every month', async () => {
  expect(await said(...unit('U01', uneven), ...unit('U02', (t) => uneven(t) + Number(t === 9)))).toEqual([0, '']);
  expect(await said(...unit('U01', () => 28), ...unit('U02', () => 28))).toEqual([0, '']);
});
