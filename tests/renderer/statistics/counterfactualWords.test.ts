import fc from 'fast-check';
import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CounterfactualResult, Estimate } from '../../../electron/contract/statistics/estimate.ts';
import { defaultAssumptions } from '../../../electron/contract/statistics/assumptions.ts';
import { addMonths, monthsBetween, type Month } from '../../../electron/contract/ground/dates.ts';
import { assumptionLines } from '../../../renderer/features/statistics/estimate/assumptions/assumptionWords.ts';
import { likelihoodOf } from '../../../renderer/features/statistics/estimate/headline/likelihood.ts';
import { groupOf, grewBefore, movementOf } from '../../../renderer/features/statistics/estimate/headline/movement.ts';
import { unitWords } from '../../../renderer/features/statistics/estimate/headline/unitWords.ts';
import type { Format } from '../../../renderer/features/statistics/estimate/estimateText.ts';
import { loadTexts } from '../../../renderer/i18n/loadTexts.ts';
import type { Translate } from '../../../renderer/i18n/text.ts';
import { languageTag } from '../../../renderer/lib/format.ts';
import * as written from '../../../renderer/lib/format.ts';

const start = '2024-04' as Month;
const months = monthsBetween(addMonths(start, -24), addMonths(start, 23));

/** Fewer files now by 144 (80 %: 96 to 198); the backlog was 237 before the funding, as a year before, and is 268. */
function estimateOf(changes: Partial<Estimate> = {}): Estimate {
  const quantiles = { p025: 70, p10: 96, p25: 120, p50: 144, p75: 170, p90: 198, p975: 220 };
  return {
    status: 'estimated',
    months,
    asOf: addMonths(start, 23),
    fundingStart: start,
    backlog: months.map((_, index) => (index < 24 ? 237 : 268)),
    fan: months.map(() => null),
    backlogNow: 268,
    avoided: { ...quantiles, mean: 145 },
    probabilityBelow: 1,
    pointClaim: true,
    grade: 'B',
    gradeReasons: [],
    cautions: [],
    monthsBefore: 24,
    monthsAfter: 24,
    starvedShare: 0,
    residualShare: 0,
    inflowSplitRecorded: true,
    fundedFte: 2,
    fundedOvertimeHours: 0,
    backlogChange: 31,
    inflowChange: 0.22,
    productivity: null,
    crossChecks: [],
    placebo: null,
    littlesLaw: null,
    ...changes,
  };
}

interface Language {
  readonly t: Translate;
  readonly format: Format;
}
const languages = {} as Record<'en' | 'fr', Language>;

beforeAll(async () => {
  for (const locale of ['en', 'fr'] as const) {
    const i18n = createInstance();
    await i18n.init({
      lng: languageTag(locale),
      resources: { [languageTag(locale)]: { ...(await loadTexts(locale)) } },
    });
    const format = {
      number: (value: number, decimals?: number) => written.formatNumber(value, locale, decimals),
      change: (value: number) => written.formatChange(value, locale),
      percent: (share: number, signed?: boolean) => written.formatPercent(share, locale, signed),
      month: (month: Month) => written.formatMonth(month, locale),
    } as Format;
    languages[locale] = { t: i18n.t as unknown as Translate, format };
  }
});

/** With plain spaces, to be read here. */
function say(locale: 'en' | 'fr', changes?: Partial<Estimate>, basis: CounterfactualResult['basis'] = 'estimated') {
  const { t, format } = languages[locale];
  const { main, beside } = unitWords(estimateOf(changes), 'U07', basis, t, format);
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  return { main: plain(main), beside: plain(beside) };
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
      main: 'Without the Strategy-funded staff and overtime, unit U07 would most likely have had 412 open files at the end of March 2026, not 268: about 144 fewer (80%: 96 to 198).',
      beside:
        'Its backlog grew by 31 all the same since the funding began in April 2024, because it received 22% more in the last twelve months than in the twelve before the funding. That its backlog is lower than it would have been is almost certain (more than 99%).',
    });
    expect(say('fr')).toEqual({
      main: 'Sans le personnel et les heures supplémentaires financés par la Stratégie, l’unité U07 aurait compté, fin mars 2026, probablement 412 dossiers ouverts et non 268 : environ 144 de moins avec eux (80 % : 96 à 198).',
      beside:
        'Son arriéré a tout de même augmenté de 31 depuis le début du financement en avril 2024, parce que l’unité a reçu 22 % de plus dans les douze derniers mois que dans les douze qui ont précédé le financement. Que son arriéré soit plus bas qu’il ne l’aurait été est presque certain (plus de 99 %).',
    });
  });

  test('gives no single figure where the grade carries none, nor where it rounds to nothing', () => {
    const main =
      'Unit U07 had 268 open files at the end of March 2026: between 96 and 198 fewer (80%) than without the Strategy-funded staff and overtime.';
    expect(say('en', { pointClaim: false }).main).toBe(main);
    expect(say('en', { avoided: interval(-3, 0.2, 4) }).main).toBe(
      'Unit U07 had 268 open files at the end of March 2026: anywhere from 3 more to 4 fewer (80%) than without the Strategy-funded staff and overtime. The data do not say which.',
    );
  });

  test('is only as likely as what was assumed, where the data could not tell it', () => {
    expect(say('en', {}, 'prior').beside).toContain(
      'Under the productivity that is assumed, that its backlog is lower',
    );
    expect(say('fr', {}, 'prior').beside).toContain('Selon la productivité supposée, que son arriéré soit plus bas');
    expect(say('en', {}, 'reference').beside).not.toContain('assumed');
  });

  test('says both ends where the interval holds fewer and more, and when funding did harm', () => {
    expect(say('en', { avoided: interval(-3, 5, 14) }).main).toMatch(/about 5 fewer \(80%: 3 more to 14 fewer\)\.$/);
    expect(say('fr', { avoided: interval(-14, -5, 3) }).main).toMatch(
      /environ 5 de plus avec eux \(80 % : de 3 de moins à 14 de plus\)\.$/,
    );
    expect(say('en', { avoided: interval(-14, -9, -3) }).main).toMatch(/about 9 more with them \(80%: 3 to 14\)\.$/);
  });
});

describe('why a backlog grew', () => {
  const growing = months.map((_, index) => 100 + 10 * index);

  test('is the inflow only where the backlog was not growing before and the inflow has risen', () => {
    expect(say('en').beside).toContain(', because it received 22% more');
    const before = say('en', { backlog: growing }).beside;
    expect(before).toContain(
      'it was growing before the funding already, and in the last twelve months it received 22% more',
    );
    expect(before).not.toContain('because');
    const little = say('en', { inflowChange: 0.03 }).beside;
    expect(little).not.toContain('because');
    expect(little).toContain('In the last twelve months it received 3% more');
  });

  test('is never said where no files were surely avoided, or the year before is not known', () => {
    for (const changes of [
      { avoided: interval(-3, 5, 14) },
      { backlog: months.map((_, index) => (index < 20 ? null : 237)) },
    ] satisfies Partial<Estimate>[]) {
      const { beside } = say('en', changes);
      expect(beside).not.toContain('because');
      expect(beside).toContain('In the last twelve months it received 22% more than in the twelve before the funding.');
    }
  });

  test('is known from the twelve months that end with the month before the funding', () => {
    expect(grewBefore(estimateOf())).toBe(false);
    expect(grewBefore(estimateOf({ backlog: growing }))).toBe(true);
    expect(grewBefore(estimateOf({ fundingStart: months[12]! }))).toBe(null);
  });

  test('never says "significant", whatever the figures', () => {
    const whole = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(
        fc.tuple(whole, whole, whole),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(whole),
        fc.option(fc.double({ min: -0.9, max: 3, noNaN: true })),
        fc.boolean(),
        fc.constantFrom('en' as const, 'fr' as const),
        (ends, probabilityBelow, backlogChange, inflowChange, pointClaim, locale) => {
          const [p10, p50, p90] = ends.toSorted((a, b) => a - b) as [number, number, number];
          const changes = {
            avoided: interval(p10, p50, p90),
            probabilityBelow,
            backlogChange,
            inflowChange,
            pointClaim,
          };
          const { main, beside } = say(locale, changes);
          expect(`${main} ${beside}`).not.toMatch(/significa|undefined|NaN|\{\{|counterfactual:/);
          // A cause is given only for growth, under files that were surely avoided.
          if (/because|parce que/.test(beside)) {
            expect(p10 > 0 && (backlogChange ?? 0) > 0 && (inflowChange ?? 0) >= 0.05).toBe(true);
          }
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

  test('grew although files were avoided only where the whole interval says so', () => {
    expect(groupOf(estimateOf())).toBe('grewAvoided');
    expect(groupOf(estimateOf({ avoided: interval(0.4, 5, 9) }))).toBe('grewUnclear');
    expect(groupOf(estimateOf({ backlogChange: -60 }))).toBe('fell');
  });
});

test('a higher probability never has a lower word', () => {
  const words = ['almostExcluded', 'veryUnlikely', 'unlikely', 'even', 'likely', 'veryLikely', 'almostCertain'];
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(probability, probability, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(words.indexOf(likelihoodOf(low))).toBeLessThanOrEqual(words.indexOf(likelihoodOf(high)));
    }),
  );
  expect([0, 0.05, 0.5, 0.93, 1].map(likelihoodOf)).toEqual([
    'almostExcluded',
    'veryUnlikely',
    'even',
    'veryLikely',
    'almostCertain',
  ]);
});

test('every assumption is told, and the default beside one that was changed', () => {
  const { t, format } = languages.en;
  const lines = assumptionLines({ ...defaultAssumptions, substitutionShare: 0.5, capacityExponent: 0.85 }, t, format);
  expect(lines).toHaveLength(Object.keys(defaultAssumptions).length);
  expect(lines.filter((line) => line.includes('default'))).toEqual([
    'hired anyway: 50% (default: 0%)',
    'exponent of the staff: 0.85 (default: 1)',
  ]);
});
