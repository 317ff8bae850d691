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
  6 months ahead, all units: 20 forecasts. Actual backlogs inside the 50% interval: 55%; 80%: 85%; 95%: 100%. Mean error in files (CRPS): 21.8; if the last backlog were repeated, 26.5; if that of a year before, 41.1.
  Too few earlier months to test.
  Units: test passed, 2; too often outside the interval, 1; too few earlier months, 1.`);
  expect(plain('fr')).toBe(`Vérification sur des mois passés
  À 6 mois, toutes les unités : 20 prévisions. Arriérés réels contenus dans l’intervalle de 50 % : 55 %; de 80 % : 85 %; de 95 % : 100 %. Erreur moyenne en dossiers (CRPS) : 21,8; en répétant le dernier arriéré, 26,5; celui d’un an plus tôt, 41,1.
  Trop peu de mois passés à vérifier.
  Unités : vérification réussie, 2; trop souvent hors de l’intervalle, 1; trop peu de mois passés, 1.`);
});
