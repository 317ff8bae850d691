import { toMatch } from '../../db/store/sqlite/search.ts';
import { quantile, timed, type Measured } from './measure.ts';
import type { Volume } from './volume.ts';

/** As they are typed: a rare number, a common one, a word of every file, two words, one that no file has. */
const typed = ['FDR-77', 'FDR-771', '2021-00', '2021', 'fic', 'fictitious', 'sentence usual', 'summ', 'nowhere'];

/** In the middle of many identifiers, of one, of none; in the middle of most numbers, of few, of none. */
const parts = [
  'ver_fox',
  'fox_22',
  'x_771',
  'fox_nowhere',
  '@courriel',
  '3.0.1',
  'DR-77',
  '000771',
  '-00',
  '00000000000',
];

/** Every question as a user asks it, through dispatch, compared with the index alone on the same connection. */
export async function benchSearch({ test }: Volume): Promise<readonly Measured[]> {
  const { readingRaw } = test.store.requireUnlocked().onFolder.readers;
  // The index asked directly, every word as a beginning.
  const bare = readingRaw.prepare(
    'SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY rowid DESC LIMIT 20',
  );
  const own: number[] = [];
  const alone: number[] = [];
  for (const text of typed) {
    own.push(...(await timed(20, () => test.call('search.everywhere', { text }))));
    const asked = await toMatch(text, () => Promise.resolve(null));
    alone.push(...(await timed(20, () => bare.all(asked))));
  }
  const whole: number[] = [];
  for (const text of parts) whole.push(...(await timed(20, () => test.call('search.everywhere', { text }))));
  const [value, beside, part] = [p95(own), p95(alone), p95(whole)];
  return [
    {
      name: 'search everywhere, p95, beside the full-text index alone',
      value,
      unit: 'ms',
      beside,
      ratio: value / beside,
    },
    {
      name: 'search everywhere for a part of an identifier or number, p95',
      value: part,
      unit: 'ms',
      beside: null,
      ratio: null,
    },
  ];
}

const p95 = (times: readonly number[]): number =>
  quantile(
    times.toSorted((a, b) => a - b),
    0.95,
  );
