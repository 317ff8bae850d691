import { expect, it } from 'vitest';
import { assumedRows, type Survey } from '../../../renderer/features/intake/imports/values.ts';

const surveyOf = (field: Survey['values'][number]['field'], code: string | null): Survey => ({
  rows: 100,
  dates: [],
  values: [{ field, isTooMany: false, blank: 0, texts: [{ text: 'zz', count: 40, code, isSure: false }] }],
});

it('counts as assumed what comes in by a default, and the band that comes in as none', () => {
  expect(assumedRows(surveyOf('source', 'other'))).toBe(40);
  expect(assumedRows(surveyOf('riskBand', null))).toBe(40);
  expect(assumedRows(surveyOf('unitCode', null))).toBe(0);
});
