import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { archiveOf, partsOf, type Parts } from '../../../db/documents/workbook/archive.ts';
import { fillForm, type FormCell } from '../../../db/documents/workbook/form.ts';
import { placesIn } from '../../../db/documents/workbook/sheetCells.ts';

const sheet = 'Quarterly form';
const sheetPart = 'xl/worksheets/sheet1.xml';
/** It holds formulas, and nothing that is mapped. */
const summaryPart = 'xl/worksheets/sheet2.xml';
const text = (parts: Parts, name: string): string => new TextDecoder().decode(parts.get(name));
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);

/** The funder's form of the other tests with what a spreadsheet library would lose: a chart, a comment, protection, a picture, a macro. */
async function richForm(change: (xml: string) => string = (xml) => xml): Promise<Parts> {
  const form = join(import.meta.dirname, '../reporting/returns/templates/funderForm.xlsx');
  const parts = new Map(await partsOf(readFileSync(form)));
  const protectedSheet = text(parts, sheetPart)
    .replace('</sheetData>', '</sheetData><sheetProtection password="CC1A" sheet="1" objects="1"/>')
    .replace(
      '</worksheet>',
      '<drawing r:id="rId1" xmlns:r="urn:r"/><legacyDrawing r:id="rId2" xmlns:r="urn:r"/></worksheet>',
    )
    .replace('<c r="D6"><f>B6-C6</f><v></v></c>', '<c r="D6" t="str"><f>B6-C6</f><v>old</v></c>');
  parts.set(sheetPart, bytes(change(protectedSheet)));
  parts.set('xl/charts/chart1.xml', bytes('<c:chartSpace xmlns:c="urn:c"><c:v>7</c:v></c:chartSpace>'));
  parts.set('xl/drawings/drawing1.xml', bytes('<xdr:wsDr xmlns:xdr="urn:d"/>'));
  parts.set('xl/comments1.xml', bytes('<comments xmlns="urn:m"><author>A</author></comments>'));
  parts.set('xl/media/image1.png', new Uint8Array([137, 80, 78, 71, 0, 255]));
  parts.set('xl/vbaProject.bin', new Uint8Array([208, 207, 17, 224]));
  parts.set('xl/ctrlProps/ctrlProp1.xml', bytes('<formControlPr objectType="CheckBox"/>'));
  parts.set('xl/workbook.xml', bytes(text(parts, 'xl/workbook.xml').replace(/ fullCalcOnLoad="1"/, '')));
  return parts;
}

async function filled(parts: Parts, cells: readonly FormCell[]): Promise<Parts> {
  const result = fillForm(parts, cells);
  if (!('bytes' in result)) throw new Error(result.refused.code);
  return partsOf(result.bytes);
}

const cell = (address: string, value: FormCell['value'], isDate = false): FormCell => ({
  sheet,
  cell: address,
  value,
  isDate,
});
const changedIn = (before: Parts, after: Parts): readonly string[] => {
  expect([...after.keys()]).toEqual([...before.keys()]);
  return [...before.keys()]
    .filter((name) => !Buffer.from(before.get(name)!).equals(Buffer.from(after.get(name)!)))
    .sort();
};
/** A sheet without the cells named and without what its formulas came to. */
const without = (xml: string, addresses: readonly string[]): string =>
  addresses
    .reduce((rest, address) => rest.replace(new RegExp(`<c r="${address}"[^>]*?(?:/>|>[^]*?</c>)`), ''), xml)
    .replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')
    .replace(/(<c r="[A-Z]+\d+")((?: s="\d+")?) t="str"(>\s*<f>)/g, '$1$2$3');

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a form that is filled in place', () => {
  it('changes the mapped cells and nothing else, part by part', async () => {
    const before = await richForm();
    const after = await filled(before, [cell('B6', 174), cell('C6', 'a < b & "c"'), cell('C12', 'Text\nof two lines')]);
    expect(changedIn(before, after)).toEqual(['xl/workbook.xml', sheetPart, summaryPart]);
    expect(without(text(after, summaryPart), [])).toBe(without(text(before, summaryPart), []));
    const addresses = ['B6', 'C6', 'A11'];
    expect(without(text(after, sheetPart), addresses)).toBe(without(text(before, sheetPart), addresses));
    expect(text(after, sheetPart)).toContain('<c r="B6" s="5"><v>174</v></c>');
    // Inside the merged range A11:F14: what is shown there is its first cell.
    expect(text(after, sheetPart)).toContain(
      '<c r="A11" s="7" t="inlineStr"><is><t xml:space="preserve">Text\nof two lines</t>',
    );
    expect(text(after, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(text(after, sheetPart)).not.toContain('old');
  });

  it('gives a date the day’s number, and the format of a date only where the cell has none', async () => {
    const before = await richForm();
    const own = await filled(before, [cell('F3', '2026-09-30', true)]);
    expect(changedIn(before, own)).toEqual(['xl/workbook.xml', sheetPart, summaryPart]);
    expect(text(own, sheetPart)).toContain('<c r="F3" s="3"><v>46295</v></c>');
    const general = await filled(before, [cell('E3', '2026-09-30', true)]);
    expect(changedIn(before, general)).toEqual(['xl/styles.xml', 'xl/workbook.xml', sheetPart, summaryPart]);
    const rows = (await readXlsxFile(Buffer.from(archiveOf(general)))).find((each) => each.sheet === sheet)!.data;
    expect(rows[2]?.[4]).toEqual(new Date('2026-09-30T00:00:00Z'));
    const [was, is] = [before, general].map((parts) => text(parts, 'xl/styles.xml'));
    const xfs = (xml: string): string => /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(xml)![1]!;
    expect(xfs(is!).startsWith(xfs(was!))).toBe(true);
  });

  it('counts days from 1904 in a workbook that does', async () => {
    const before = new Map(await richForm());
    before.set(
      'xl/workbook.xml',
      bytes(text(before, 'xl/workbook.xml').replace(/<workbookPr\b/, '<workbookPr date1904="1"')),
    );
    expect(text(before, 'xl/workbook.xml')).toContain('date1904');
    expect(text(await filled(before, [cell('F3', '2026-09-30', true)]), sheetPart)).toContain('<v>44833</v>');
  });

  it('writes over no formula, and names the cell that it cannot fill', async () => {
    const before = await richForm();
    expect(fillForm(before, [cell('B6', 1), cell('B9', 2)])).toEqual({ refused: { code: 'cell_formula', index: 1 } });
    expect(fillForm(before, [{ ...cell('B6', 1), sheet: 'Elsewhere' }])).toEqual({
      refused: { code: 'sheet_missing', index: 0 },
    });
  });

  it('writes into no cell that a formula of several cells fills, and takes its results out of all of them', async () => {
    const before = await richForm((xml) =>
      xml.replace(
        '</sheetData>',
        `<row r="70"><c r="A70"><f t="array" ref="A70:B71">B6:C7*2</f><v>1</v></c><c r="B70"><v>2</v></c></row>
<row r="71"><c r="A71" t="str"><v>old</v></c><c r="B71"><v>4</v></c><c r="C71"><v>5</v></c></row></sheetData>`,
      ),
    );
    for (const address of ['A70', 'B70', 'A71', 'B71'])
      expect(fillForm(before, [cell(address, 9)])).toEqual({ refused: { code: 'cell_formula', index: 0 } });
    const after = text(await filled(before, [cell('C71', 9)]), sheetPart);
    expect(after).toContain('<c r="A70"><f t="array" ref="A70:B71">B6:C7*2</f></c><c r="B70"></c>');
    expect(after).toContain('<c r="A71"></c><c r="B71"></c><c r="C71"><v>9</v></c>');
  });

  it('holds a text that a page of XML cannot spell without what it cannot', async () => {
    const after = await filled(await richForm(), [cell('B6', 'a\u0001b\u000bc\ud800d\ufffe _x0041_ \u{1f600}\n')]);
    expect(placesIn(text(after, sheetPart))).not.toBeNull();
    expect(text(after, sheetPart)).toContain('abcd _x005F_x0041_ \u{1f600}\n</t>');
  });

  it('reads a form whose tags have prefixes, and one that has no row yet', async () => {
    const prefixed = await richForm((xml) =>
      xml.replace('<worksheet xmlns=', '<x:worksheet xmlns:x=').replaceAll(/<(\/?)(?!x:|\/)([a-zA-Z])/g, '<$1x:$2'),
    );
    const after = await filled(prefixed, [cell('B6', 5), cell('C40', 'new')]);
    expect(text(after, sheetPart)).toContain('<x:c r="B6" s="5"><x:v>5</x:v></x:c>');
    expect(text(after, sheetPart)).toContain('<x:row r="40"><x:c r="C40" t="inlineStr">');
    const empty = await richForm((xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>'));
    expect(text(await filled(empty, [cell('C2', 1), cell('A1', 2)]), sheetPart)).toContain(
      '<sheetData><row r="1"><c r="A1"><v>2</v></c></row><row r="2"><c r="C2"><v>1</v></c></row></sheetData>',
    );
  });

  it('reads a sheet no more often for a hundred cells than for one', async () => {
    const reads = async (count: number): Promise<number> => {
      const parts = new Map(await richForm());
      const get = vi.spyOn(parts, 'get');
      const cells = Array.from({ length: count }, (_, index) => cell(`H${String(20 + index)}`, index));
      expect(fillForm(parts, cells)).toHaveProperty('bytes');
      return get.mock.calls.filter(([name]) => name === sheetPart).length;
    };
    const one = await reads(1);
    expect(one).toBeGreaterThan(0);
    expect(await reads(100)).toBe(one);
  });

  it.each(['America/Vancouver', 'Asia/Tokyo'])('is filled where the clock is that of %s', async (zone) => {
    vi.stubEnv('TZ', zone);
    const after = await filled(await richForm(), [cell('B6', 7)]);
    expect(text(after, sheetPart)).toContain('<v>7</v>');
  });

  it('takes the place of a control for no row', () => {
    const anchor = '<controls><from><xdr:row xmlns:xdr="urn:d">5</xdr:row></from></controls>';
    const places = placesIn(`<worksheet><sheetData><row r="1"><c r="A1"/></row></sheetData>${anchor}</worksheet>`);
    expect(places?.rows.map((row) => row.number)).toEqual([1]);
  });

  it('holds what was asked for wherever that is, and every other cell as it was', async () => {
    const before = await richForm();
    const read = async (parts: Parts) =>
      (await readXlsxFile(Buffer.from(archiveOf(parts)))).find((each) => each.sheet === sheet)!.data;
    const held = await read(before);
    // Below and next to the form's own formulas and merged ranges.
    const place = fc.record({ row: fc.integer({ min: 17, max: 60 }), column: fc.integer({ min: 0, max: 30 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ place, value: fc.integer() }), {
          selector: (each) => `${each.place.row} ${each.place.column}`,
          minLength: 1,
          maxLength: 12,
        }),
        async (wanted) => {
          const address = (column: number): string =>
            column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`;
          const cells = wanted.map(({ place: at, value }) => cell(`${address(at.column)}${at.row}`, value));
          const rows = await read(await filled(before, cells));
          for (const { place: at, value } of wanted) expect(rows[at.row - 1]?.[at.column]).toBe(value);
          expect(rows.flat().filter((each) => each !== null)).toHaveLength(
            held.flat().filter((each) => each !== null).length - staleResults + wanted.length,
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** Of the form, results of formulas that are shown until they are computed again: one text that this form has. */
const staleResults = 1;
