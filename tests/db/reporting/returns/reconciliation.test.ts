import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { framework } from '../../../../db/reporting/indicators/framework.ts';
import { printedReturn } from '../../../../db/reporting/returns/report/page.ts';
import { returnReport } from '../../../../db/reporting/returns/report/report.ts';
import { newSender, quarterTwo, wholeCells } from '../../../support/packs.ts';
import { writeTexts } from '../../../support/returnTexts.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

let folder: string;
let content: ReturnContent;
let locked: Parameters<typeof printedReturn>[0]['locked'];
const senders = ['F01', 'F02', 'F03', 'F04', 'F05'].map((code) => newSender(code));
const unexplained = { en: '', fr: '' };
const why = { en: 'Two arrests reached the unit late.', fr: 'Deux arrestations ont été signalées tard.' };

/** Five units: one entered as explained, one as computed, one that only entered, one that only computed, and one with neither. */
it.beforeAll(async () => {
  const { test } = coordination;
  for (const [position, sender] of senders.entries()) {
    const hasGap = position === 2 || position === 4;
    const cells = wholeCells(sender.unitId, '2026-01' as Month, '2026-09' as Month, (month, measure) =>
      hasGap && measure === 'arrests' && month === '2026-08' ? null : undefined,
    );
    await coordination.receive(sender, quarterTwo, 20 + position, cells);
  }
  const agreementId = (await coordination.agreementFor(senders)) as never;
  const own = framework.indicators.find(({ code }) => code === 'C3')!;
  const path = join(test.parent, 'framework.json');
  const file = { format: 'vigie-framework', version: '2', name: own.name, validFrom: '2026-07-01', validTo: null };
  writeFileSync(path, JSON.stringify({ ...file, indicators: [{ ...own, collection: 'both' }] }));
  await test.call('frameworks.import', { file: test.grant(path) });
  const cell = (position: number, value: number, text = unexplained) => ({
    unitId: senders[position]!.unitId,
    code: 'C3',
    value,
    numerator: null,
    denominator: null,
    why: text,
    version: null,
  });
  await test.call('entered.save', { quarter: quarterTwo, cells: [cell(0, 8, why), cell(1, 6), cell(2, 5)] });
  await writeTexts(test, agreementId, quarterTwo);
  const input = { agreementId, quarter: quarterTwo, jobId: randomUUID() as never };
  const prepared = await test.call('returns.prepare', input);
  content = prepared.content;
  locked = await test.call('returns.lock', { ...input, contentHash: prepared.contentHash });
  const outbox = join(test.parent, 'outbox');
  mkdirSync(outbox);
  const made = await test.call('returns.export', { returnId: locked.id, folder: test.grant(outbox) });
  folder = join(outbox, made.folderName);
}, 60_000);

const none = { value: null, numerator: null, denominator: null, status: 'not_available' };
const some = (value: number) => ({ ...none, value, status: 'complete' });
const expected = [
  { code: 'C3', unitCode: 'F01', computed: some(6), entered: some(8), difference: 2, state: 'explained', why },
  { code: 'C3', unitCode: 'F02', computed: some(6), entered: some(6), difference: 0, state: 'agrees' },
  { code: 'C3', unitCode: 'F03', computed: none, entered: some(5), difference: null, state: 'not_computed' },
  { code: 'C3', unitCode: 'F04', computed: some(6), entered: none, difference: null, state: 'not_entered' },
  { code: 'C3', unitCode: 'F05', computed: none, entered: none, difference: null, state: 'neither' },
].map((each) => ({ why: unexplained, ...each }));

describe('a figure that is both computed and entered', () => {
  it('stands in the return with the other, the difference and the reason', () => {
    expect(content.reconciliation).toEqual(expected);
    const total = content.values.find(({ unitCode }) => unitCode === null);
    // The figure entered is reported where there is no other.
    expect(total).toMatchObject({ value: 6 + 6 + 5 + 6, unitsCovered: 4, status: 'partial' });
  });

  it('is in return.json under the schema beside it, which asks for both', () => {
    const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
    const [document, schema] = [read('return.json'), read('return.schema.json')];
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect(validate(document)).toBe(true);
    const held = document.content as ReturnContent;
    expect(held.reconciliation).toEqual(expected);
    const [first] = held.reconciliation;
    const without = { ...held, reconciliation: [{ ...first, entered: undefined }] };
    expect(validate(JSON.parse(JSON.stringify({ ...document, content: without })))).toBe(false);
  });

  it('has a row for each of the two and for the difference in indicators.csv, whose codes the dictionary names', () => {
    const table = (name: string): Record<string, string>[] =>
      parse(readFileSync(join(folder, name)), { bom: true, columns: true, record_delimiter: '\r\n' });
    const rows = table('indicators.csv').filter((row) => row.disaggregation === 'collection');
    const told = rows.map((row) => [row.unit_code, row.category_code, row.value, row.status_code, row.source]);
    expect(told).toEqual(
      expected.flatMap(({ unitCode, computed, entered, difference, state }) => [
        [unitCode, 'computed', String(computed.value ?? ''), computed.status, 'computed'],
        [unitCode, 'entered', String(entered.value ?? ''), entered.status, 'entered'],
        [
          unitCode,
          'difference',
          String(difference ?? ''),
          difference === null ? 'not_available' : 'complete',
          `reconciliation_${state}`,
        ],
      ]),
    );
    const named = new Set(table('data-dictionary.csv').map((row) => `${row.column ?? ''} ${row.code ?? ''}`));
    for (const row of rows)
      for (const column of ['disaggregation', 'category_code', 'source'])
        expect([...named]).toContain(`${column} ${row[column] ?? ''}`);
  });

  it('has a sheet of the workbook and a section of the paper, in both languages', async () => {
    const sheets = await readXlsxFile(join(folder, 'return.xlsx'));
    const rows = sheets.find((each) => each.sheet === 'Reconciliation - Rapprochement')!.data.slice(1);
    expect(rows.map((row) => [row[0], row[4], row[5], row[6], row[9], row[10], row[11]])).toEqual([
      ['F01', 6, 8, 2, 'They differ, explained / Diffèrent, écart expliqué', why.en, why.fr],
      ['F02', 6, 6, 0, 'They agree / Concordent', null, null],
      [
        'F03',
        '..',
        5,
        '..',
        'Not computed: the figure entered is reported / Non calculé : le chiffre saisi est déclaré',
        null,
        null,
      ],
      ['F04', 6, '..', '..', 'Not entered / Non saisi', null, null],
      ['F05', '..', '..', '..', 'Neither computed nor entered / Ni calculé ni saisi', null, null],
    ]);
    const { html } = printedReturn(returnReport({ locked, content }));
    const text = html.replace(/<[^>]+>/g, ' ').replaceAll('\u00a0', ' ');
    expect(text).toMatch(
      /F01\s+C3 Arrests\s+6\s+8\s+\+2\s+They differ, explained\s+Two arrests reached the unit late\./,
    );
    expect(text).toMatch(/F03\s+C3 Arrestations\s+\.\.\s+5\s+\.\.\s+Non calculé : le chiffre saisi est déclaré/);
  });
});
