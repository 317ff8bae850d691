import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { ToldBreakdown } from '#contract/reporting/breakdowns';
import type { Month, Quarter } from '#contract/ground/dates';
import type { AgreementId, JobId } from '#contract/ground/ids';
import type { Measure } from '#contract/ground/codes';
import type { ReturnContent } from '#contract/reporting/returns';
import { compoundCellName } from '#contract/reporting/restatedCells';
import { dictionaryTable } from '../../../../db/reporting/returns/files/dictionary.ts';
import { indicatorTable } from '../../../../db/reporting/returns/files/tidy.ts';
import { languages } from '../../../../db/documents/page/language.ts';
import { differencesOf } from '../../../../db/reporting/returns/restatement/differences.ts';
import { byUnitPart } from '../../../../db/reporting/returns/parts/byUnit.ts';
import { indicatorsPart } from '../../../../db/reporting/returns/parts/indicators.ts';
import {
  newSender,
  packText,
  payloadFor,
  quarterThree,
  quarterTwo,
  usualStock,
  wholeCells,
  type Sender,
} from '../../../support/packs.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

const counts: Partial<Record<Measure, number>> = { victims_identified: 2, authorizations: 3 };
const genders = (women: number, unknown: number): ToldBreakdown => ({
  code: 'V1',
  by: 'gender',
  parts: [
    { category: 'woman_girl', count: women },
    { category: 'unknown', count: unknown },
  ],
});

/** Six victims and nine authorizations a quarter. */
async function send(
  sender: Sender,
  breakdowns: readonly ToldBreakdown[],
  { quarter = quarterTwo, at = 10, victims = 2 }: { quarter?: Quarter; at?: number; victims?: number } = {},
): Promise<void> {
  const last = quarter === quarterTwo ? '2026-09' : '2026-12';
  const usual = { ...counts, victims_identified: victims };
  const cells = wholeCells(sender.unitId, '2025-04' as Month, last as Month, (_, measure) => usual[measure as never]);
  const stock = { ...usualStock, breakdowns: [...breakdowns] };
  const payload = { ...payloadFor(sender, quarter, at, cells), stock: [{ unitId: sender.unitId, stock }] };
  const file = coordination.test.grant(coordination.write(packText(payload, sender.key))) as never;
  await coordination.test.call('packs.import', { file, confirmFingerprint: sender.fingerprint });
}

async function prepare(units: readonly Sender[]): Promise<ReturnContent> {
  const agreementId = (await coordination.agreementFor(units)) as AgreementId;
  const input = { agreementId, quarter: quarterTwo, jobId: randomUUID() as JobId };
  return (await coordination.test.call('returns.prepare', input)).content;
}

const figure = ({ values }: ReturnContent, code: string, unitCode: string | null) =>
  values.find((each) => each.code === code && each.unitCode === unitCode)!;
const partsBy = (content: ReturnContent, code: string, by: string, unitCode: string | null = null) =>
  Object.fromEntries(
    figure(content, code, unitCode)
      .parts.filter((part) => part.by === by && part.value !== 0)
      .map(({ category, value }) => [category, value]),
  );
const coverOf = (content: ReturnContent, code: string, by: string) =>
  figure(content, code, null).breakdowns.find((each) => each.by === by)?.unitsCovered;

describe('a return of packs with breakdowns', () => {
  it('adds categories up over the units that are broken down, and says how many those are', async () => {
    const [one, two, three] = [newSender('B01'), newSender('B02'), newSender('B03')];
    await send(one, [genders(4, 2)]);
    await send(two, [genders(6, 0)]);
    await send(three, []);
    const content = await prepare([one, two, three]);
    expect(figure(content, 'V1', null)).toMatchObject({ value: 18, unitsCovered: 3 });
    expect(partsBy(content, 'V1', 'gender')).toEqual({ woman_girl: 10, unknown: 2 });
    expect(coverOf(content, 'V1', 'gender')).toBe(2);
    expect(coverOf(content, 'V1', 'age_band')).toBe(0);
    expect(figure(content, 'V1', 'B03')).toMatchObject({ value: 6, parts: [] });
    // Every category of a closed list is there, with a zero where it counts none.
    expect(figure(content, 'V1', 'B01').parts.map(({ category, value }) => [category, value])).toEqual([
      ['woman_girl', 4],
      ['man_boy', 0],
      ['non_binary', 0],
      ['not_asked', 0],
      ['unknown', 2],
    ]);
    expect(content.checks.filter(({ code }) => code === 'breakdown_differs')).toEqual([]);
  });

  it('writes them in every file: a value a row, a blank where nothing is known, and each code in the dictionary', async () => {
    const [one, two] = [newSender('B04'), newSender('B05')];
    const kinds = {
      code: 'A1',
      by: 'kind',
      parts: [
        { category: 'search_warrant', count: 7 },
        { category: 'made_up_kind', count: 2 },
      ],
    } as const;
    await send(one, [genders(6, 0), { ...kinds, parts: [...kinds.parts] }]);
    await send(two, []);
    const content = await prepare([one, two]);
    const rows = indicatorTable(content).filter(
      (row) => row.disaggregation === 'kind' || row.disaggregation === 'gender',
    );
    const cell = (code: string, unit: string | null, category: string) => {
      const row = rows.find(
        (each) => each.indicator_code === code && each.unit_code === unit && each.category_code === category,
      );
      return row && [row.value, row.status_code];
    };
    expect(cell('A1', 'B04', 'search_warrant')).toEqual([7, 'complete']);
    expect(cell('A1', null, 'search_warrant')).toEqual([7, 'partial']);
    // What a unit does not break down is a row of its own, so that the rows add up to the figure.
    expect(cell('A1', 'B05', 'not_broken_down')).toEqual([9, 'complete']);
    expect(cell('A1', null, 'not_broken_down')).toEqual([9, 'complete']);
    expect(cell('V1', 'B04', 'man_boy')).toEqual([0, 'complete']);
    expect(cell('V1', 'B05', 'woman_girl')).toBeUndefined();
    const known = new Set(dictionaryTable(content).map(({ column, code }) => JSON.stringify([column, code])));
    for (const row of rows) expect(known).toContain(JSON.stringify(['disaggregation', row.disaggregation]));
    expect(known).toContain(JSON.stringify(['category_code', 'search_warrant']));
    expect(content.categories).toEqual([
      { by: 'kind', code: 'search_warrant', name: { en: 'Search warrant', fr: 'Mandat de perquisition' } },
    ]);
    const [, sheet] = byUnitPart(content).sheets;
    const row = sheet!.rows.find((each) => each[0] === 'A1' && each[4] === 'B04' && each[7] === 7);
    expect(row?.slice(5)).toEqual([
      'Type of authority / Type d’autorisation',
      'Search warrant / Mandat de perquisition',
      7,
      '...',
      '...',
      'Complete / Complet',
      1,
      1,
    ]);
    const paper = indicatorsPart(content).page(languages.fr).text.replaceAll('\u00a0', ' ');
    expect(paper).toContain(
      'Type d’autorisation : made_up_kind 2; Mandat de perquisition 7; Non ventilé 9 (Unités couvertes : 1 / 2)',
    );
    expect(paper).toContain('Genre : Femme ou fille 6; Non ventilé 6 (Unités couvertes : 1 / 2)');
  });

  it('tells where a later pack changed a count: the difference is not known, or the count is not broken down', async () => {
    const [more, less] = [newSender('B06'), newSender('B07')];
    for (const sender of [more, less]) await send(sender, [genders(4, 2)]);
    await send(more, [], { quarter: quarterThree, at: 20, victims: 3 });
    await send(less, [], { quarter: quarterThree, at: 20, victims: 1 });
    const content = await prepare([more, less]);
    expect(partsBy(content, 'V1', 'gender', 'B06')).toEqual({ woman_girl: 4, unknown: 5 });
    expect(figure(content, 'V1', 'B07')).toMatchObject({ value: 3, parts: [] });
    expect(coverOf(content, 'V1', 'gender')).toBe(1);
    const found = content.checks.filter(({ code }) => code === 'breakdown_differs');
    expect(found.map(({ unitCode, blocking, measures }) => [unitCode, blocking, measures])).toEqual([
      ['B06', false, ['V1']],
      ['B07', false, ['V1']],
    ]);
  });
});

describe('a restatement', () => {
  it('lists each category that changed, beside the count, and none of a way that the version before did not have', async () => {
    const sender = newSender('B09');
    const section = (code: string, count: number) => ({ category: code, count });
    const sections = (...parts: { category: string; count: number }[]): ToldBreakdown => ({
      code: 'C1',
      by: 'offence_section',
      parts,
    });
    await send(sender, [genders(4, 2), sections(section('163.1(4)', 18))]);
    const before = await prepare([sender]);
    await send(sender, [genders(5, 1), sections(section('151', 18)), { code: 'A1', by: 'kind', parts: [] }], {
      at: 30,
    });
    const after = await prepare([sender]);
    const found = differencesOf(before, after).filter(({ unitCode }) => unitCode === 'B09');
    expect(found.map(({ what, code, before: was, after: is }) => [what, code, was?.value, is?.value])).toEqual([
      ['category', 'C1 offence_section 151', 0, 18],
      ['category', 'V1 gender woman_girl', 4, 5],
      ['category', 'V1 gender unknown', 2, 1],
      ['category', 'C1 offence_section 163.1(4)', 18, 0],
    ]);
    expect(found.map((cell) => compoundCellName(after, cell)!.fr).slice(0, 2)).toEqual([
      'C1 Accusations portées, Disposition du Code : art.\u00a0151, Contacts sexuels',
      'V1 Victimes identifiées, Genre : Femme ou fille',
    ]);
  });
});
