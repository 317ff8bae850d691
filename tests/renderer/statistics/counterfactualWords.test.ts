import fc from 'fast-check';
import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CounterfactualResult, Estimate, TotalEvidence } from '../../../electron/contract/statistics/estimate.ts';
import { defaultAssumptions } from '../../../electron/contract/statistics/assumptions.ts';
import { shownOf } from '../../../electron/contract/statistics/shown.ts';
import { addMonths, monthsBetween, type Month } from '../../../electron/contract/ground/dates.ts';
import { assumptionLines } from '../../../renderer/features/statistics/estimate/assumptions/assumptionWords.ts';
import { groupOf, grewBefore, movementOf } from '../../../renderer/features/statistics/estimate/headline/movement.ts';
import { changeText, resourcesText } from '../../../renderer/features/statistics/estimate/headline/unitText.ts';
import { preTrendWords } from '../../../renderer/features/statistics/estimate/checks/eventWords.ts';
import type { EventStudy } from '../../../renderer/features/statistics/estimate/checks/drawEvents.ts';
import {
  basisText,
  estimateSentence,
  probabilityWords,
  type Format,
  boundText,
} from '../../../renderer/features/statistics/estimate/estimateText.ts';
import { mainReasons } from '../../../renderer/features/statistics/estimate/reliability/criteria.ts';
import { behindLines } from '../../../renderer/features/statistics/estimate/BehindNote.tsx';
import { gradeMeaning } from '../../../renderer/features/statistics/estimate/reliability/gradeMeaning.ts';
import { unitColumns } from '../../../renderer/features/statistics/estimate/units/unitsTable.ts';
import { loadTexts } from '../../../renderer/i18n/loadTexts.ts';
import type { Translate } from '../../../renderer/i18n/text.ts';
import { totalEvidenceSentence } from '../../../renderer/lib/totalEvidence.ts';
import { totalReasons } from '../../../db/reporting/returns/totalEvidence.ts';
import { languageTag } from '#contract/ground/codes';
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
    sceptic: null,
    probabilityBelow: 1,
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
    doubtfulStaffing: [],
    monthsWithoutStaff: [],
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
      lng: languageTag[locale],
      resources: { [languageTag[locale]]: { ...(await loadTexts(locale)) } },
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

test('a grade has three main reasons: those that decide it, others not met, and criteria that are met', () => {
  const reasons = (gradeReasons: Estimate['gradeReasons'], littlesLaw: Estimate['littlesLaw'] = null) =>
    mainReasons({ gradeReasons, littlesLaw });
  expect(reasons([])).toEqual({ missed: [], met: ['monthsBefore', 'monthsAfter', 'starved'] });
  expect(reasons(['months_before_under_24', 'inflow_split_missing', 'pre_trend_not_flat', 'prior_driven'])).toEqual({
    missed: ['prior_driven', 'pre_trend_not_flat', 'months_before_under_24'],
    met: [],
  });
  // The alarm about the length of stay takes one of the three places.
  expect(reasons(['prior_driven'], { expectedMonths: 3, reportedMonths: 9, alarm: true })).toEqual({
    missed: ['prior_driven'],
    met: ['monthsBefore'],
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

test('the sentence beside a letter counts the criteria that are not met', () => {
  const say = (language: 'en' | 'fr', grade: Estimate['grade'], gradeReasons: Estimate['gradeReasons']) =>
    gradeMeaning({ grade, gradeReasons }, languages[language].t).replaceAll('\u00a0', ' ');
  expect(say('en', 'A', [])).toBe('All 14 criteria met.');
  expect(say('en', 'B', ['months_before_under_24'])).toBe('1 of 14 criteria not met.');
  expect(say('en', 'C', ['weakly_learnt'])).toBe(
    '1 of 14 criteria not met. That one allows no better than C. Range only: the records leave too much open for a single figure.',
  );
  expect(say('fr', 'C', ['weakly_learnt', 'few_controls'])).toBe(
    '2 critères sur 14 ne sont pas remplis. Plage seulement : les données laissent trop d’inconnues pour un chiffre unique.',
  );
  expect(say('en', 'A', ['small_counts'])).toBe('1 of 14 criteria not met. Range only, no single figure.');
  expect(say('fr', 'D', ['prior_driven'])).toBe(
    '1 critère sur 14 n’est pas rempli. Plage seulement : les données laissent trop d’inconnues pour un chiffre unique ou une probabilité.',
  );
  // A criterion that could not be judged was not found to be missed.
  expect(say('en', 'C', ['months_before_under_24', 'pre_trend_not_evaluated', 'structural_band_not_evaluated'])).toBe(
    '1 of 14 criteria not met. 2 of 14 criteria not evaluated. Range only: the records leave too much open for a single figure.',
  );
  expect(say('fr', 'B', ['structural_band_not_evaluated'])).toBe('1 critère sur 14 n’a pas été évalué.');
});

test('a probability claims no certainty that the other assumptions do not give too', () => {
  const say = (probability: number, alternatives: readonly number[] = [], locale: 'en' | 'fr' = 'en') =>
    probabilityWords(probability, languages[locale].t, languages[locale].format, alternatives).replaceAll(
      '\u00a0',
      ' ',
    );
  expect([0.5, 0.94, 0.96, 1, 0.04, 0].map((each) => say(each))).toEqual([
    ...['50%', '94%', 'over 95%', 'over 95%', 'under 5%', 'under 5%'],
  ]);
  expect(say(0.999, [0.995, 0.991])).toBe('over 99%');
  expect(say(0.999, [0.995, 0.98])).toBe('over 95%');
  expect(say(0.98, [0.995])).toBe('over 95%');
  expect(say(0.001, [0.002, 0.009], 'fr')).toBe('moins de 1 %');
  expect(say(0.001, [0.002, 0.02], 'fr')).toBe('moins de 5 %');
  expect([say(1, [], 'fr'), say(0.3, [1], 'fr')]).toEqual(['plus de 95 %', '30 %']);
});

test('the table of units shows a probability down to C, and none beyond what draws prove', () => {
  const { t, format } = languages.en;
  const unit = (grade: Estimate['grade']) => ({ unitId: 'x' as never, code: 'U01', estimate: estimateOf({ grade }) });
  const column = unitColumns([unit('C')], t, format).find(({ header }) => header === 'Probability of a lower backlog')!;
  const cells = (['A', 'C', 'D', null] as const).map((grade) => column.value(unit(grade)));
  expect(cells).toEqual([0.95, 0.95, null, null]);
  expect(column.shown!(unit('C'))).toBe('over 95%');
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

test('a total says that one of its largest parts allows no better grade', () => {
  const evidence: TotalEvidence = {
    grade: 'C',
    reason: 'largest_part',
    borneGrade: 'B',
    borneShare: 0.8,
    leftOutShare: 0,
  };
  const { en, fr } = languages;
  expect(totalEvidenceSentence(evidence, en.t, en.format.percent)).toBe(
    'Grade C: units graded B or better account for 80% of the difference. At most one grade above that of any unit with a tenth or more of the difference.',
  );
  expect(totalEvidenceSentence(evidence, fr.t, fr.format.percent)).toContain(
    'Au plus un niveau au-dessus de toute unité qui représente un dixième ou plus de la différence.',
  );
  expect(totalReasons(evidence).map((each) => each.en)).toEqual([
    'Units graded B or better account for 80% of the difference',
    'At most one grade above that of any unit with a tenth or more of the difference',
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
