import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect } from 'vitest';
import type { Output } from '#contract/index';
import type { Month } from '#contract/ground/dates';
import type { TemplateSource } from '#contract/reporting/templates';
import { languages } from '../../../../db/documents/page/language.ts';
import { annualReport, annualTables, printedAnnual } from '../../../../db/reporting/annual/report.ts';
import { sheetsOf } from '../../../../db/documents/report/report.ts';
import { printedRenewal, renewalReport } from '../../../../db/reporting/renewal/report.ts';
import { indicatorTable } from '../../../../db/reporting/returns/files/tidy.ts';
import { indicatorsPart } from '../../../../db/reporting/returns/parts/indicators.ts';
import { makeRelease } from '../../../../db/reporting/returns/release/make.ts';
import { releasedIndicators, releasedLedger } from '../../../../db/reporting/returns/release/rows.ts';
import {
  indicatorSheet,
  avoidedSheet,
  ledgerSheet,
  monthSheet,
  unitSheet,
} from '../../../../db/reporting/returns/release/sheets.ts';
import { resolve } from '../../../../db/reporting/returns/templates/resolve.ts';
import { newKey, newSender, quarterTwo, wholeCells } from '../../../support/packs.ts';
import { receiveForm } from '../../../support/kitForm.ts';
import { it, coordination as national } from '../../../support/fixtures/shared/coordination.ts';

let agreementId: string;
let content: Output<'returns.prepare'>['content'];
let annual: Output<'annual.prepare'>['content'];
let renewal: Output<'renewal.view'>['content'];

it.beforeAll(async () => {
  const { test } = national;
  const { inbox } = await receiveForm(national);
  await test.call('rollup.import', { place: test.grant(inbox), name: 'form.xlsx', acceptUnsigned: true });
  const signed = newSender('U01');
  await national.receive(signed, quarterTwo, 10, wholeCells(signed.unitId, '2026-04' as Month, '2026-09' as Month));
  const { units } = await test.call('units.list', {});
  agreementId = await national.agreementFor(units.map(({ id, code }) => ({ ...signed, unitId: id, code })) as never);
  await test.call('funding.save', {
    agreementId,
    register: 'budget',
    fiscalYear: 2026,
    changes: [{ do: 'add', cells: { code: 'L1', category: 'tools', q2Forecast: 5000, q2Actual: 5000 } }],
  });
  const which = { agreementId, quarter: quarterTwo, jobId: randomUUID() };
  const prepared = await test.call('returns.prepare', which);
  content = prepared.content;
  await test.call('returns.lock', { ...which, contentHash: prepared.contentHash });
  annual = (await test.call('annual.prepare', { agreementId, fiscalYear: 2026 })).content;
  renewal = (await test.call('renewal.view', { agreementId })).content;
}, 60_000);

const mark = 'partly UNSIGNED';

describe('what an unsigned form says', () => {
  it('marks each figure that rests on it, and none that the registers give', () => {
    const sources = indicatorTable(content)
      .filter(({ unit_code, disaggregation }) => unit_code === null && disaggregation === null)
      .map(({ indicator_code, source }) => [
        indicator_code,
        typeof source === 'string' && source.endsWith(';unsigned'),
      ]);
    expect(Object.fromEntries(sources) as unknown).toMatchObject({
      R1: true,
      B2: true,
      S1: true,
      F1: false,
      S2: false,
    });
    const { columns, rows } = indicatorsPart(content).sheets[0]!;
    const place = columns.findIndex(({ label }) => label.en === 'Source');
    const marked = new Map(rows.map((row) => [row[0], String(row[place]).includes(mark)]));
    expect([marked.get('R1'), marked.get('F1')]).toEqual([true, false]);
  });

  it('is said where a funder’s form asks for the status of a figure', () => {
    const status = (code: string, unitCode: string | null, language: 'en' | 'fr') => {
      const source: TemplateSource = { kind: 'indicator', code, unitCode, part: 'status', language };
      return resolve({ content } as never, source);
    };
    expect(status('R1', 'X01', 'en')).toBe('Partial; UNSIGNED');
    expect(status('R1', null, 'fr')).toMatch(/; en partie NON SIGNÉ$/);
    expect(status('R1', 'U01', 'en')).toBe('Complete');
    expect(status('F1', null, 'en')).toBe('Complete');
  });

  it('marks the quarter and the year of an annual report on screen, paper, sheets and CSV', () => {
    const of = (code: string) => annual.indicators.find((each) => each.code === code)!;
    expect(of('R1').cells).toMatchObject([{ quarter: 2, unsigned: true }]);
    expect(of('F1').cells[0]).not.toHaveProperty('unsigned');
    const rows = parse(Buffer.from(annualTables(annual, 'comma')[0]!.file.bytes), { bom: true, columns: true });
    const flags = (rows as Record<string, string>[])
      .filter((row) => row['unsigned'] === '1')
      .map((row) => `${row['indicator_code']} ${row['quarter']}`);
    expect(flags).toEqual(expect.arrayContaining(['R1 Q2', 'R1 ', 'B2 Q2']));
    expect(flags.filter((each) => /^(?:F1|B2) $|^F1/.test(each))).toEqual([]);
    const paper = printedAnnual({ content: annual, locked: null }).html;
    expect(paper).toContain(mark);
    expect(paper).toContain('en partie NON SIGNÉ');
    expect(JSON.stringify(sheetsOf(annualReport({ content: annual, locked: null })))).toContain(mark);
  });

  it('marks what a release publishes of it, in its tables and sheets', () => {
    const release = makeRelease(content, { method: 'suppression', base: 5 }, newKey(), []).content;
    const rows = [...releasedIndicators(content, release), ...releasedLedger(content, release)];
    const marked = (code: string, unit: string | null) =>
      new Set(
        rows
          .filter((row) => row.indicator_code === code && row.unit_code === unit)
          .map(({ source }) => typeof source === 'string' && source.endsWith(';unsigned')),
      );
    expect([marked('R1', 'X01'), marked('R1', null), marked('LEDGER', 'X01'), marked('LEDGER', null)]).toEqual(
      Array(4).fill(new Set([true])),
    );
    expect([marked('R1', 'U01'), marked('LEDGER', 'U01')]).toEqual(Array(2).fill(new Set([false])));
    const avoided = { unitsCovered: 2, unitsAsked: 3, quantiles: { p025: 0, p10: 0, p50: null, p90: 5, p975: 10 } };
    const withAvoided = { ...release, avoided };
    const sheets = [indicatorSheet, unitSheet, ledgerSheet, monthSheet, avoidedSheet];
    const restatement = { sequence: 2, of: {} as never, changes: [] };
    for (const sheet of sheets) {
      expect(JSON.stringify(sheet(content, withAvoided))).toContain('UNSIGNED');
      expect(JSON.stringify(sheet(content, withAvoided))).not.toContain('restated');
      const restated = sheet({ ...content, restatement }, withAvoided)!;
      expect(restated.rows.every((row) => row.join().includes('restated (version 2)'))).toBe(true);
    }
    expect(avoidedSheet(content, withAvoided)?.rows[0]?.at(-1)).toMatch(/^Partial/);
    const restatedRows = releasedLedger({ ...content, restatement }, release);
    expect(new Set(restatedRows.map(({ source }) => source))).toEqual(
      new Set(['ledger;restated', 'ledger;unsigned;restated']),
    );
  });

  it('marks balances and results of a renewal annex', () => {
    const year = renewal.years.find(({ sources }) => sources.length > 0)!;
    expect(year.closing).toMatchObject({ unsigned: true });
    const results = new Map(renewal.results.map(({ code, years }) => [code, years.at(-1)]));
    expect(results.get('R1')).toMatchObject({ unsigned: true });
    expect(results.get('F1')).not.toHaveProperty('unsigned');
    expect(JSON.stringify(sheetsOf(renewalReport({ content: renewal, plan: null, today: '2026-11-24' })))).toContain(
      mark,
    );
    expect(printedRenewal({ content: renewal, plan: null } as never).html).toContain(mark);
    expect(Object.keys(languages)).toHaveLength(2);
  });

  it('marks the quarters, the year and the backlogs of the view across quarters, on screen and in its file', async () => {
    const { test } = national;
    const across = await test.call('across.view', { quarter: quarterTwo, agreementId: null });
    const of = (code: string) => across.indicators.find((each) => each.code === code)!;
    expect(of('R1').cells.map(({ unsigned }) => unsigned === true)).toEqual([...Array<boolean>(7).fill(false), true]);
    expect(of('R1').year!.whole).not.toHaveProperty('unsigned');
    expect(of('F1').cells.filter(({ unsigned }) => unsigned)).toEqual([]);
    const marked = ({ figures }: typeof across.funded) =>
      figures.filter(({ unsigned }) => unsigned).map(({ code }) => code);
    expect(marked(across.funded)).toEqual(expect.arrayContaining(['R1', 'B2', 'S1']));
    expect(marked(across.agreements[0]!)).toEqual(marked(across.funded));
    expect(marked(across.unfunded)).toEqual([]);
    const path = join(test.parent, 'across.csv');
    await test.call('across.export', {
      quarter: quarterTwo,
      agreementId: null,
      separator: 'comma',
      file: test.grant(path),
    });
    const rows: Record<string, string>[] = parse(readFileSync(path), { bom: true, columns: true });
    const flags = rows
      .filter((row) => row['unsigned'] === '1')
      .map((row) => `${row['section']} ${row['code']} ${row['period_en']}`);
    expect(flags).toEqual(expect.arrayContaining(['quarters R1 FY 2026-27 Q2', 'funded_units B2 FY 2026-27 Q2']));
    expect(flags.filter((each) => /F1|Q1$|contributions|activities|unfunded/.test(each))).toEqual([]);
  });

  it('marks the data of the readiness of an agreement, on screen and in its file', async () => {
    const { test } = national;
    const asked = { agreementId, quarter: quarterTwo };
    const { rows } = await test.call('readiness.view', asked);
    const marked = rows.filter(({ figure }) => figure.unsigned).map(({ code }) => code);
    expect(marked).toEqual(expect.arrayContaining(['R1', 'B2']));
    expect(marked).not.toContain('F1');
    const path = join(test.parent, 'readiness.csv');
    await test.call('readiness.export', { ...asked, separator: 'comma', file: test.grant(path) });
    const found: Record<string, string>[] = parse(readFileSync(path), { bom: true, columns: true });
    expect(found.flatMap((row) => (row['unsigned'] === '1' ? [row['indicator_code']] : []))).toEqual(marked);
  });

  it('marks the counts of the national view that rest on it', async () => {
    const view = await national.test.call('rollup.national', { quarter: quarterTwo, span: 3, jobId: randomUUID() });
    const referrals = view.headlines.find(({ code }) => code === 'R1')!;
    expect(referrals.whole).toMatchObject({ unsigned: true });
    expect(view.units.filter(({ unsigned }) => unsigned).map(({ code }) => code)).toEqual(['X01']);
  });
});
