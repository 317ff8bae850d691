import { expect, it } from 'vitest';
import { clausesOf } from '../../../renderer/lib/clauses.ts';

it('takes a sentence of counts apart in both languages', () => {
  expect(clausesOf('1,319 overdue, 9 today, 36 with a reminder.')).toEqual([
    { words: '1,319 overdue', end: ', ' },
    { words: '9 today', end: ', ' },
    { words: '36 with a reminder', end: '.' },
  ]);
  expect(clausesOf('En retard\u00a0: 1\u00a0319; à réévaluer\u00a0: 8.')).toEqual([
    { words: 'En retard\u00a0: 1\u00a0319', end: '; ' },
    { words: 'à réévaluer\u00a0: 8', end: '.' },
  ]);
});
