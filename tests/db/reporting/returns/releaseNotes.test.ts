import { describe, expect, it } from 'vitest';
import type { ReleaseContent } from '../../../../db/reporting/returns/release/content.ts';
import { noteSheet } from '../../../../db/reporting/returns/release/notes.ts';

const avoided = { unitsCovered: 2, unitsAsked: 2, quantiles: { p025: 0, p10: 5, p50: null, p90: 20, p975: 25 } };
const notesOf = (method: ReleaseContent['method']): readonly (readonly string[])[] =>
  noteSheet(false, { method, base: 5, avoided } as unknown as ReleaseContent).rows.map((row) => row.map(String));

describe.each(['suppression', 'rounding'] as const)('the notes of a release by %s', (method) => {
  const notes = notesOf(method);
  const saying = (...words: readonly string[]) =>
    notes.filter((row) => words.every((each) => row.join(' ').includes(each)));

  it('say why staff, overtime and medians are marked x, which either method does', () => {
    expect(saying('“x”', '« x »', 'full-time equivalents', 'équivalents temps plein')).toHaveLength(1);
    expect(saying('“x”', '« x »', 'ten files', 'dix dossiers')).toHaveLength(1);
  });

  it('call exact no number that is rounded: the backlog avoided is', () => {
    expect(saying('multiples of 5', 'multiples de 5')).toHaveLength(1);
    expect(saying('Every number')).toEqual([]);
    expect(saying('Tout nombre')).toEqual([]);
  });
});

it('the notes of a release by rounding say that a share is 100% at most', () => {
  expect(notesOf('rounding').filter((row) => row[0]!.includes('100%') && row[1]!.includes('100 %'))).toHaveLength(1);
});
