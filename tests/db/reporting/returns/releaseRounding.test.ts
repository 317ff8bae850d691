import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quarter } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import type { ReleaseContent, Shown } from '../../../../db/reporting/returns/release/content.ts';
import { makeRelease } from '../../../../db/reporting/returns/release/make.ts';
import { anyStories, contentOf } from '../../../support/releasedReturns.ts';
import { isWhole } from '../../../support/whole.ts';

const keyOf = (name: string) => ({ privateKey: createHash('sha256').update(name).digest('base64'), publicKey: '' });
const quarterOne = { fiscalYear: 2026, quarter: 1 } as Quarter;
const quarterTwo = { fiscalYear: 2026, quarter: 2 } as Quarter;
const base = fc.constantFrom(3, 5);

function rounded(content: ReturnContent, to: 3 | 5, name = 'rounding'): ReleaseContent {
  return makeRelease(content, { method: 'rounding', base: to }, keyOf(name), []).content;
}

/** Each count of a release with the true one. */
function pairs(content: ReturnContent, release: ReleaseContent): readonly (readonly [truth: number, shown: Shown])[] {
  return release.counts.flatMap(({ code, unitCode, shown, parts }): (readonly [number, Shown])[] => {
    const truth = content.values.find((each) => each.code === code && each.unitCode === unitCode)!;
    if (truth.value === null) return [];
    if (!parts) return [[truth.value, shown]];
    return [
      [truth.numerator!, parts.numerator],
      [truth.denominator!, parts.denominator],
    ];
  });
}

describe('a return released by rounding', () => {
  it('shows every count as a multiple of the base less than the base away, and says no zero was confirmed', () => {
    fc.assert(
      fc.property(anyStories([1, 6], 3), base, (stories, to) => {
        const content = contentOf(stories, quarterOne);
        const release = rounded(content, to);
        for (const [truth, { value, mark }] of pairs(content, release)) {
          expect([mark, value! % to]).toEqual(['', 0]);
          expect(Math.abs(value! - truth)).toBeLessThan(to);
        }
        for (const { cells } of release.ledger)
          for (const { value } of Object.values(cells)) expect(Math.abs(value! % to)).toBe(0);
        expect(release.counts.filter((each) => each.status === 'zero_confirmed')).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('computes a share from the rounded numbers beside it, never over all', () => {
    fc.assert(
      fc.property(anyStories([1, 4], 3), base, (stories, to) => {
        for (const { shown, parts } of rounded(contentOf(stories, quarterOne), to).counts) {
          const [part, whole] = [parts?.numerator.value ?? null, parts?.denominator.value ?? null];
          if (part === null || whole === null) continue;
          const share = whole === 0 ? null : Math.min(100, Math.round((1000 * part) / whole) / 10);
          expect(shown).toEqual({ value: share, mark: '' });
        }
      }),
      { numRuns: 20 },
    );
  });

  it.runIf(isWhole)('is right on average over many cells', () => {
    const samples = fc.sample(anyStories([60, 60], 3), { numRuns: 5, seed: 11 });
    for (const to of [3, 5] as const) {
      const errors = samples.flatMap((stories, index) => {
        const content = contentOf(stories, quarterOne);
        return pairs(content, rounded(content, to, `workspace ${index}`)).flatMap(([truth, { value }]) =>
          truth % to === 0 ? [] : [value! - truth],
        );
      });
      const mean = errors.reduce((total, error) => total + error, 0) / errors.length;
      const variance = errors.reduce((total, error) => total + (error - mean) ** 2, 0) / (errors.length - 1);
      expect(errors.length).toBeGreaterThan(1000);
      expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(variance / errors.length));
    }
  });

  it('rounds the same cell the same way each time and in every table, and another workspace rounds otherwise', () => {
    const [stories] = fc.sample(anyStories([6, 6], 6), { numRuns: 1, seed: 3 });
    const [one, two] = [quarterOne, quarterTwo].map((quarter) => contentOf(stories!, quarter));
    expect(rounded(one!, 3)).toEqual(rounded(one!, 3));
    expect(rounded(one!, 3).counts).not.toEqual(rounded(one!, 3, 'another').counts);
    const shown = (release: ReleaseContent, code: string) =>
      release.counts.filter((each) => each.code === code).map((each) => each.shown);
    // The next quarter begins where this one ended.
    expect(shown(rounded(two!, 3), 'B1')).toEqual(shown(rounded(one!, 3), 'B2'));
    // And so does the ledger that has the same figure.
    expect(
      rounded(one!, 3)
        .ledger.filter((each) => each.month === null)
        .map(({ cells }) => cells.received),
    ).toEqual(shown(rounded(one!, 3), 'R1'));
  });

  it('is refused where the same cells were released otherwise', () => {
    const [stories] = fc.sample(anyStories([3, 3], 6), { numRuns: 1, seed: 5 });
    const [one, two] = [quarterOne, quarterTwo].map((quarter) => contentOf(stories!, quarter));
    const kinds = [
      { method: 'suppression', base: 5 },
      { method: 'rounding', base: 3 },
      { method: 'rounding', base: 5 },
    ] as const;
    for (const first of kinds) {
      const { record } = makeRelease(one!, first, keyOf('a'), []);
      for (const second of kinds) {
        const again = () => makeRelease(two!, second, keyOf('a'), [{ ...first, record }]);
        if (first === second) expect(again).not.toThrow();
        else expect(again).toThrow('conflict: release_method_differs');
      }
    }
    const others = stories!.map((story) => ({ ...story, code: story.code.replace('U0', 'U9') }));
    const { record } = makeRelease(contentOf(others, quarterOne), kinds[0], keyOf('a'), []);
    expect(() => makeRelease(one!, kinds[1], keyOf('a'), [{ ...kinds[0], record }])).not.toThrow();
  });
});
