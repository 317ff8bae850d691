import { beforeEach, describe, expect, it } from 'vitest';
import { addTable, formats, sheetColumn, widestPage, type SheetTable } from '../../../db/documents/workbook/table.ts';
import { newWorkbook, type Workbook } from '../../../db/documents/workbook/write.ts';

let workbook: Workbook;
beforeEach(async () => {
  workbook = await newWorkbook();
});

const print = { marking: 'PROTECTED B', heading: { en: 'A & B', fr: 'A et B' } };
const tableOf = (widths: readonly number[], more: Partial<SheetTable> = {}): SheetTable => ({
  tab: 'Table',
  title: { en: 'Table', fr: 'Tableau' },
  columns: widths.map((width, at) => sheetColumn({ en: `Column ${String(at)}`, fr: `Colonne ${String(at)}` }, width)),
  rows: [widths.map((_, at) => `cell ${String(at)}`), widths.map(() => null)],
  ...more,
});

describe('a table on paper', () => {
  it('takes one page across as long as it can be read', () => {
    const { pageSetup } = addTable(workbook, tableOf([widestPage - 30, 30]), print);
    expect(pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' });
    expect([pageSetup.printTitlesColumn, pageSetup.printArea]).toEqual([undefined, undefined]);
  });

  it('goes on beside itself where it is wider, its first column repeated', () => {
    const { pageSetup } = addTable(workbook, tableOf([widestPage - 30, 31]), print);
    expect(pageSetup).toMatchObject({ fitToWidth: 2, pageOrder: 'overThenDown', printTitlesColumn: 'A:A' });
  });

  it('leaves out columns and rows that are for the screen, and is measured without them', () => {
    const columns = addTable(workbook, tableOf([90, 90, 200], { printed: { columns: 2 } }), print);
    expect(columns.pageSetup).toMatchObject({ fitToWidth: 1, printArea: 'A1:B3' });
    const rows = tableOf([90, 90, 200], { tab: 'Rows', printed: { columns: 3, rows: 1 } });
    expect(addTable(workbook, rows, print).pageSetup).toMatchObject({ fitToWidth: 2, printArea: 'A1:C2' });
  });

  it('holds numbers as numbers, and symbols where there are none', () => {
    const table = tableOf([10, 10]);
    const [first, second] = table.columns;
    const sheet = addTable(workbook, { ...table, columns: [first!, { ...second!, format: formats.whole }] }, print);
    expect([sheet.getCell('A3').value, sheet.getCell('B3').value]).toEqual([null, '..']);
    expect(sheet.headerFooter.oddFooter).toContain('A && B');
  });
});
