import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PlanBacktest } from '../../../electron/contract/statistics/plans.ts';
import { experienceOnly, ownVacancyText } from '../../../renderer/features/statistics/plans/planText.ts';
import type { Format } from '../../../renderer/features/statistics/estimate/estimateText.ts';
import en from '../../../renderer/i18n/en/statistics/plans.json';
import fr from '../../../renderer/i18n/fr/statistics/plans.json';
import type { Translate } from '../../../renderer/i18n/text.ts';

const i18n = createInstance();
beforeAll(async () => {
  await i18n.init({
    lng: 'en',
    resources: { en: { plans: en }, fr: { plans: fr } },
    interpolation: { escapeValue: false },
  });
});
const format = { number: String } as unknown as Format;
const said = (units: readonly object[], locale: 'en' | 'fr' = 'en') => {
  const backtest = { units, ahead6: null, ahead12: null } as unknown as PlanBacktest;
  return experienceOnly(backtest, i18n.getFixedT(locale) as unknown as Translate, format);
};
const tested = (verdict: string) => ({ verdict, missed: 7, forecasts: 10 });

describe('what a figure says of forecasts that failed', () => {
  test('is said of one unit whose forecasts missed too often or were too few', () => {
    expect(said([tested('failed')])).toBe('Experience only: 7 of 10 forecasts missed. No staff search.');
    expect(said([tested('failed')], 'fr')).toContain('À titre d’expérience seulement');
    expect(said([tested('too_short')])).toContain('Experience only: too few earlier months');
  });

  test('is not said where they passed, are not known or are of several units', () => {
    expect(said([tested('passed')])).toBeNull();
    expect(said([tested('failed'), tested('failed')])).toBeNull();
    expect(experienceOnly(undefined, i18n.t as unknown as Translate, format)).toBeNull();
  });
});

describe('whose share of vacant positions an empty field keeps', () => {
  const share = { number: String, percent: (value: number) => `${String(Math.round(value * 100))}%` };
  const of = (shares: readonly (number | null)[], locale: 'en' | 'fr' = 'en') =>
    ownVacancyText(
      shares.map((ownVacancyShare) => ({ ownVacancyShare })),
      i18n.getFixedT(locale) as unknown as Translate,
      share,
    );

  test('is the one unit’s own with its figure, each unit’s own, or none where no register gives one', () => {
    expect(of([0.227])).toBe('Own share of the last 12 months: 23%.');
    expect(of([0], 'fr')).toBe('Part des 12 derniers mois\u00a0: 0%.');
    expect(of([null, 0.1, 0.4])).toBe('Each unit keeps its own, known for 2 of 3; otherwise 0%.');
    expect(of([0.1, 0.4], 'fr')).toContain('Chaque unité garde la sienne, connue pour 2 sur 2');
    expect(of([null])).toBe('No register of positions gives one: 0% if empty.');
    expect(of([null, null], 'fr')).toContain('Aucun registre des postes');
  });
});
