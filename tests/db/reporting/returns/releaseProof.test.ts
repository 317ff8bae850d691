import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quarter } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { makeRelease, type EarlierRelease } from '../../../../db/reporting/returns/release/make.ts';
import { anyStories, contentOf, type UnitStory } from '../../../support/releasedReturns.ts';
import { ReleaseReader } from './releaseReader.ts';

const key = { privateKey: createHash('sha256').update('proof').digest('base64'), publicKey: '' };
const kind = { method: 'suppression', base: 5 } as const;
const quarterOne = { fiscalYear: 2026, quarter: 1 } as Quarter;
const quarterTwo = { fiscalYear: 2026, quarter: 2 } as Quarter;

/** Releases one content after another, as one workspace would, and says what each lets its readers tell. */
function toldBy(contents: readonly ReturnContent[]): readonly string[] {
  const earlier: EarlierRelease[] = [];
  const reader = new ReleaseReader();
  return contents.flatMap((content) => {
    const { content: release, record } = makeRelease(content, kind, key, earlier);
    earlier.push({ ...kind, record });
    reader.read(content, release);
    return reader.told();
  });
}

/** The story with one unit's month corrected. */
function corrected(stories: readonly UnitStory[], unit: number, month: number, by: number): readonly UnitStory[] {
  return stories.map((story, index) => {
    if (index !== unit % stories.length) return story;
    const months = story.months.map((each, position) => {
      if (position !== month % story.months.length) return each;
      const received = Math.max(0, each.terms.received + by);
      return { ...each, terms: { ...each.terms, received }, acts: each.acts.map((act) => Math.max(0, act + by)) };
    });
    return { ...story, months };
  });
}

/** All of them under `npm run stress`, half of them with the others. */
const runs = (all: number): number => (process.env['VIGIE_STRESS'] === undefined ? Math.ceil(all / 2) : all);

const change = fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: -6, max: 6 }));

describe('whoever reads the releases and knows how their tables are made', () => {
  it('cannot tell a small count of one return from another', () => {
    fc.assert(
      fc.property(anyStories([1, 5], 3), (stories) => {
        expect(toldBy([contentOf(stories, quarterOne)])).toEqual([]);
      }),
      { numRuns: runs(20) },
    );
  });

  it('cannot by the next quarter, which begins where this one ended', () => {
    fc.assert(
      fc.property(anyStories([2, 4], 6), (stories) => {
        expect(toldBy([contentOf(stories, quarterOne), contentOf(stories, quarterTwo)])).toEqual([]);
      }),
      { numRuns: runs(5) },
    );
  });

  it('cannot by a restatement, nor tell a change of a few', () => {
    fc.assert(
      fc.property(anyStories([2, 4], 3), change, change, (stories, first, second) => {
        const once = corrected(stories, ...first);
        const twice = corrected(once, ...second);
        expect(toldBy([stories, once, twice].map((each) => contentOf(each, quarterOne)))).toEqual([]);
      }),
      { numRuns: runs(4) },
    );
  });

  it('cannot by agreements that share units', () => {
    fc.assert(
      fc.property(anyStories([4, 4], 3), (stories) => {
        const parts = [[0, 1, 2], [1, 2, 3], [0, 1, 2, 3], [2, 3], [0]];
        const contents = parts.map((units, index) =>
          contentOf(
            units.map((unit) => stories[unit]!),
            quarterOne,
            `AG-${index}`,
          ),
        );
        expect(toldBy(contents)).toEqual([]);
      }),
      { numRuns: runs(2) },
    );
  });

  it('could, if each release were made without the ones before it', () => {
    // The reader finds what is there to be found: otherwise the tests above would prove nothing.
    const story = (code: string, arrests: number): UnitStory => {
      const terms = {
        received: 30,
        proactive: 0,
        reopened: 0,
        returned: 0,
        transferred_in: 0,
        concluded: 20,
        administrative: 9,
        to_court: 8,
        transferred_out: 0,
        reclassified: 0,
      };
      const acts = [9, 9, 9, 0];
      const month = { terms, bundled: 0, acts: acts.with(3, arrests), shares: [1, 1, 1] as const };
      return {
        code,
        opening: 500,
        months: [month, { ...month, acts }, { ...month, acts }],
      };
    };
    const [a, b, c] = [story('U01', 3), story('U02', 20), story('U03', 30)];
    const contents = [contentOf([a, b], quarterOne, 'AG-1'), contentOf([b, c], quarterOne, 'AG-2')];
    const alone = new ReleaseReader();
    for (const content of contents) alone.read(content, makeRelease(content, kind, key, []).content);
    expect(alone.told()).toEqual([expect.stringMatching(/^U01 C3 .*: 3 in 3\.\.3$/)]);
    expect(toldBy(contents)).toEqual([]);
  });
});
