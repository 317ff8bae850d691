import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CounterfactualResult, Estimate } from '../../../electron/contract/statistics/estimate.ts';
import { defaultAssumptions } from '../../../electron/contract/statistics/assumptions.ts';
import { shownOf } from '../../../electron/contract/statistics/shown.ts';
import type { Month } from '../../../electron/contract/ground/dates.ts';
import { assumptionLines } from '../../../renderer/features/statistics/estimate/assumptions/assumptionWords.ts';
import { groupOf, grewBefore, movementOf } from '../../../renderer/features/statistics/estimate/headline/movement.ts';
import { changeText, resourcesText } from '../../../renderer/features/statistics/estimate/headline/unitText.ts';
import { preTrendWords } from '../../../renderer/features/statistics/estimate/checks/eventWords.ts';
import type { EventStudy } from '../../../renderer/features/statistics/estimate/checks/drawEvents.ts';
import { basisText, estimateSentence, boundText } from '../../../renderer/features/statistics/estimate/estimateText.ts';
import { behindLines } from '../../../renderer/features/statistics/estimate/BehindNote.tsx';
import { estimateOf, languages, loadLanguages, months } from '../../support/estimateWords.ts';

beforeAll(loadLanguages);

/** With plain spaces, to be read here. */
function say(locale: 'en' | 'fr', changes?: Partial<Estimate>, basis: CounterfactualResult['basis'] = 'estimated') {
  const { t, format } = languages[locale];
  const estimate = estimateOf(changes);
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  const result = { basis, fit: null } as CounterfactualResult;
  return {
    sentence: plain(estimateSentence(estimate, shownOf(estimate), t, format)),
    change: plain(changeText(estimate, t, format)),
    basis: plain(`${resourcesText(estimate, t, format)} ${basisText(result, t, format)}`),
  };
}

const interval = (p10: number, p50: number, p90: number): Estimate['avoided'] => ({
  p025: p10,
  p10,
  p25: p10,
  p50,
  p75: p90,
  p90,
  p975: p90,
  mean: p50,
});

describe('the sentence of a unit', () => {
  test('is the design’s own, in both languages', () => {
    expect(say('en')).toEqual({
      sentence: 'Actual 268. Estimated without funded staff and overtime 412 (364 to 466). About 144 fewer.',
      change: 'Backlog grew by 31 since funding began in April 2024. Over the same period, yearly inflow rose by 22%.',
      basis:
        'Funded FTE in post: 2; funded overtime hours: 0. Output of funded staff estimated from 0 units, 0 of them funded.',
    });
    expect(say('fr')).toEqual({
      sentence:
        'Réel : 268. Estimé sans le personnel ni les heures supplémentaires financés : 412 (364 à 466). Environ 144 de moins.',
      change:
        'Arriéré en hausse de 31 depuis le début du financement en avril 2024. Entrées annuelles en hausse de 22 % dans la même période.',
      basis:
        'ETP financés en poste : 2; heures supplémentaires financées : 0. Rendement du personnel financé estimé d’après 0 unités (financées : 0).',
    });
  });

  test('gives no single figure where the grade carries none, nor where it rounds to nothing', () => {
    const ranges = [{ grade: 'C' }, { grade: 'D' }, { grade: null }, { gradeReasons: ['small_counts'] }] as const;
    for (const changes of ranges) {
      const words = { ...changes, gradeReasons: [...('gradeReasons' in changes ? changes.gradeReasons : [])] };
      expect(say('en', words).sentence).toBe(
        'Actual 268. Estimated without funded staff and overtime 364 to 466. 96 to 198 fewer.',
      );
      expect(say('fr', words).sentence).toMatch(/financés : 364 à 466\. 96 à 198 de moins\.$/);
    }
    expect(say('en', { avoided: interval(-3, 0.2, 4) }).sentence).toBe(
      'Actual 268. Estimated without funded staff and overtime 265 to 272. 3 more to 4 fewer.',
    );
  });

  test('says where the output of funded staff is assumed', () => {
    expect(say('en', {}, 'prior').basis).toContain('Output of funded staff assumed');
    expect(say('fr', {}, 'prior').basis).toContain('Rendement du personnel financé supposé');
    expect(say('en', {}, 'reference').basis).not.toContain('assumed');
  });

  test('says both ends where the interval holds fewer and more, and when funding did harm', () => {
    expect(say('en', { avoided: interval(-3, 5, 14) }).sentence).toMatch(/ 273 \(265 to 282\)\. About 5 fewer\.$/);
    expect(say('fr', { avoided: interval(-14, -5, 3) }).sentence).toMatch(/ 263 \(254 à 271\)\. Environ 5 de plus\.$/);
    expect(say('en', { avoided: interval(-14, -9, -3) }).sentence).toMatch(/ 259 \(254 to 265\)\. About 9 more\.$/);
  });

  test('never estimates fewer than no file', () => {
    expect(say('en', { backlogNow: 5, backlogChange: 0, avoided: interval(-9, -7, -2) }).sentence).toBe(
      'Actual 5. Estimated without funded staff and overtime 0 (0 to 3). About 7 more.',
    );
  });
});

describe('how a backlog changed', () => {
  const growing = months.map((_, index) => 100 + 10 * index);

  test('is said beside the inflow of the same period, and beside the growth before the funding', () => {
    expect(say('en').change).not.toContain('already growing');
    expect(say('en', { backlog: growing }).change).toBe(
      'Backlog grew by 31 since funding began in April 2024. It was already growing the year before funding. Over the same period, yearly inflow rose by 22%.',
    );
    expect(say('en', { inflowChange: -0.03 }).change).toContain('yearly inflow fell by 3%');
    expect(say('en', { inflowChange: 0 }).change).toContain('yearly inflow did not change');
    expect(say('en', { backlogChange: null, inflowChange: null }).change).toBe(
      'Change since funding began: not available.',
    );
  });

  test('is known from the twelve months that end with the month before the funding', () => {
    expect(grewBefore(estimateOf())).toBe(false);
    expect(grewBefore(estimateOf({ backlog: growing }))).toBe(true);
    expect(grewBefore(estimateOf({ fundingStart: months[12]! }))).toBe(null);
  });

  test('never says "significant", a reason or a probability, whatever the figures', () => {
    const whole = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(
        fc.tuple(whole, whole, whole),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(whole),
        fc.option(fc.double({ min: -0.9, max: 3, noNaN: true })),
        fc.constantFrom('A' as const, 'C' as const, 'D' as const, null),
        fc.constantFrom('en' as const, 'fr' as const),
        (ends, probabilityBelow, backlogChange, inflowChange, grade, locale) => {
          const [p10, p50, p90] = ends.toSorted((a, b) => a - b) as [number, number, number];
          const changes = {
            avoided: interval(p10, p50, p90),
            probabilityBelow,
            backlogChange,
            inflowChange,
            grade,
          };
          const { sentence, change, basis } = say(locale, changes);
          expect(`${sentence} ${change} ${basis}`).not.toMatch(/significa|undefined|NaN|\{\{|counterfactual:/);
          expect(`${sentence} ${change}`).not.toMatch(/because|parce que|certain|likely|probab/i);
        },
      ),
    );
  });
});

describe('what became of a unit', () => {
  test('fell, held and grew as on the board of backlogs', () => {
    const moved = (backlogChange: number | null, before: number) =>
      movementOf({ backlogChange, backlogNow: before + (backlogChange ?? 0) });
    expect([moved(5, 100), moved(6, 100), moved(-6, 100), moved(2, 0), moved(3, 10), moved(null, 10)]).toEqual([
      'held',
      'grew',
      'fell',
      'held',
      'grew',
      'unknown',
    ]);
  });

  test('grew below its estimate only where the whole interval says so', () => {
    expect(groupOf(estimateOf())).toBe('grewFewer');
    expect(groupOf(estimateOf({ avoided: interval(0.4, 5, 9) }))).toBe('grewUnclear');
    expect(groupOf(estimateOf({ backlogChange: -60 }))).toBe('fell');
  });
});

test('months that are not included are named once for all units that lack the same', () => {
  const { t, format } = languages.en;
  const [october, november] = ['2026-10', '2026-11'] as Month[];
  const lacks = (code: string, months: readonly (Month | undefined)[], what: 'staff' | 'counts' = 'staff') => ({
    unitId: code as never,
    code,
    lacks: what,
    months: months as Month[],
  });
  expect(behindLines([lacks('U02', [november]), lacks('U01', [november])], t, format)).toEqual([
    'Not included yet: November\u00a02026. Staff in post not recorded for U01, U02.',
  ]);
  expect(behindLines([lacks('U01', [october, november], 'counts')], languages.fr.t, languages.fr.format)).toEqual([
    'Pas encore inclus\u00a0: octobre\u00a02026 à novembre\u00a02026. Données non déclarées par U01.',
  ]);
});

test('every assumption is written, with the default beside one that was changed', () => {
  const { t, format } = languages.en;
  const lines = assumptionLines({ ...defaultAssumptions, substitutionShare: 0.5, capacityExponent: 0.85 }, t, format);
  expect(lines).toHaveLength(Object.keys(defaultAssumptions).length);
  expect(lines.filter((line) => line.includes('default'))).toEqual([
    'hired anyway: 50% (default: 0%)',
    'exponent of staff: 0.85 (default: 1)',
  ]);
});

test('a total says what would undo it, and how many units would look so by chance', () => {
  const likelyFewer = { units: 21, of: 30, byChance: 3 };
  const said = { ownChange: { low: 0.05, high: 0.12 }, likelyFewer };
  const { en, fr } = languages;
  expect(boundText(said, en.t, en.format)).toBe(
    'No difference if base staff closed 5% to 12% more for another reason. Units lower throughout the range: 21 of 30 (by chance, about 3).',
  );
  expect(boundText(said, fr.t, fr.format)).toContain('est inférieure\u00a0: 21 sur 30 (par hasard, environ 3).');
  // Where no difference is within the range there is nothing to undo.
  expect(boundText({ ownChange: { low: -0.01, high: 0.12 }, likelyFewer }, en.t, en.format)).toBeNull();
  expect(boundText({ ownChange: null, likelyFewer: null }, en.t, en.format)).toBeNull();
});

test('no sign of another trend before the funding comes with the trend that would be found', () => {
  const before = (study: Partial<EventStudy>, locale: 'en' | 'fr' = 'en') => {
    const { t, format } = languages[locale];
    const words = preTrendWords({ effects: [], preTrendP: 0.3, early: null, after: null, ...study }, t, format);
    return words.replaceAll(/[\u00a0\u202f]/g, ' ');
  };
  const flat = 'Before funding (p = 0.30): no sign of a different trend.';
  const tenth = Math.log(1.1) / 4;
  expect(before({ trendFound80: tenth })).toBe(
    `${flat} A difference of 10% a year would be found in 8 of 10 cases; a smaller one may go unseen.`,
  );
  expect(before({ trendFound80: tenth }, 'fr')).toContain('Un écart de 10 % par an serait décelé dans 8 cas sur 10');
  const blind = `${flat} With so few units even a doubling in a year may go unseen.`;
  expect([before({ trendFound80: 0.3 }), before({ trendFound80: null })]).toEqual([blind, blind]);
  // Answers that were kept before this was computed.
  expect(before({})).toBe(flat);
  expect(before({ preTrendP: 0.01, trendFound80: tenth })).toContain('already had a different trend.');
});
