import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StageMedian, UnitStock } from '#contract/reporting/indicators';
import { steadOf } from '#contract/reporting/stead';
import { lifeTable } from '../../../../db/estimator/survival/lifeTable.ts';
import { stockFigures } from '../../../../db/reporting/indicators/stockFigures.ts';
import { restsOnItsFiles } from '../../../../db/reporting/packs/counts.ts';
import { totalOf } from '../../../../db/reporting/returns/values.ts';
import { naiveMedian, type Followed } from '../../../support/naiveMedian.ts';
import { usualStock } from '../../../support/signedPacks.ts';

const file = fc.record({ days: fc.nat(40), ended: fc.boolean() });
const unitFiles = fc.array(file, { maxLength: 25 });

function medianOf(stage: StageMedian['stage'], files: readonly Followed[], tells = true): StageMedian {
  const { times, events, censored } = lifeTable(files.map(({ days, ended }) => ({ time: days, event: ended })));
  const durations = { times: [...times], events: [...events], censored: [...censored] };
  return { stage, days: naiveMedian(files), files: files.length, ...(tells && { durations }) };
}

const b5 = (...medians: readonly StageMedian[]) => {
  const stock: UnitStock = { ...usualStock, medians: [...medians] };
  return stockFigures({ stock, packId: 'p' }).find(({ code }) => code === 'B5')!;
};
const whole = (files: readonly Followed[], tells = true) => b5(medianOf('whole', files, tells));
const ended = (...days: readonly number[]): Followed[] => days.map((each) => ({ days: each, ended: true }));
const open = (...days: readonly number[]): Followed[] => days.map((each) => ({ days: each, ended: false }));

describe("the median of an agreement's files", () => {
  it('is that of the files of all its units together, as counted on paper', () => {
    fc.assert(
      fc.property(fc.array(unitFiles, { minLength: 2, maxLength: 5 }), (units) => {
        const all = units.flat();
        const total = totalOf(
          units.map((each) => whole(each)),
          'none',
        );
        const telling = units.filter(({ length }) => length > 0).length;
        expect(total.value).toBe(telling > 1 ? naiveMedian(all) : null);
        if (telling > 1) expect(total).toMatchObject({ denominator: all.length, unitsCovered: telling });
        for (const files of units) expect(restsOnItsFiles(medianOf('whole', files))).toBe(true);
      }),
    );
  });

  it("is neither the mean of the units' medians nor that of the fastest", () => {
    const total = totalOf([whole(ended(1, 1, 1)), whole(ended(30, 30, 30, 30, 30))], 'none');
    expect(total).toMatchObject({ value: 30, denominator: 8, status: 'complete', unitsCovered: 2 });
  });

  it('is not reached where fewer than half of all files have come so far, although one unit has its own', () => {
    const total = totalOf([whole(ended(5, 6)), whole(open(9, 9, 9, 9))], 'none');
    expect(total).toMatchObject({ value: null, denominator: 6, status: 'not_available', unitsCovered: 2 });
    expect(steadOf({ code: 'B5', ...total })).toBe('notReached');
  });

  it('is by unit only where a unit tells its median without its files, and where one unit alone tells any', () => {
    const older = totalOf([whole(ended(5)), whole(ended(9), false)], 'none');
    expect(older).toMatchObject({ value: null, denominator: null, unitsCovered: 2 });
    const alone = totalOf([whole(ended(5)), undefined], 'none');
    expect(alone).toMatchObject({ value: null, denominator: null, unitsCovered: 1 });
    expect([steadOf({ code: 'B5', ...older }), steadOf({ code: 'B5', ...alone })]).toEqual([
      'byUnitOnly',
      'byUnitOnly',
    ]);
    const unread = totalOf([whole(open(9), false), whole(ended(5)), whole(ended(7))], 'none');
    expect(unread).toMatchObject({ value: null, denominator: null });
  });

  it('covers no unit without files, which has none to add: what is left to one unit is by unit only', () => {
    const [some, more, nothing] = [whole(ended(3, 5)), whole(ended(9, 9)), whole([])];
    expect(totalOf([some, more, nothing], 'none')).toMatchObject({
      denominator: 4,
      unitsCovered: 2,
      status: 'partial',
    });
    const alone = totalOf([some, nothing, nothing], 'none');
    expect(alone).toMatchObject({ value: null, denominator: null, unitsCovered: 1 });
    expect(steadOf({ code: 'B5', ...alone })).toBe('byUnitOnly');
  });

  it('of an agreement of one unit is that of the unit, also where it is not reached', () => {
    expect(totalOf([whole(ended(3, 5, 7))], 'none')).toMatchObject({ value: 5, denominator: 3, unitsCovered: 1 });
    const late = totalOf([whole(open(9, 9))], 'none');
    expect(late).toMatchObject({ value: null, denominator: 2, unitsCovered: 1, packIds: ['p'] });
    expect(steadOf({ code: 'B5', ...late })).toBe('notReached');
    expect(steadOf({ code: 'B5', ...totalOf([whole([])], 'none') })).toBeNull();
  });

  it('says how many units it covers, and has its stages', () => {
    const [one, two] = [ended(2, 4), ended(8, 8, 8)].map((files) =>
      b5(medianOf('assigned', files), medianOf('whole', files)),
    );
    const total = totalOf([one, two, undefined], 'none');
    expect(total).toMatchObject({ value: 8, status: 'partial', unitsCovered: 2, packIds: ['p'] });
    expect(total.parts).toEqual([{ by: 'stage', category: 'assigned', value: 8, numerator: null, denominator: 5 }]);
  });
});

describe('a median that is told with its files', () => {
  it('is refused where the files do not come to it', () => {
    const told = medianOf('whole', ended(3, 5, 7));
    expect(restsOnItsFiles(told)).toBe(true);
    expect(
      [
        { ...told, days: 4 },
        { ...told, files: 2 },
        { ...told, days: null },
      ].map(restsOnItsFiles),
    ).toEqual([false, false, false]);
  });
});
