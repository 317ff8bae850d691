import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileInMemory, type FileSource } from '../../../db/documents/tables/source.ts';
import { inspectTable } from '../../../db/documents/tables/open.ts';
import { StoreFailure } from '../../../db/ground/kernel/failure.ts';
import { fillReader } from '../../../db/reporting/returns/templates/fillReader.ts';
import { templateReader } from '../../../db/reporting/returns/templates/inspect.ts';
import { readKit } from '../../../db/reporting/rollup/kit/readKit.ts';
import { partsOf } from '../../support/archive.ts';
import { readers } from '../../support/readers.ts';
import { zipOf } from '../../support/zip.ts';

const form = readFileSync(join(import.meta.dirname, '../reporting/returns/templates/funderForm.xlsx'));
const compound = (stream: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000, 7), Buffer.from(stream, 'utf16le')]);

async function formWith(name: string, change: (text: string) => string): Promise<Buffer> {
  const parts = [...(await partsOf(form))].map(([each, text]) => ({
    name: each,
    content: Buffer.from(each === name ? change(text) : text),
  }));
  return zipOf(parts);
}

/** One bit of a figure of a sheet, kept as it is, was turned over on the way. */
function flipped(): Buffer {
  const bytes = Buffer.from(form);
  const at = Math.floor(bytes.length / 3);
  bytes[at] = bytes[at]! ^ 0xff;
  return bytes;
}

const refusals: readonly (readonly [string, () => Buffer | Promise<Buffer>, string])[] = [
  ['an empty file', () => Buffer.alloc(0), 'file_empty'],
  ['a workbook with a password', () => compound('EncryptedPackage'), 'workbook_protected'],
  ['an old workbook', () => compound('Workbook'), 'workbook_old'],
  ['a workbook cut short', () => form.subarray(0, 3000), 'file_damaged'],
  ['a workbook of which a byte was changed', flipped, 'file_damaged'],
  [
    'a document of another program',
    () => zipOf([{ name: 'word/document.xml', content: Buffer.from('<a/>') }]),
    'not_a_workbook',
  ],
  ['an archive of nothing', () => zipOf([]), 'not_a_workbook'],
  [
    'a sheet that declares a document type',
    () =>
      formWith('xl/worksheets/sheet1.xml', (text) =>
        text.replace(/<(?=(?:\w+:)?worksheet)/, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><'),
      ),
    'file_declares_entities',
  ],
];

/** What a reader of workbooks refuses a file for. */
const reads: Readonly<Record<string, (file: FileSource) => Promise<unknown>>> = {
  'the form of a unit': async (file) => {
    const read = await readKit(file, 0);
    if ('problems' in read) throw new StoreFailure('invalid_input', read.problems[0]!.code as never);
  },
  'a funder’s form that is looked at': (file) => readers.first(templateReader, file, null),
  'a funder’s form that is filled': (file) => readers.first(fillReader, file, { cells: [], whenMissing: 'blank' }),
  'a table': (file) => inspectTable(file, undefined, () => true, 10),
};

describe.each(Object.entries(reads))('%s says what a file is that is no workbook', (_, read) => {
  it.each(refusals)('%s', async (__, make, reason) => {
    const file = fileInMemory('file.xlsx', [await make()], readers);
    await expect(read(file)).rejects.toMatchObject({ code: 'invalid_input', reason });
  });
});

describe('a text whose name ends in .xlsx', () => {
  const file = (): FileSource => fileInMemory('file.xlsx', [Buffer.from('a,b\n1,2\n')], readers);

  it('is no workbook, and is read as the table that it is', async () => {
    expect(await readKit(file(), 0)).toEqual({ problems: [{ code: 'not_a_workbook', file: null }] });
    await expect(readers.first(templateReader, file(), null)).rejects.toMatchObject({ reason: 'not_a_workbook' });
    expect((await inspectTable(file(), undefined, () => true, 10)).reading).toMatchObject({ kind: 'csv' });
  });
});
