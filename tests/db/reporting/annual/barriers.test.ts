import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect } from 'vitest';
import type { Output } from '#contract/index';
import { annualReport, annualTables, printedAnnual } from '../../../../db/reporting/annual/report.ts';
import { sheetsOf } from '../../../../db/documents/report/report.ts';
import { framework } from '../../../../db/reporting/indicators/framework.ts';
import { frameworkFile } from '#contract/reporting/frameworks';
import { parseFramework } from '../../../../db/reporting/frameworks/rules.ts';
import { newSender, quarterTwo } from '../../../support/packs.ts';
import { writeTexts } from '../../../support/returnTexts.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

const [first, second, third] = [newSender('B01'), newSender('B02'), newSender('B03')];
let content: Output<'returns.prepare'>['content'];
let annual: Output<'annual.prepare'>['content'];

const cellOf = (unitId: string, value: number | null, parts: Record<string, number>, version: number | null = null) =>
  ({
    unitId,
    code: 'G1',
    value,
    numerator: null,
    denominator: null,
    parts,
    why: { en: '', fr: '' },
    version,
  }) as never;
const save = (...cells: ReturnType<typeof cellOf>[]) => ({ quarter: quarterTwo, cells });

it.beforeAll(async () => {
  const { test, receive, agreementFor } = coordination;
  for (const sender of [first, second, third]) await receive(sender, quarterTwo, 20);
  const agreementId = await agreementFor([first, second, third]);
  await test.call(
    'entered.save',
    save(
      cellOf(first.unitId, 40, { language: 12, remoteness: 8, internet_access: 6, not_asked: 10 }),
      cellOf(second.unitId, 9, { language: 7, remoteness: 2 }),
      cellOf(third.unitId, 5, {}),
    ),
  );
  await writeTexts(test, agreementId, quarterTwo);
  const which = { agreementId, quarter: quarterTwo, jobId: randomUUID() } as never;
  const prepared = await test.call('returns.prepare', which);
  content = prepared.content;
  await test.call('returns.lock', { ...(which as object), contentHash: prepared.contentHash } as never);
  annual = (await test.call('annual.prepare', { agreementId, fiscalYear: 2026 })).content;
}, 60_000);

describe('barriers by type', () => {
  it('are those that the framework names, each with both languages', () => {
    const definition = framework.indicators.find(({ code }) => code === 'G1')!;
    expect(definition.categories.map(({ code }) => code)).toEqual([
      'language',
      'cultural_safety',
      'remoteness',
      'internet_access',
    ]);
    const more = { code: 'disability', name: { en: 'Disability', fr: 'Handicap' } };
    const file = (categories: unknown[]) =>
      JSON.stringify({
        ...{ format: 'vigie-framework', version: '9', name: { en: 'A', fr: 'B' }, validFrom: '2026-04-01' },
        indicators: [{ ...definition, categories }],
      });
    const { file: parsed, problems } = parseFramework(file([...definition.categories, more]));
    expect(problems).toEqual([]);
    expect(frameworkFile.parse(parsed).indicators[0]!.categories.at(-1)).toEqual(more);
    expect(parseFramework(file([more, more])).problems).toMatchObject([{ code: 'code_twice', field: 'categories' }]);
    expect(parseFramework(file([{ ...more, code: 'unknown' }])).problems).toMatchObject([{ code: 'not_allowed' }]);
  });

  it('are entered by unit; what is left of the count is unknown', async () => {
    const { cells, indicators } = await coordination.test.call('entered.grid', { quarter: quarterTwo });
    expect(indicators.find(({ code }) => code === 'G1')!.categories).toHaveLength(5);
    expect(cells.find((each) => each.code === 'G1' && each.unitId === first.unitId)!.parts).toEqual({
      language: 12,
      remoteness: 8,
      internet_access: 6,
      not_asked: 10,
    });
    const own = content.values.find(({ code, unitCode }) => code === 'G1' && unitCode === 'B01')!;
    expect(Object.fromEntries(own.parts.map(({ category, value }) => [category, value]))).toEqual({
      ...{ language: 12, remoteness: 8, internet_access: 6, not_asked: 10, cultural_safety: 0, unknown: 4 },
    });
    const total = content.values.find(({ code, unitCode }) => code === 'G1' && unitCode === null)!;
    expect(total.breakdowns).toEqual([{ by: 'barrier', unitsCovered: 2 }]);
    expect(total.parts.find(({ category }) => category === 'language')).toMatchObject({ value: 19 });
    expect(content.categories).toContainEqual({
      ...{ by: 'barrier', code: 'remoteness', name: { en: 'Remoteness', fr: 'Éloignement' } },
    });
  });

  it('are refused where they come to more than the count, have none, or are not of the framework', async () => {
    const refusal = (value: number | null, parts: Record<string, number>) =>
      coordination.test.refusal('entered.save', save(cellOf(second.unitId, value, parts, 1)));
    const refused = { code: 'invalid_input' };
    expect(await refusal(8, { language: 7, remoteness: 2 })).toMatchObject({ ...refused, reason: 'parts_exceed' });
    expect(await refusal(null, { language: 7 })).toMatchObject({ ...refused, reason: 'parts_exceed' });
    expect(await refusal(9, { weather: 7 })).toMatchObject(refused);
  });

  it('are in the annual section with the shares unknown and not asked, small counts suppressed', () => {
    const group = annual.gba.find(({ by }) => by === 'barrier')!;
    expect(group).toMatchObject({ code: 'G1', whole: 54, quarters: [{ quarter: 2, covered: 2, asked: 3 }] });
    const values = Object.fromEntries(group.parts.map(({ category, value }) => [category, value]));
    // 4 unknown is small: with it goes what would give it back.
    expect(values).toMatchObject({ unknown: null });
    expect(Object.values(values).filter((value) => value === null).length).toBeGreaterThan(1);
    expect(group.unknownShare).toBeNull();
    const named = group.parts.find(({ category }) => category === 'remoteness')!;
    expect(named.name).toEqual({ en: 'Remoteness', fr: 'Éloignement' });
  });

  it('are in its workbook, page and table, in both languages', () => {
    const sheet = sheetsOf(annualReport({ content: annual, locked: null })).find(
      ({ tab }) => tab === 'GBA Plus - ACS Plus',
    )!;
    expect(sheet.rows.flatMap((row) => (row[0] === 'G1' ? [row[3]] : []))).toEqual(
      expect.arrayContaining(['Language / Langue', 'Remoteness / Éloignement', 'Not asked / Non demandé']),
    );
    const { html } = printedAnnual({ content: annual, locked: null });
    for (const text of ['Main barrier', 'Obstacle principal', 'Internet access', 'Accès à Internet'])
      expect(html).toContain(text);
    const table = annualTables(annual, 'comma').find(({ file }) => file.name === 'annual-gba.csv')!;
    const rows: Record<string, string>[] = parse(Buffer.from(table.file.bytes), { bom: true, columns: true });
    const own = rows.filter((row) => row['disaggregation'] === 'barrier');
    expect(own.find((row) => row['category_code'] === 'remoteness')).toMatchObject({ category_fr: 'Éloignement' });
    expect(own.find((row) => row['category_code'] === 'unknown')).toMatchObject({ value: '', suppression: 'x' });
  });
});
