import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ledgerTerm, type LedgerTerm } from '#contract/ground/codes';
import type { Quarter } from '#contract/ground/dates';
import { makeRelease } from '../../../../db/reporting/returns/release/make.ts';
import { categorySheet } from '../../../../db/reporting/returns/release/categorySheet.ts';
import type { ReleaseContent } from '../../../../db/reporting/returns/release/content.ts';
import { releasedIndicators } from '../../../../db/reporting/returns/release/rows.ts';
import { contentOf, type UnitStory } from '../../../support/releasedReturns.ts';
import { ReleaseReader } from '../returns/releaseReader.ts';

const key = { privateKey: createHash('sha256').update('categories').digest('base64'), publicKey: '' };
const suppression = { method: 'suppression', base: 5 } as const;
const rounding = { method: 'rounding', base: 3 } as const;
const quarter = { fiscalYear: 2026, quarter: 1 } as Quarter;

/** A unit of so many victims a quarter; nine in ten of what is left fall into each category in turn. */
function story(code: string, victims: number): UnitStory {
  const none = Object.fromEntries(ledgerTerm.options.map((term) => [term, 0])) as Record<LedgerTerm, number>;
  const month = {
    terms: { ...none, received: 10 },
    bundled: 0,
    acts: [9, victims / 3, 9, 9],
    shares: [1, 1, 1] as const,
  };
  return { code, opening: 500, months: [month, month, month], cuts: [0.9] };
}
const content = contentOf([story('U01', 12), story('U02', 18), story('U03', 9)], quarter);
const genders = ({ categories = [] }: ReleaseContent) =>
  categories
    .filter(({ code, by }) => code === 'V1' && by === 'gender')
    .map(({ category, shown }) => [category, shown.mark === 'x' ? 'x' : shown.value]);
const truth = content.values
  .find(({ code, unitCode }) => code === 'V1' && unitCode === null)!
  .parts.filter(({ by }) => by === 'gender')
  .map(({ category, value }) => [category, value] as const);

describe('categories in a release', () => {
  const { content: release } = makeRelease(content, suppression, key, []);

  it('are the agreement’s, each true or suppressed, and a small one never stands alone in being so', () => {
    expect(truth).toEqual([
      ['woman_girl', 35],
      ['man_boy', 4],
      ['non_binary', 0],
      ['not_asked', 0],
      ['unknown', 0],
    ]);
    const shown = new Map(genders(release) as [string, unknown][]);
    expect([...shown.keys()]).toEqual(truth.map(([category]) => category));
    expect(shown.get('man_boy')).toBe('x');
    expect([...shown.values()].filter((each) => each === 'x').length).toBeGreaterThan(1);
    for (const [category, value] of truth) expect(['x', value]).toContain(shown.get(category));
    const reader = new ReleaseReader();
    reader.read(content, release);
    expect(reader.told()).toEqual([]);
  });

  it('could be told from their total, were nothing hidden but what is small', () => {
    // The reader finds what is there to be found: otherwise the test above would prove nothing.
    const told = (release.categories ?? []).map((each) => {
      const value = truth.find(([category]) => category === each.category)?.[1] ?? null;
      const isOther = each.code !== 'V1' || each.by !== 'gender' || value === null || (value > 0 && value < 5);
      return isOther ? each : { ...each, shown: { value, mark: '' as const } };
    });
    const total = { value: 39, mark: '' as const };
    const counts = release.counts.map((each) =>
      each.code === 'V1' && each.unitCode === null ? { ...each, shown: total } : each,
    );
    const units = counts.map((each) =>
      each.code === 'V1' && each.unitCode !== null
        ? {
            ...each,
            shown: {
              value: content.values.find((v) => v.code === 'V1' && v.unitCode === each.unitCode)!.value,
              mark: '' as const,
            },
          }
        : each,
    );
    const reader = new ReleaseReader();
    reader.read(content, { ...release, counts: units, categories: told });
    expect(reader.told()).toContainEqual(expect.stringMatching(/V1 gender man_boy .*: 4 in 4\.\.4$/));
  });

  it('are in the table and the workbook, a value a row, and of no unit', () => {
    const rows = releasedIndicators(content, release).filter((row) => row.disaggregation === 'gender');
    expect(rows.map((row) => row.unit_code)).toEqual(rows.map(() => null));
    expect(rows.map((row) => [row.category_code, row.suppression === 'x' ? 'x' : row.value])).toEqual(genders(release));
    expect(rows.filter(({ value }) => typeof value === 'number' && value > 0 && value < 5)).toEqual([]);
    const sheet = categorySheet(content, release)!;
    expect(sheet.rows.filter((row) => row[3] === 'Gender / Genre').map((row) => row[5])).toEqual(
      genders(release).map(([, shown]) => shown),
    );
  });

  it('are rounded on their own where that is the method', () => {
    const { content: rounded } = makeRelease(content, rounding, key, []);
    for (const [index, [category, shown]] of genders(rounded).entries()) {
      const [name, value] = truth[index]!;
      expect(category).toBe(name);
      expect(Number(shown) % 3).toBe(0);
      expect(Math.abs(Number(shown) - value!)).toBeLessThan(3);
    }
  });

  it('are not of an agreement of one unit, nor of one unit among others that is broken down', () => {
    expect(makeRelease(contentOf([story('U01', 12)], quarter), suppression, key, []).content.categories).toEqual([]);
    const values = content.values.map((each) =>
      each.unitCode === 'U01' || each.unitCode === null ? each : { ...each, parts: [], breakdowns: [] },
    );
    expect(makeRelease({ ...content, values }, suppression, key, []).content.categories).toEqual([]);
  });
});
