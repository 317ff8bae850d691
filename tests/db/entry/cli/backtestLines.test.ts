import { expect, it } from 'vitest';
import type { PlanBacktest } from '#contract/statistics/plans';
import { backtestLines } from '../../../../db/entry/cli/planLines.ts';
import { wordsOf } from '../../../../db/entry/cli/texts.ts';

const scores = {
  forecasts: 20,
  cover50: 0.55,
  cover80: 0.85,
  cover95: 1,
  crps: 21.84,
  lastValue: 26.5,
  seasonal: 41.1,
};
const units = (['passed', 'passed', 'failed', 'too_short'] as const).map((verdict) => ({ verdict }));
const tested = { units, ahead6: scores, ahead12: null } as unknown as PlanBacktest;
const plain = (locale: 'en' | 'fr'): string =>
  backtestLines(wordsOf(locale), tested).join('\n').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

it('a plan’s test on earlier months is said in both languages', () => {
  expect(plain('en')).toBe(`Test on earlier months
  6 months ahead, all units: 20 forecasts; in the 50% interval 55%, in the 80% 85%, in the 95% 100%; mean error (CRPS, files) 21.8, last value 26.5, year before 41.1
  Too few earlier months to test.
  Units: 2 passed, 1 missed too often, 1 with too few earlier months.`);
  expect(plain('fr')).toBe(`Vérification sur des mois passés
  6 mois d’avance, toutes les unités : 20 prévisions; dans l’intervalle de 50 % 55 %, de 80 % 85 %, de 95 % 100 %; erreur moyenne (CRPS, dossiers) 21,8, dernière valeur 26,5, année précédente 41,1
  Trop peu de mois passés à vérifier.
  Unités : 2 réussies, 1 trop souvent manquées, 1 avec trop peu de mois passés.`);
});
