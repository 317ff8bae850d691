import { describe, expect, it } from 'vitest';
import { numberBetween } from '../../../../db/entry/cli/parse.ts';
import { said } from './said.ts';

describe('a number on the command line', () => {
  const read = numberBetween('--funded-fte', 0.25, 50);

  it('is decimal, with a point or a comma', () => {
    expect(['16', '0.25', '2,5', '.5', ' 3 '].map(read)).toEqual([16, 0.25, 2.5, 0.5, 3]);
    for (const text of ['0x10', '1e1', '0b11', '', '1 6', '--', '51']) expect(said(() => read(text))).not.toBeNull();
  });

  it('has its bounds written as the language writes them', () => {
    const [english, french] = said(() => read('0x10'))!;
    expect(english).toContain('from 0.25 to 50');
    expect(french).toContain('de 0,25 à 50');
  });
});
