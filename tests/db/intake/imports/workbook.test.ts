import { describe, expect } from 'vitest';
import type { Worksheet } from '@cj-tech-master/excelts';
import type { ImportMapping } from '#contract/intake/imports';
import { partsOf } from '../../../support/archive.ts';
import { zipOf } from '../../../support/zip.ts';
import { grantOf, newJob, previewFile, writeFile } from './support.ts';
import { workbookOf, type SheetContent } from './workbooks.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const xlsx = (sheet: string) => ({ reading: { kind: 'xlsx', sheet } }) as const;
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

const write = (bytes: Buffer): string => writeFile(test, bytes, 'list.xlsx');

async function imported(bytes: Buffer, sheet: string, mapping: ImportMapping) {
  const { previewId, counts } = await previewFile(test, write(bytes), mapping, xlsx(sheet));
  const { importId } = await test.call('imports.apply', { previewId, jobId: newJob() });
  const { rows } = await test.call('referrals.list', {
    filter: { importId },
    sort: { column: 'number', descending: false },
    from: { at: 'start' },
    size: 50,
  });
  return { previewId, counts, rows };
}

const dates = (rows: readonly { readonly receivedOn: string }[]): string[] => rows.map((row) => row.receivedOn).sort();

describe('a workbook', () => {
  it('gives its sheets to choose from, and the first that holds anything at first', async () => {
    const bytes = await workbookOf([
      { name: 'Vide', rows: [] },
      {
        name: 'Reçus',
        rows: [
          ['Reçu le', 'Provenance', 'Numéro'],
          [day('2026-03-01'), 'École', 'A-1'],
        ],
      },
      {
        name: 'Other',
        rows: [
          ['Received', 'Source'],
          [day('2026-03-02'), 'public'],
          [day('2026-03-03'), 'public'],
        ],
      },
    ]);
    const file = grantOf(test, write(bytes));
    const found = await test.call('imports.inspect', { file });
    expect(found).toMatchObject({
      reading: { kind: 'xlsx', sheet: 'Reçus' },
      sheets: [
        { name: 'Reçus', rows: 2 },
        { name: 'Other', rows: 3 },
      ],
      columns: [{ name: 'Reçu le', samples: ['2026-03-01'] }, { name: 'Provenance' }, { name: 'Numéro' }],
      suggested: { columns: { receivedOn: 0, source: 1, externalNumber: 2 }, dateOrder: 'year_first', unitId },
    });
    const other = await test.call('imports.inspect', { file, ...xlsx('Other') });
    expect(other.columns).toHaveLength(2);
    const { counts, rows } = await imported(bytes, 'Other', other.suggested);
    expect(counts).toEqual({ new: 2, duplicate: 0, conflict: 0, invalid: 0 });
    expect(dates(rows)).toEqual(['2026-03-02', '2026-03-03']);
    expect(await test.refusal('imports.inspect', { file, ...xlsx('Gone') })).toEqual({
      code: 'invalid_input',
      reason: 'not_a_workbook',
    });
  });

  /** Dates as counts of days, on both sides of the day that 1900 never had; with a time; as text; as a bare number. */
  const serials = (sheet: Worksheet): void => {
    [1, 59, 60, 61, 45_000, 46_022.999_988].forEach((serial, index) => {
      const cell = sheet.getCell(index + 2, 1);
      cell.value = serial;
      cell.numFmt = 'dd/mm/yyyy hh:mm';
      sheet.getCell(index + 2, 2).value = 'public';
    });
    sheet.getCell(8, 1).value = 45_001;
    sheet.getCell(8, 2).value = 'public';
    sheet.getCell(9, 1).value = { formula: 'A6+5', result: 45_005 };
    sheet.getCell(9, 1).numFmt = 'yyyy-mm-dd';
    sheet.getCell(9, 2).value = 'public';
  };
  const serialSheet: SheetContent = { name: 'List', rows: [['Received', 'Source']], touch: serials };
  const refusedDays = async (previewId: string) => {
    const { rows } = await test.call('imports.previewRows', { previewId, verdict: 'invalid', offset: 0, size: 9 });
    return rows.flatMap(({ refusals }) => refusals.map(({ reason, nearest }) => [reason, nearest]));
  };
  const mapping = (): ImportMapping => ({
    columns: { receivedOn: 0, source: 1 },
    dateOrder: 'year_first',
    unitId,
    sourceDefault: null,
  });

  it('loses no day of the 1900 system, and refuses the day that never was', async () => {
    const { previewId, counts, rows } = await imported(await workbookOf([serialSheet]), 'List', mapping());
    expect(counts).toMatchObject({ new: 4, invalid: 4 });
    expect(dates(rows)).toEqual(['2023-03-15', '2023-03-16', '2023-03-20', '2025-12-31']);
    // A day that no unit received anything on is refused by name, with the same day a hundred years later.
    expect(await refusedDays(previewId)).toEqual([
      ['date_too_early', '2000-01-01'],
      ['date_too_early', '2000-02-28'],
      ['date_not_real', '1900-02-28'],
      ['date_too_early', '2000-03-01'],
    ]);
  });

  it.each(['1', 'true'])('loses no day of the 1904 system, said as date1904="%s"', async (said) => {
    const parts = await partsOf(await workbookOf([serialSheet], true));
    const book = (parts.get('xl/workbook.xml') ?? '').replace('date1904="1"', `date1904="${said}"`);
    expect(book).toContain(`date1904="${said}"`);
    const bytes = zipOf(
      [...parts].map(([name, text]) => ({
        name,
        content: Buffer.from(name === 'xl/workbook.xml' ? book : text),
      })),
    );
    // The last two are in the future of that system.
    const { previewId, counts } = await previewFile(test, write(bytes), mapping(), xlsx('List'));
    expect(counts).toMatchObject({ new: 0, invalid: 8 });
    expect((await refusedDays(previewId)).slice(0, 4)).toEqual([
      ['date_too_early', '2004-01-02'],
      ['date_too_early', '2004-02-29'],
      ['date_too_early', '2004-03-01'],
      ['date_too_early', '2004-03-02'],
    ]);
  });

  it('keeps numbers as they are written, with the zeros of their format, and takes a formula at its last result', async () => {
    const bytes = await workbookOf([
      {
        name: 'List',
        rows: [
          ['Received', 'Source', 'Number', 'Summary', 'Shelf'],
          [day('2026-01-02'), 'public', 202_600_012_345, { formula: 'A1&"x"', result: 'as computed' }, 1],
          [day('2026-01-03'), 'public', 42, { richText: [{ text: 'two ' }, { text: 'parts' }] }],
          [day('2026-01-04'), 'public', '00043', { text: 'a link', hyperlink: 'https://example.org' }],
          [day('2026-01-05'), 'public', 0.1 + 0.2, true],
          [day('2026-01-06'), { error: '#REF!' }, 5],
        ],
        touch: (sheet) => {
          sheet.getCell('C3').numFmt = '00000';
        },
      },
    ]);
    const columns = { receivedOn: 0, source: 1, externalNumber: 2, summary: 3 };
    const { counts, rows } = await imported(bytes, 'List', { ...mapping(), columns });
    expect(counts).toMatchObject({ new: 4, invalid: 1 });
    expect(rows.map(({ externalNumber, summary }) => [externalNumber, summary])).toEqual([
      ['202600012345', 'as computed'],
      ['00042', 'two parts'],
      ['00043', 'a link'],
      ['0.3', 'true'],
    ]);
  });

  it('drops pictures and says how many; empties what hides one in a column that is not imported', async () => {
    const block = Buffer.concat(Array.from({ length: 4 }, () => pixel)).toString('base64');
    const bytes = await workbookOf([
      {
        name: 'List',
        rows: [
          ['Received', 'Source', 'Thumbnail', 'Summary'],
          [day('2026-01-02'), 'public', `data:image/png;base64,${block}`, 'words'],
          [day('2026-01-03'), 'public', block.replace(/(.{64})/g, '$1\n'), 'words'],
          [day('2026-01-04'), 'public', '', block],
        ],
        touch: (sheet, workbook) => {
          sheet.addImage(workbook.addImage({ buffer: pixel, extension: 'png' }), 'E1:F4');
        },
      },
    ]);
    const columns = { receivedOn: 0, source: 1, summary: 3 };
    const preview = await previewFile(test, write(bytes), { ...mapping(), columns }, xlsx('List'));
    expect(preview).toMatchObject({
      counts: { new: 2, invalid: 1 },
      reasons: { contains_binary: 1 },
      stripped: { parts: 1, cells: 2 },
    });
    await test.call('imports.apply', { previewId: preview.previewId, jobId: newJob() });
    const { rows } = await test.call('imports.previewRows', {
      previewId: preview.previewId,
      verdict: 'new',
      offset: 0,
      size: 9,
    });
    expect(rows.map(({ cells }) => cells[2])).toEqual(['', '']);
  });

  it.each([
    ['an archive of pictures', () => zipOf([{ name: 'a.png', content: pixel }]), 'not_a_workbook'],
    ['an empty archive', () => zipOf([]), 'not_a_workbook'],
    ['a workbook cut short', async () => (await workbookOf([serialSheet])).subarray(0, 3000), 'file_damaged'],
    ['a workbook without a sheet', () => workbookOf([{ name: 'Empty', rows: [] }]), 'not_a_workbook'],
    [
      'one that unpacks without end',
      () => zipOf([{ name: 'xl/workbook.xml', content: Buffer.alloc(120 * 1024 * 1024), said: 10 }]),
      'workbook_too_large',
    ],
    [
      'one whose parts are no workbook',
      () => zipOf([{ name: 'xl/workbook.xml', content: Buffer.from('<a><b></a>') }]),
      'not_a_workbook',
    ],
  ])('is refused: %s', async (_, make, reason) => {
    const file = grantOf(test, write(await make()));
    expect(await test.refusal('imports.inspect', { file })).toEqual({ code: 'invalid_input', reason });
  });
});

describe('a dropped file', () => {
  it('comes in pieces, is held under the grant that the page made, and is imported as any', async () => {
    const bytes = await workbookOf([
      {
        name: 'List',
        rows: [
          ['Received', 'Source'],
          [day('2026-01-02'), 'public'],
        ],
      },
    ]);
    const file = test.grant('no place at all') as never;
    const send = (offset: number, piece: Buffer) =>
      test.call('imports.receiveFile', { file, name: 'dropped.xlsx', offset, base64: piece.toString('base64') });
    await send(0, bytes.subarray(0, 1000));
    expect(await send(1000, bytes.subarray(1000))).toEqual({ received: bytes.length });
    const { reading, suggested } = await test.call('imports.inspect', { file });
    const { previewId } = await test.call('imports.preview', { file, reading, mapping: suggested, jobId: newJob() });
    expect(await test.call('imports.apply', { previewId, jobId: newJob() })).toMatchObject({ imported: 1 });
    expect((await test.call('imports.list', {})).imports).toMatchObject([{ fileName: 'dropped.xlsx' }]);
  });

  it('is refused out of order and beyond its limit, and is gone with the lock', async () => {
    const file = test.grant('no place at all') as never;
    const send = (offset: number, base64: string) => ({ file, name: 'dropped.csv', offset, base64 });
    const piece = Buffer.from('a,b\n'.repeat(250_000)).toString('base64');
    expect(await test.refusal('imports.receiveFile', send(3, piece))).toEqual({
      code: 'conflict',
      reason: 'file_changed',
    });
    for (let offset = 0; offset < 67_000_000; offset += 1_000_000)
      await test.call('imports.receiveFile', send(offset, piece));
    expect(await test.refusal('imports.receiveFile', send(67_000_000, piece))).toMatchObject({
      reason: 'file_too_large',
    });
    await test.call('imports.receiveFile', send(0, Buffer.from('Received,Source\n').toString('base64')));
    await test.signInAs('officer');
    expect((await test.refusal('imports.inspect', { file })).code).toBe('not_found');
  });
});
