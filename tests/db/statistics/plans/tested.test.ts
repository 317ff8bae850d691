import type { PlanBacktest } from '#contract/statistics/plans';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../db/documents/page/language.ts';
import { testedPart } from '../../../../db/statistics/plans/annex/tested.ts';

const scores = { forecasts: 8, cover50: 0.5, cover80: 0.8, cover95: 0.95, crps: 24.66, lastValue: 30, seasonal: 31.25 };

describe('how earlier forecasts did', () => {
  it('writes all errors of a column with one decimal', () => {
    const backtest: PlanBacktest = { ahead6: scores, ahead12: { ...scores, crps: 40 }, units: [] };
    const cells = (locale: 'en' | 'fr') =>
      [
        ...testedPart(backtest, [], languages[locale])
          .map(({ text }) => text)
          .join('')
          .matchAll(/<td[^>]*>(\d+[.,]\d)<\/td>/g),
      ].map(([, cell]) => cell);
    expect(cells('en')).toEqual(['24.7', '30.0', '31.3', '40.0', '30.0', '31.3']);
    expect(cells('fr')).toEqual(['24,7', '30,0', '31,3', '40,0', '30,0', '31,3']);
  });
});
