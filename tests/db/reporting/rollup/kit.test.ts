import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { beforeEach, describe, expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import type { IndicatorValue } from '#contract/reporting/returns';
import { caseMeasure } from '#contract/ground/codes';
import {
  firstColumn,
  firstRow,
  formMeasures,
  stockFields,
  tabs,
  unitFields,
} from '../../../../db/reporting/rollup/kit/form.ts';
import { editForm, fillStock, usualForm } from '../../../support/kitForm.ts';
import { contentOf, newSender, quarterTwo, wholeCells } from '../../../support/packs.ts';
import { zipOf } from '../../../support/zip.ts';
import { it, coordination as national } from '../../../support/fixtures/coordination.ts';

let inbox: string;
beforeEach(() => {
  inbox = join(national.test.parent, 'received');
  mkdirSync(inbox);
});

const grant = (path: string) => national.test.grant(path);
const form = (): string => join(inbox, 'form.xlsx');

async function writeBlank(): Promise<void> {
  await national.test.call('rollup.writeKit', { file: grant(form()), quarter: quarterTwo });
}

const edit = (change: (workbook: Workbook) => void): Promise<void> => editForm(form(), change);

/** The figures of the unit in the return of all. */
async function figures(): Promise<ReadonlyMap<string, IndicatorValue>> {
  const { consolidated } = await national.test.call('returns.list', {});
  const { values } = await contentOf(national.test, consolidated!.id, quarterTwo);
  return new Map(values.filter(({ unitCode }) => unitCode === 'X01').map((each) => [each.code, each]));
}

async function inspect() {
  const { found } = await national.test.call('rollup.inspect', { place: grant(inbox) });
  return found[0]!;
}

const take = (acceptUnsigned: boolean) => ({ place: grant(inbox) as never, name: 'form.xlsx', acceptUnsigned });

const filled = (): Promise<void> => usualForm(national, form());

describe('the blank form', () => {
  it('is bilingual, names its quarter, and asks for the months before it', async () => {
    await writeBlank();
    const workbook = new Workbook();
    await workbook.xlsx.readFile(form());
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(Object.values(tabs));
    const months = workbook.getWorksheet(tabs.months)!;
    expect([months.getCell(firstRow, 1).value, months.getCell(months.rowCount, 1).value]).toEqual([
      '2024-10',
      '2026-09',
    ]);
    const states = ['"complete,partial,complet,partiel"'];
    expect(months.getCell(firstRow, 2).dataValidation).toHaveProperty('formulae', states);
    expect(months.getCell(firstRow, firstColumn).dataValidation).toMatchObject({ type: 'whole', allowBlank: true });
    expect(workbook.getWorksheet(tabs.unit)!.getCell(2, 4).value).toBe('2026-Q2');
    expect(await inspect()).toMatchObject({
      kind: 'kit',
      verdict: 'refused',
      problems: [{ code: 'kit_missing' }, {}, {}, {}, {}],
    });
  });
});

describe('a filled form', () => {
  it('is never imported as signed: the person who imports it confirms its origin', async () => {
    await filled();
    expect(await inspect()).toMatchObject({
      kind: 'kit',
      verdict: 'unsigned',
      fingerprint: null,
      says: {
        workspaceName: 'X01',
        quarter: quarterTwo,
        months: 3,
        // Seen before anything is imported.
        figures: [
          { month: '2026-07', opening: 100, into: 18, out: 12, closing: 106, status: 'complete' },
          { month: '2026-08', opening: 106, into: 18, out: 12, closing: 112, status: 'partial' },
          { month: '2026-09', opening: 112, into: 18, out: 12, closing: 118, status: 'complete' },
        ],
      },
    });
    expect(await national.test.refusal('rollup.import', take(false))).toEqual({
      code: 'forbidden',
      reason: 'rollup_unsigned',
    });
    const { id, values } = await national.test.call('rollup.import', take(true));
    expect(values).toBe(3 * formMeasures.length + 1);
    expect((await inspect()).verdict).toBe('held');
    const { packs } = await national.test.call('packs.list', {});
    expect(packs).toEqual([expect.objectContaining({ id, kind: 'kit', fingerprint: '' })]);
    expect((await national.test.call('keys.confirmed', {})).keys).toEqual([]);
  });

  it('keeps blank apart from zero, and what is partial from what is whole', async () => {
    await filled();
    await national.test.call('rollup.import', take(true));
    const { units } = await national.test.call('units.list', {});
    const { cells } = await national.test.call('unitMonths.grid', {
      unitId: units[0]!.id,
      from: '2026-07',
      to: '2026-09',
      measures: ['charges_laid', 'referrals_bundled'],
    });
    expect(cells.map(({ month, measure, value, status }) => [month, measure, value, status]).sort()).toEqual([
      ['2026-07', 'charges_laid', 3, 'complete'],
      ['2026-07', 'referrals_bundled', 0, 'zero_confirmed'],
      ['2026-08', 'charges_laid', 3, 'partial'],
      ['2026-08', 'referrals_bundled', 0, 'partial'],
      ['2026-09', 'charges_laid', null, 'not_available'],
      ['2026-09', 'referrals_bundled', 0, 'zero_confirmed'],
    ]);
  });

  it('brings persons, victims, devices and outcomes, and the age and time of files, into the return of all', async () => {
    await filled();
    await edit((workbook) => {
      fillStock(workbook);
    });
    await national.test.call('rollup.import', take(true));
    const said = await figures();
    for (const code of ['C2', 'J1', 'A1', 'V1', 'V2', 'V3', 'D1', 'D2', 'N1'])
      expect([code, said.get(code)]).toEqual([code, expect.objectContaining({ value: 9, status: 'partial' })]);
    expect(said.get('B3')).toMatchObject({ value: 12, status: 'partial' });
    expect(said.get('B4')).toMatchObject({ value: 400 });
    expect(said.get('B5')).toMatchObject({ value: 60.5, denominator: 40, parts: [] });
    expect(said.get('R3')).toMatchObject({ value: 75, numerator: 6, denominator: 8 });
  });

  it('says nothing of age and time where that sheet is blank', async () => {
    await filled();
    await national.test.call('rollup.import', take(true));
    const said = await figures();
    for (const code of ['R3', 'B3', 'B4', 'B5'])
      expect([code, said.get(code)]).toEqual([code, expect.objectContaining({ value: null, status: 'not_available' })]);
  });

  it('of the first edition is still read, as saying nothing of what it did not ask', async () => {
    await filled();
    await edit((workbook) => {
      workbook.removeWorksheet(workbook.getWorksheet(tabs.stock)!.id);
      const months = workbook.getWorksheet(tabs.months)!;
      const first = caseMeasure.options[0]!;
      months.spliceColumns(firstColumn + formMeasures.indexOf(first), caseMeasure.options.length);
      workbook.getWorksheet(tabs.unit)!.getCell(1, 4).value = 'vigie-kit 1';
    });
    const { values } = await national.test.call('rollup.import', take(true));
    expect(values).toBe(3 * (formMeasures.length - caseMeasure.options.length) + 1);
    const said = await figures();
    expect(said.get('R1')).toMatchObject({ value: 9 });
    expect(said.get('V1')).toMatchObject({ value: null, status: 'not_available' });
  });

  it('is marked as unsigned wherever its figures appear', async () => {
    await filled();
    await national.test.call('rollup.import', take(true));
    const signed = newSender('U01');
    await national.receive(signed, quarterTwo, 10, wholeCells(signed.unitId, '2026-04' as Month, '2026-09' as Month));
    const { consolidated } = await national.test.call('returns.list', {});
    const which = { agreementId: consolidated!.id, quarter: quarterTwo, jobId: randomUUID() as never };
    const { content, contentHash } = await national.test.call('returns.prepare', which);
    expect(content.checks.filter(({ code }) => code === 'unsigned_form')).toEqual([
      expect.objectContaining({ unitCode: 'X01', blocking: false, months: ['2026-07', '2026-08', '2026-09'] }),
    ]);
    const { id } = await national.test.call('returns.lock', { ...which, contentHash });
    const outbox = join(national.test.parent, 'out');
    mkdirSync(outbox);
    const exported = await national.test.call('returns.export', { returnId: id, folder: grant(outbox) });
    const folder = join(outbox, exported.folderName);
    const rows = readFileSync(join(folder, 'indicators.csv'), 'utf8').split('\r\n').slice(1);
    const marked = (unit: string) =>
      rows
        .filter((row) => row.includes(`,${unit},2026-27,`) && !/^(?:K1|S2|S3|T1|E1|F1|P1|G1),/.test(row))
        .map((row) => /;unsigned,/.test(row));
    expect(new Set(marked('X01'))).toEqual(new Set([true]));
    expect(new Set(marked('U01'))).toEqual(new Set([false]));
    // Totals that hold a figure of it are marked; that of charges, which it left out for a month, and what registers give are not.
    const totals = rows.filter((row) => /^(?:R1|B2|C1|F1),/.test(row) && row.includes(',,2026-27,'));
    expect(new Set(totals.map((row) => `${row.slice(0, 2)} ${/;unsigned,/.test(row)}`))).toEqual(
      new Set(['R1 true', 'B2 true', 'C1 false', 'F1 false']),
    );
    const workbook = await new Workbook().xlsx.readFile(join(folder, 'return.xlsx'));
    const texts = (tab: string) => JSON.stringify(workbook.getWorksheet(tab)!.getSheetValues());
    for (const tab of ['Sources', 'Units - Unités', 'Indicators - Indicateurs'])
      expect(texts(tab)).toContain('UNSIGNED');
    const national24 = await national.test.call('rollup.national', {
      quarter: quarterTwo,
      span: 3,
      jobId: which.jobId,
    });
    expect(national24.units.map(({ code, unsigned }) => [code, unsigned])).toEqual([
      ['U01', false],
      ['X01', true],
    ]);
  });
});

describe('a form that cannot be read', () => {
  const lastRow = firstRow + 23;
  const stateOf = (word: string) =>
    edit((workbook) => {
      workbook.getWorksheet(tabs.months)!.getCell(lastRow, 2).value = word;
    });
  const unitCell = (code: string, value: string | number) =>
    edit((workbook) => {
      const row = 1 + unitFields.findIndex((each) => each.code === code);
      workbook.getWorksheet(tabs.unit)!.getCell(row, 4).value = value;
    });

  it('reads the state of a month in either language, and refuses a word that says nothing known by its cell', async () => {
    await filled();
    for (const [word, partial] of [
      ['Partiel', true],
      ['PARTIELLE', true],
      ['partial', true],
      ['Complet', false],
      ['complète', false],
    ] as const) {
      await stateOf(word);
      expect((await inspect()).says?.figures.at(-1), word).toMatchObject({ status: partial ? 'partial' : 'complete' });
    }
    for (const word of ['about', 'oui', '']) {
      await stateOf(word);
      const file = `${tabs.months}!B${String(lastRow)}`;
      expect((await inspect()).problems, word).toEqual([{ code: 'kit_bad_state', file }]);
    }
  });

  it('compares the closing count with the balance, and asks for it where there is an opening', async () => {
    await filled();
    await unitCell('closing', 117);
    const differs = { code: 'kit_closing_differs', file: `${tabs.unit}!D9`, found: 117, expected: 118 };
    expect((await inspect()).problems).toEqual([differs]);
    await unitCell('closing', '');
    expect((await inspect()).problems).toEqual([{ code: 'kit_missing', file: `${tabs.unit}!D9` }]);
    expect(await national.test.refusal('rollup.import', take(true))).toMatchObject({ reason: 'rollup_refused' });
  });

  it('stops at a balance below zero, and names the month', async () => {
    await filled();
    await unitCell('opening', 0);
    await edit((workbook) => {
      const concluded = firstColumn + formMeasures.indexOf('concluded');
      workbook.getWorksheet(tabs.months)!.getCell(lastRow - 1, concluded).value = 20;
    });
    expect((await inspect()).problems).toEqual([{ code: 'kit_negative', file: `${tabs.months}!A25`, found: -5 }]);
    expect((await national.test.call('packs.list', {})).packs).toEqual([]);
  });

  const wrong: readonly (readonly [string, unknown, string])[] = [
    ['a word for a number', 'many', 'kit_bad_cell'],
    ['part of a file', 2.5, 'kit_bad_cell'],
    ['less than none', -1, 'kit_bad_cell'],
  ];
  it.each(wrong)('%s is named by its cell', async (_, value, code) => {
    await filled();
    await edit((workbook) => {
      workbook.getWorksheet(tabs.months)!.getCell(lastRow, firstColumn).value = value as never;
    });
    expect((await inspect()).problems).toEqual([{ code, file: `${tabs.months}!C${String(lastRow)}` }]);
  });

  const contradicting: readonly (readonly [string, Readonly<Record<string, number>>, string])[] = [
    ['more in time than due', { in_time_high: 9 }, 'in_time_high'],
    ['an oldest file where none is open', { files: 0, over_180: 0 }, 'oldest_days'],
    ['part of a file', { files_whole: 2.5 }, 'files_whole'],
  ];
  it.each(contradicting)('%s is named by its cell', async (_, change, code) => {
    await filled();
    await edit((workbook) => {
      fillStock(workbook, change);
    });
    const row = 1 + stockFields.findIndex((each) => each.code === code);
    expect((await inspect()).problems).toEqual([
      { code: code === 'files_whole' ? 'kit_bad_cell' : 'kit_contradicts', file: `${tabs.stock}!D${String(row)}` },
    ]);
  });

  it('is refused where it is another file, and where it claims to be huge', async () => {
    const bomb = zipOf([{ name: 'xl/workbook.xml', content: Buffer.alloc(33 * 1024 * 1024), said: 10 }]);
    const others = { not_a_workbook: ['not a workbook'], file_too_large: [Buffer.alloc(3 * 1024 * 1024), bomb] };
    for (const [code, contents] of Object.entries(others))
      for (const content of contents) {
        writeFileSync(form(), content);
        expect((await inspect()).problems).toEqual([{ code, file: null }]);
      }
  });

  it('is refused where the signed pack of the quarter is here', async () => {
    await national.receive(newSender('X01'), quarterTwo, 10);
    await filled();
    expect((await inspect()).problems).toMatchObject([{ code: 'kit_unit_known' }]);
  });
});
