import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { ledgerTerm } from '#contract/ground/codes';
import type { ReturnContent } from '#contract/reporting/returns';
import { describe, expect } from 'vitest';
import { clean } from '../../../../db/ground/kernel/clean.ts';
import { isDataPackage, readDataPackage } from '../../../support/dataPackage.ts';
import { it, held } from '../../../support/fixtures/shared/exportedReturn.ts';

const file = (name: string) => readFileSync(join(held.folder, name));
const table = (name: string): Record<string, string>[] =>
  parse(file(name), { bom: true, columns: true, record_delimiter: '\r\n' });
/** A cell of a table as the store has it: blank is null. */
const number = (text: string | undefined): number | null => (text === '' || text === undefined ? null : Number(text));

describe('an held.exported return', () => {
  it('is a folder with the agreement\u2019s code and quarter, and every file', () => {
    expect(held.exported.folderName).toBe('AG-1-FY2026-27-Q2');
    expect(readdirSync(held.outbox)).toEqual([held.exported.folderName]);
    const names = readdirSync(held.folder).sort();
    expect(names).toEqual([
      'counterfactual.csv',
      'data-dictionary.csv',
      'datapackage.json',
      'indicators.csv',
      'ledger.csv',
      'manifest.json',
      'panel.csv',
      'return.json',
      'return.schema.json',
      'return.xlsx',
    ]);
    expect(held.exported.files.map((each) => each.name).sort()).toEqual(names);
  });

  it('gives the same bytes when it is made again later from the same lock, and leaves the first one alone', async () => {
    // A ZIP archive counts in steps of two seconds: a time of the moment in it would show.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const again = await held.exportAgain();
    expect(again.folderName).toBe('AG-1-FY2026-27-Q2-2');
    for (const { name } of held.exported.files)
      expect(readFileSync(join(held.outbox, again.folderName, name)).equals(file(name)), name).toBe(true);
  });

  it('describes its tables as a data package of the Frictionless standard', () => {
    const found = readDataPackage(held.folder);
    expect(found).toMatchObject({ name: 'ag-1-fy2026-27-q2', created: new Date(held.locked.lockedAt).toISOString() });
    expect(isDataPackage({ ...found, resources: [] })).toBe(false);
    expect(isDataPackage({ ...found, name: 'AG 1' })).toBe(false);
  });

  it('names no person', () => {
    for (const { name } of held.exported.files) expect(file(name).includes('Coordinator'), name).toBe(false);
  });
});

describe('the tables, read back', () => {
  it('hold every indicator of the store', () => {
    const rows = table('indicators.csv').filter((row) => row.disaggregation === '');
    expect(
      rows.map((row) => ({
        code: row.indicator_code,
        unitCode: row.unit_code === '' ? null : row.unit_code,
        value: number(row.value),
        numerator: number(row.numerator),
        denominator: number(row.denominator),
        status: row.status_code,
      })),
    ).toEqual(
      held.content.values.map(({ code, unitCode, value, numerator, denominator, status, unitsCovered }) => ({
        code,
        unitCode,
        value,
        numerator,
        denominator,
        // Evidence that carries no single figure is not missing.
        status: code === 'K1' && value === null && unitsCovered > 0 ? 'interval_only' : status,
      })),
    );
    expect(rows[0]).toMatchObject({
      indicator_en: 'Referrals received',
      indicator_fr: 'Signalements reçus',
      fy: '2026-27',
      quarter: 'Q2',
      period_start: '2026-07-01',
      period_end: '2026-09-30',
      suppression: '',
      definition_version: '1',
      source: 'pack',
    });
    const staff = table('indicators.csv').filter((row) => row.indicator_code === 'S1' && row.unit_code === 'U01');
    expect(staff.map((row) => [row.category_code, row.value])).toEqual([
      ['', '7.5'],
      ['funded', '2.5'],
      ['base', '5'],
    ]);
  });

  it('hold the ledger and the panel', () => {
    const ledger = table('ledger.csv').map((row) => [
      row.unit_code,
      row.period_start!.slice(0, 7),
      row.category_code,
      number(row.value),
    ]);
    expect(ledger).toEqual(
      held.content.ledger.flatMap(({ unitCode, month, line }) => [
        [unitCode, month, 'opening', line.opening],
        ...ledgerTerm.options.map((term) => [unitCode, month, term, line.terms[term]]),
        [unitCode, month, 'closing', line.closing],
      ]),
    );
    expect(ledger).toHaveLength(2 * 3 * 12);
    const panel = table('panel.csv').map((row) => [
      row.unit_code,
      row.indicator_code,
      row.period_start!.slice(0, 7),
      number(row.value),
      row.status_code,
      row.source,
    ]);
    expect(panel).toEqual(
      held.content.panel.map((each) => [each.unitCode, each.measure, each.month, each.value, each.status, each.source]),
    );
    expect(panel).toHaveLength(2 * (81 * 29 + 1));
  });

  it('hold the backlog avoided with its intervals, without what binary fractions leave behind', () => {
    const cleaned = (value: number | null | undefined) => (value == null ? null : clean(value));
    const rows = table('counterfactual.csv');
    const estimates = held.content.counterfactual!.units.flatMap(({ code, result }) =>
      result.status === 'estimated' ? [{ code, result }] : [],
    );
    expect(estimates).toHaveLength(2);
    for (const { code, result } of estimates) {
      const of = (disaggregation: string, category: string) =>
        rows
          .filter(
            (row) => row.unit_code === code && row.disaggregation === disaggregation && row.category_code === category,
          )
          .map((row) => number(row.value));
      expect(of('backlog', 'actual')).toEqual(result.backlog);
      for (const name of ['p025', 'p10', 'p50', 'p90', 'p975'] as const) {
        expect(of('avoided', name)).toEqual([cleaned(result.avoided[name])]);
        expect(of('without_funding', name)).toEqual(result.fan.map((each) => cleaned(each?.[name])));
      }
    }
    expect(rows.filter((row) => /\.\d{8,}$/.test(row.value ?? ''))).toEqual([]);
    const total = rows.filter(
      (row) => row.unit_code === '' && row.disaggregation === 'avoided' && row.category_code === 'p50',
    );
    expect(total.map((row) => number(row.value))).toEqual([held.content.counterfactual!.total!.avoided.p50]);
  });

  it('are UTF-8 with a mark, CRLF, and every code is in the dictionary', () => {
    const dictionary = table('data-dictionary.csv');
    for (const name of ['indicators.csv', 'ledger.csv', 'counterfactual.csv', 'panel.csv']) {
      const bytes = file(name);
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(bytes.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const rows = table(name);
      for (const column of ['indicator_code', 'disaggregation', 'category_code', 'status_code', 'source']) {
        const known = dictionary.filter((row) => row.kind === 'code' && row.column === column).map((row) => row.code);
        const used = [...new Set(rows.map((row) => row[column]))].filter((code) => code !== '');
        expect(known, `${name} ${column}`).toEqual(expect.arrayContaining(used));
      }
    }
    for (const row of dictionary) expect(row.definition_en === '' && row.label_en === '', row.code).toBe(false);
  });
});

describe('return.json', () => {
  it('is valid against the schema published with it, and is what was locked', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    const validate = ajv.compile(JSON.parse(file('return.schema.json').toString()) as object);
    const document = JSON.parse(file('return.json').toString()) as { content: ReturnContent; contentHash: string };
    expect(validate(document), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(document.content).toEqual(held.content);
    expect(document.contentHash).toBe(held.locked.contentHash);
    expect(validate({ ...document, content: { ...document.content, values: [{ code: 'R1' }] } })).toBe(false);
  });
});
