import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Projection } from '../../../electron/contract/statistics/plans.ts';
import {
  forInformationOnly,
  monthChoices,
  ownVacancyText,
  unitChoices,
} from '../../../renderer/features/statistics/plans/planText.ts';
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
const said = (units: readonly object[] | null, locale: 'en' | 'fr' = 'en', planned = units?.length ?? 1) =>
  forInformationOnly(
    { tested: units, units: Array.from({ length: planned }) } as unknown as Projection,
    i18n.getFixedT(locale) as unknown as Translate,
    format,
  );
const tested = (verdict: string, code = 'U01') => ({ code, verdict, missed: 7, forecasts: 10 });

describe('what a figure says of its test on earlier months', () => {
  test('is said of one unit whose forecasts missed too often or were too few', () => {
    expect(said([tested('failed')])).toEqual([
      'For information only, no staff search. Forecasts whose 80% interval did not include the actual backlog: 7 of 10.',
    ]);
    expect(said([tested('failed')], 'fr').join()).toContain('À titre indicatif seulement');
    expect(said([tested('too_short')]).join()).toContain('no staff search: too few earlier months');
  });

  test('names of several units those whose forecasts missed too often, and those with too few', () => {
    const units = [tested('failed'), tested('passed', 'U02'), tested('failed', 'U03'), tested('too_short', 'U04')];
    expect(said(units)).toEqual([
      'For information only, actual backlogs too often outside the interval: U01\u00a0(7\u00a0of\u00a010), U03\u00a0(7\u00a0of\u00a010).',
      'For information only, too few earlier months to test: U04.',
    ]);
    expect(said(units, 'fr')).toEqual([
      'À titre indicatif seulement, arriéré réel trop souvent hors de l’intervalle\u00a0: U01\u00a0(7\u00a0sur\u00a010), U03\u00a0(7\u00a0sur\u00a010).',
      'À titre indicatif seulement, trop peu de mois passés à vérifier\u00a0: U04.',
    ]);
  });

  test('is that it was not made yet, and nothing where all passed', () => {
    expect(said(null)).toEqual(['Not yet tested on earlier months.']);
    expect(said(null, 'fr')).toEqual(['Pas encore vérifié sur des mois passés.']);
    expect([said([tested('passed')]), said([tested('passed'), tested('passed', 'U02')])]).toEqual([[], []]);
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

describe('what the form of a plan shows of what cannot be planned', () => {
  const months = ['2026-10', '2026-11'] as never;
  const names = { month: (month: string) => `M${month}` };

  test('is a month that has passed, which cannot be chosen again', () => {
    const [first, ...others] = monthChoices(months, names, '2026-04' as never);
    expect(first).toEqual({ value: '2026-04', label: 'M2026-04', disabled: true });
    expect(others.map(({ value, disabled }) => [value, disabled])).toEqual([
      ['2026-10', false],
      ['2026-11', false],
    ]);
    for (const chosen of [null, '2026-11'] as never[]) expect(monthChoices(months, names, chosen)).toEqual(others);
  });

  test('is the unit of a line that has no plan', () => {
    const [planned, ...without] = ['U01', 'U07', 'U08'].map((code) => ({ unitId: code, code })) as never[];
    const shown = (chosen: string) => unitChoices([planned!], without, chosen);
    const own = { value: 'U01', label: 'U01', disabled: false };
    expect(shown('U07')).toEqual([own, { value: 'U07', label: 'U07', disabled: true }]);
    expect(shown('U01')).toEqual([own]);
  });
});
