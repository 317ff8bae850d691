import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readHead } from '../../../db/documents/tables/head.ts';
import { openTable } from '../../../db/documents/tables/open.ts';
import { fileAt, fileInMemory, type FileSource } from '../../../db/documents/tables/source.ts';
import { ForeignReaders } from '../../../db/ground/foreign/readers.ts';
import { StoreFailure } from '../../../db/ground/kernel/failure.ts';
import { tipReader } from '../../../db/intake/referralDocuments/tipReader.ts';
import { fillReader } from '../../../db/reporting/returns/templates/fillReader.ts';
import { templateReader } from '../../../db/reporting/returns/templates/inspect.ts';
import { readPack } from '../../../db/reporting/packs/verify.ts';
import { readKit } from '../../../db/reporting/rollup/kit/readKit.ts';
import { emptyRows, expanding, heavyWorkbook, ordinaryWorkbook, pdfBomb } from '../../support/bombs.ts';
import { partsOf } from '../../support/archive.ts';
import failuresEn from '../../../electron/contract/words/failures.en.json' with { type: 'json' };
import failuresFr from '../../../electron/contract/words/failures.fr.json' with { type: 'json' };
import { readers } from '../../support/readers.ts';
import { processes } from '../../support/store.ts';
import { isWhole } from '../../support/whole.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-bombs-'));
/** Its patience ends before a bomb has taken all that a reader may have. */
const hasty = new ForeignReaders(processes.startReader, { wait: 2000 });
afterAll(() => {
  hasty.stop();
  rmSync(folder, { recursive: true, force: true });
});

const given = (content: string | Uint8Array, name = 'file.xlsx', by = readers): FileSource =>
  fileInMemory(name, [Buffer.from(content)], by);

/** What reading comes to: never a fault of Vigie. */
async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'read';
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    return `${error.code}: ${error.reason ?? ''}`;
  }
}

const allRows = async (file: FileSource): Promise<readonly (readonly string[])[]> => {
  const table = await openTable(file, { kind: 'xlsx', sheet: 'Sheet1' }, undefined);
  const rows = [];
  for await (const { cells } of table.rows({})) rows.push(cells);
  return rows;
};

describe('a workbook whose few bytes would be a cell for every place of a sheet', () => {
  it.each(Object.keys(expanding) as (keyof typeof expanding)[])('is an ordinary table: %s', async (name) => {
    expect(await allRows(given(await expanding[name]()))).toEqual([
      ['Date', 'Source'],
      ['2026-01-05', 'Public'],
    ]);
  });

  it('is looked at as a template: no cell is made that it does not hold', async () => {
    for (const make of Object.values(expanding)) {
      const { sheets } = await readers.first(templateReader, given(await make()), null);
      expect(sheets[0]?.rows[1]?.cells[0]).toMatchObject({ cell: 'A2', text: '2026-01-05', across: 1, down: 1 });
    }
    const merged = await readers.first(templateReader, given(await expanding.merged()), null);
    const [sheet] = merged.sheets;
    expect(sheet).toMatchObject({ columns: 40, cut: true });
    // What is merged counts as far as it is shown.
    expect(sheet!.rows.map(({ cells }) => cells.length)).toEqual([40, 40, 1, ...Array.from({ length: 197 }, () => 0)]);
    expect(sheet!.rows[2]?.cells).toEqual([{ cell: 'A3', text: '', formula: false, across: 40, down: 198 }]);
  });

  it('keeps its rules for whole columns and its names when it is filled', async () => {
    const filling = {
      cells: [{ sheet: 'Sheet1', cell: 'B2', value: 7, isDate: false }],
      whenMissing: 'blank',
      modified: 0,
    } as const;
    const filled = async (make: () => Promise<Buffer>): Promise<Buffer> =>
      Buffer.from((await readers.first(fillReader, given(await make()), filling)).content, 'base64');
    const ruled = await partsOf(await filled(expanding.rules));
    expect(ruled.get('xl/worksheets/sheet1.xml')?.match(/sqref="[^"]*"/g)).toEqual([
      'sqref="A1:A1048576"',
      'sqref="B1:B1048576"',
      'sqref="C1:C1048576"',
    ]);
    const named = await partsOf(await filled(expanding.name));
    expect(named.get('xl/workbook.xml')).toContain('<definedName name="all">Sheet1!$A$1:$XFD$1048576</definedName>');
    // Other programs would make a cell of every column that it names: the part itself is read.
    const columns = await partsOf(await filled(expanding.columns));
    expect(columns.get('xl/worksheets/sheet1.xml')).toMatch(/<c r="B2"[^>]*><v>7<\/v>/);
  });

  it('is no kit', async () => {
    for (const make of [expanding.merged, expanding.rules])
      expect(await readKit(given(await make()), 0)).toMatchObject({ problems: [{ code: 'kit_invalid' }] });
  });

  it('is refused for what it takes once it is parsed, in a process of its own', async () => {
    const bytes = await heavyWorkbook();
    expect(bytes.length).toBeLessThan(1024 * 1024);
    expect(await outcomeOf(allRows(given(bytes, 'file.xlsx', hasty)))).toBe('invalid_input: workbook_too_large');
  });

  it('is refused for its size where its rows are empty without end', async () => {
    const bytes = await emptyRows();
    expect(bytes.length).toBeLessThan(200_000);
    expect(await outcomeOf(allRows(given(bytes)))).toBe('invalid_input: workbook_too_large');
  });

  it.runIf(isWhole)(
    'is refused with the limit and the way out where 100,000 rows have 30 columns, and read as CSV',
    async () => {
      expect(await outcomeOf(allRows(given(await ordinaryWorkbook(100_000, 30))))).toBe(
        'invalid_input: workbook_too_large',
      );
      for (const texts of [failuresEn, failuresFr]) expect(texts.reason.workbook_too_large.advice).toMatch(/CSV/);
      const line = Array.from({ length: 30 }, (_, at) => `value ${String(at)}`).join(',');
      const csv = given(`${line}\n`.repeat(100_000), 'file.csv');
      const table = await openTable(csv, { kind: 'csv', encoding: 'utf-8', separator: ',' }, undefined);
      let rows = 0;
      for await (const { cells } of table.rows({})) rows += Number(cells.length === 30);
      expect(rows).toBeGreaterThan(99_990);
    },
  );
});

describe('a document that would take all there is', () => {
  it.each([
    [
      'a PDF whose page unpacks without end',
      () => pdfBomb(900),
      /^invalid_input: (?:file_takes_too_|report_damaged|no_text)/,
      isWhole ? readers : hasty,
    ],
    [
      'XML with half a million attributes',
      () => `<r ${Array.from({ length: 500_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
      /report_too_complex/,
    ],
    ['XML nested deep', () => '<a>'.repeat(100_000), /report_too_complex/],
    ['JSON nested deep', () => '{"a":'.repeat(100_000), /report_too_complex/],
  ])('is refused with the reason: %s', async (_, make, reason, by = readers) => {
    expect(await outcomeOf(by.first(tipReader, given(make()), null))).toMatch(reason);
  });

  it('is refused as a pack, however deep or long', async () => {
    for (const text of ['['.repeat(5_000_000), `[${'{},'.repeat(7_000_000)}{}]`])
      expect(await outcomeOf(readPack(given(text, 'x.vigiepack')))).toBe('invalid_input: not_a_pack');
  });
});

describe('what is no file', () => {
  it.each([
    ['a folder', () => folder],
    ['a path too long', () => join(folder, 'x'.repeat(5000))],
    ['a path through a file', () => join(writeIn('a.csv'), 'b.csv')],
  ])('is said to be none: %s', async (_, path) => {
    const head = readHead(fileAt(path(), readers), undefined, () => true);
    expect(await outcomeOf(head)).toBe('invalid_input: file_unreadable');
  });
});

function writeIn(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, 'x');
  return path;
}
