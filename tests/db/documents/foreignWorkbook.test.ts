import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../db/documents/workbook/cellText.ts';
import { openForeignWorkbook } from '../../../db/documents/workbook/foreign.ts';
import { gridOf } from '../../../db/documents/workbook/grid.ts';
import { times } from '../../support/stress.ts';
import { zipOf } from '../../support/zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const styles = `<styleSheet xmlns="${main}">
  <numFmts count="3">
    <numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>
    <numFmt numFmtId="165" formatCode="00000"/>
    <numFmt numFmtId="166" formatCode="#,##0.00&quot; days&quot;\\ [Red]"/>
  </numFmts>
  <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
</styleSheet>`;
const texts = `<sst xmlns="${main}">
  <si><t>plain</t></si>
  <si><r><t xml:space="preserve">two </t></r><r><rPr><b/></rPr><t>parts</t></r></si>
  <si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>
  <si><t>a_x000D_b_x0000_c</t></si>
  <si/>
</sst>`;

interface Content {
  readonly rows: string;
  readonly after?: string;
  readonly bookPr?: string;
  readonly book?: string;
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
const relations = (...all: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

/** A workbook whose parts are not where Excel puts them, with a chart that has a tab of its own. */
function workbook({ rows, after = '', bookPr = '', book }: Content): Promise<Buffer> | Buffer {
  const sheet = `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
  const sheets = `<sheet name="Chart" sheetId="1" r:id="a"/><sheet name="Données &amp; plus" sheetId="2" state="hidden" r:id="b"/>`;
  const parts = {
    '_rels/.rels': relations(relation('x', 'officeDocument', '/book/main.xml')),
    'book/main.xml':
      book ?? `<workbook xmlns="${main}" xmlns:r="${types}">${bookPr}<sheets>${sheets}</sheets></workbook>`,
    'book/_rels/main.xml.rels': relations(
      relation('a', 'chartsheet', 'charts/one.xml'),
      relation('b', 'worksheet', 'sheets/first.xml'),
      relation('c', 'sharedStrings', '../texts.xml'),
      relation('d', 'styles', 'styles.xml'),
    ),
    'book/charts/one.xml': `<chartsheet xmlns="${main}"/>`,
    'book/sheets/first.xml': sheet,
    'book/styles.xml': styles,
    'texts.xml': texts,
  };
  return zipOf(Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) })));
}

/** Each cell as "row:column text". */
async function cellsOf(content: Content): Promise<readonly string[]> {
  const { sheets, is1904 } = await openForeignWorkbook(await workbook(content));
  expect(sheets.map(({ name }) => name)).toEqual(['Données & plus']);
  const found: string[] = [];
  await sheets[0]!.read({
    row: (line, cells) => {
      for (const cell of cells) found.push(`${String(line)}:${String(cell.column)} ${cellText(cell, is1904)}`);
    },
  });
  return found;
}

describe('a sheet, read row by row', () => {
  it('gives texts of every kind', async () => {
    const rows = `<row r="1">
      <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>
      <c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>99</v></c></row>
      <row r="2"><c r="A2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>
      <c r="B2" t="str"><f>A1&amp;"x"</f><v>plain &lt;x&gt;</v></c><c r="C2" t="str"><v><![CDATA[a & b]]></v></c></row>`;
    expect(await cellsOf({ rows })).toEqual([
      '1:1 plain',
      '1:2 two parts',
      '1:3 東京',
      '1:4 a\rbc',
      '1:5 ',
      '1:6 ',
      '2:1 inline',
      '2:2 plain <x>',
      '2:3 a & b',
    ]);
  });

  it('gives numbers, dates by their format, yes and no, errors, and what formulas came to', async () => {
    const rows = `<row r="1">
      <c r="A1"><v>0.30000000000000004</v></c><c r="B1" s="1"><v>45000.75</v></c><c r="C1" s="2"><f>B1</f><v>45001</v></c>
      <c r="D1" s="3"><v>42</v></c><c r="E1" s="4"><v>45000</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="b"><v>0</v></c>
      <c r="H1" t="e"><v>#DIV/0!</v></c><c r="I1" t="s"><f>A2</f><v>0</v></c><c r="J1"><f>A3</f></c>
      <c r="K1" t="d"><v>2026-01-05T10:00:00</v></c><c r="L1" t="constructor"><v>7</v></c><c r="M1" s="1"/></row>`;
    const found = [
      '1:1 0.3',
      '1:2 2023-03-15',
      '1:3 2023-03-16',
      '1:4 00042',
      '1:5 45000',
      '1:6 true',
      '1:7 false',
      '1:8 #DIV/0!',
      '1:9 plain',
      '1:10 ',
      '1:11 2026-01-05',
      '1:12 7',
    ];
    expect(await cellsOf({ rows })).toEqual(found);
    const from1904 = await cellsOf({ rows, bookPr: '<workbookPr date1904="true"/>' });
    expect(from1904.slice(0, 3)).toEqual(['1:1 0.3', '1:2 2027-03-16', '1:3 2027-03-17']);
  });

  it('places cells and rows that do not say where they are, and leaves out those that are empty', async () => {
    const rows = `<row><c><v>1</v></c><c/><c><v>3</v></c></row>
      <row r="5"><c r="C5"><v>4</v></c><c><v>5</v></c></row><row/><row><c r="B7"><v>6</v></c></row>`;
    expect(await cellsOf({ rows })).toEqual(['1:1 1', '1:3 3', '5:3 4', '5:4 5', '7:2 6']);
  });

  it('reads tags with a prefix, and no cell outside its rows', async () => {
    const prefixed = `<x:row xmlns:x="${main}" r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>`;
    const after = '<controls><anchor><row>3</row><c r="A9"><v>9</v></c></anchor></controls>';
    expect(await cellsOf({ rows: prefixed, after })).toEqual(['1:1 a']);
  });

  it.each([
    ['a tag that is not closed', { rows: '<row r="1"><c r="A1"><v>1</v></row>' }],
    ['an entity that is not known', { rows: '<row r="1"><c r="A1" t="str"><v>&secret;</v></c></row>' }],
    ['a row that no sheet has', { rows: '<row r="1048577"><c><v>1</v></c></row>' }],
    ['a row that is no number', { rows: '<row r="x"><c><v>1</v></c></row>' }],
  ])('refuses %s', async (_, content) => {
    await expect(cellsOf(content)).rejects.toMatchObject({ code: 'invalid_input', reason: 'file_damaged' });
  });

  it('has no sheet where its main part cannot be read', async () => {
    expect((await openForeignWorkbook(await workbook({ rows: '', book: '<workbook>' }))).sheets).toEqual([]);
  });
});

type Written = string | number | boolean | Date | null;

/** Days from 1901 on. */
const day = fc.integer({ min: 0, max: 100_000 }).map((after) => new Date(Date.UTC(1901, 0, 1 + after)));
const written: fc.Arbitrary<Written> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(' spaces ', 'a\nb', '<&>"', ']]>', '_x0041_', '_x000D_', '=1+1', "'", '\u{1f600}'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  day,
  fc.constant(null),
);

/** As a cell shows it; an empty text is no cell. */
function shown(value: Written): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : String(value ?? '');
}

describe('a workbook that is written', () => {
  it.each([true, false])('is read as it was written, whatever it holds; its texts shared: %s', async (isShared) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(written, { maxLength: 6 }), { maxLength: 8 }), async (rows) => {
        const made = new Workbook();
        const sheet = made.addWorksheet('Sheet');
        for (const row of rows) sheet.addRow([...row]);
        const bytes = await made.xlsx.writeBuffer({ useSharedStrings: isShared });
        const { sheets } = await openForeignWorkbook(new Uint8Array(bytes));
        const grid = await gridOf(sheets[0]!, false, { rows: 10, columns: 10 });
        const found = rows.map((row, at) => row.map((_, column) => grid.textAt(at + 1, column + 1)));
        expect(found).toEqual(rows.map((row) => row.map(shown)));
      }),
      { numRuns: times(60, 1000) },
    );
  });
});

describe('the corner of a sheet', () => {
  it('keeps what is looked at, measures the whole, and knows what merged cells cover', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="Z1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row><row r="90"/>';
    const after = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:C9"/><mergeCell ref="D3:D400"/></mergeCells>';
    const { sheets } = await openForeignWorkbook(await workbook({ rows, after }));
    const grid = await gridOf(sheets[0]!, false, { rows: 10, columns: 5 });
    expect([grid.rowCount, grid.columnCount]).toEqual([400, 26]);
    expect([grid.textAt(1, 1), grid.textAt(1, 26), grid.textAt(2, 2), grid.textAt(9, 9)]).toEqual(['1', '', '3', '']);
    expect([grid.spanAt(1, 1), grid.spanAt(1, 2), grid.spanAt(2, 2), grid.spanAt(3, 4)]).toEqual([
      { across: 2, down: 1 },
      null,
      // A range that begins inside another is none.
      { across: 1, down: 1 },
      { across: 1, down: 8 },
    ]);
  });
});
