import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { framework } from '../../../../db/reporting/indicators/framework.ts';
import { isLargeChange } from '../../../../db/reporting/returns/changeChecks.ts';
import type { Texts } from '../../../../db/reporting/returns/finding.ts';
import { found, inBoth, line, moreArrests, unexplained, unitWith, written } from '../../../support/checkedUnits.ts';

describe('a change that must be explained', () => {
  it.each([
    [100, 110, false],
    [100, 111, true],
    [10, 14, false],
    [10, 15, true],
    [0, 4, false],
    [0, 5, true],
    [40, 35, true],
    [100, 90, false],
    [null, 50, false],
    [50, null, false],
  ])('from %s to %s: %s', (previous, value, expected) => {
    expect(isLargeChange(previous, value, { share: 0.1, absolute: 5 })).toBe(expected);
  });

  it('is measured by the indicator\u2019s own threshold, and by none where it has none', () => {
    expect(isLargeChange(100, 130, { share: 0.25, absolute: 20 })).toBe(true);
    expect(isLargeChange(100, 124, { share: 0.25, absolute: 20 })).toBe(false);
    expect(isLargeChange(10, 29, { share: 0.25, absolute: 20 })).toBe(false);
    expect(isLargeChange(0, 1000, null)).toBe(false);
    const indicators = framework.indicators.map((each) => ({ ...each, changeThreshold: null }));
    expect(found([unitWith('U01', moreArrests)], { indicators })).toEqual([]);
  });

  it('must be in each language that the agreement asks for, and only in those', () => {
    const said = (text: object, languages: readonly ('en' | 'fr')[]) =>
      found([unitWith('U01', moreArrests)], {
        languages,
        texts: { ...written, explanations: [{ code: 'C3', unitCode: 'U01', text: { en: '', fr: '', ...text } }] },
      });
    expect(said({ en: 'A project ended.' }, ['en', 'fr'])).toEqual([unexplained('C3', { languages: ['fr'] })]);
    expect(said({ en: 'A project ended.' }, ['fr'])).toEqual([unexplained('C3', { languages: ['fr'] })]);
    expect(said({ en: 'A project ended.' }, ['en'])).toEqual([]);
    expect(said({ en: 'A project ended.', fr: 'Un projet a pris fin.' }, ['en', 'fr'])).toEqual([]);
  });

  it('is asked of a total apart from its units, unless there is one unit alone', () => {
    const lines = found([unitWith('U01', moreArrests), unitWith('U02', moreArrests)]);
    expect(lines.map((each) => each.unitCode)).toEqual(['U01', 'U02', null]);
    expect(found([unitWith('U01', moreArrests)]).map((each) => each.unitCode)).toEqual(['U01']);
  });
});

describe('what people must still write', () => {
  const withTexts = (texts: Partial<Texts>) => found([unitWith('U01')], { texts: { ...written, ...texts } });

  it('is the narrative, which never blocks', () => {
    const narrative = { ...written.narrative, risks: { en: 'None.', fr: '' }, events: { en: '', fr: '' } };
    const missing = (part: string, languages: readonly string[]) =>
      line('narrative_missing', false, { unitCode: null, part, languages, mend: 'narrative' });
    expect(withTexts({ narrative })).toEqual([missing('risks', ['fr']), missing('events', ['en', 'fr'])]);
  });

  it.each(['preliminary', 'final'] as const)('is who attests figures that are %s', (actualsStatus) => {
    const missing = (part: string) =>
      line('attestation_missing', actualsStatus === 'final', { unitCode: null, part, mend: 'narrative' });
    expect(withTexts({ actualsStatus, attestations: [] })).toEqual([missing('unit'), missing('finance')]);
    expect(withTexts({ actualsStatus, attestations: written.attestations.slice(1) })).toEqual([missing('unit')]);
  });

  it('is a reason for each restated cell, told once for a unit', () => {
    const cell = (unitCode: string | null, why: { en: string; fr: string }) => ({
      what: 'value' as const,
      unitCode,
      code: 'R1',
      month: null,
      before: { value: 1, status: 'complete' as const },
      after: { value: 2, status: 'complete' as const },
      why,
    });
    const changes = [
      cell('U01', inBoth),
      cell('U02', { en: '', fr: '' }),
      cell('U02', { en: 'Because.', fr: '' }),
      cell(null, { en: '', fr: 'Parce que.' }),
    ];
    const restatement = {
      sequence: 2,
      of: { returnId: randomUUID() as never, sequence: 1, contentHash: 'x' },
      changes,
    };
    const missing = (unitCode: string | null, languages: readonly string[]) =>
      line('reason_missing', true, { unitCode, languages, mend: 'reasons' });
    expect(withTexts({ restatement })).toEqual([missing('U02', ['en', 'fr']), missing(null, ['en'])]);
  });
});
