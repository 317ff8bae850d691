import { expect, it } from 'vitest';
import { fitOnPages, pagesAcross, pagesOf } from '../../../db/documents/workbook/paper.ts';
import { addTable, formats, sheetColumn, widestPage, type SheetTable } from '../../../db/documents/workbook/table.ts';
import { newWorkbook } from '../../../db/documents/workbook/write.ts';

const label = (text: string) => ({ en: text, fr: text });

function table(tab: string, rows: number, text = 'A word or two', more: Partial<SheetTable> = {}): SheetTable {
  return {
    ...{ tab, title: { en: `${tab} of all`, fr: `${tab} de tous` } },
    columns: [
      sheetColumn(label('Unit'), 9),
      sheetColumn(label('Text'), 60),
      sheetColumn(label('N'), 12, formats.whole),
    ],
    rows: Array.from({ length: rows }, (_, index) => [`U${index}`, text, index]),
    ...more,
  };
}
const total = (tables: readonly SheetTable[]) => tables.reduce((sum, each) => sum + pagesOf(each), 0);

it('prints whole what fits', () => {
  const tables = [table('Short', 3), table('Longer', 100)];
  expect(fitOnPages(tables, total(tables))).toEqual(tables);
});

it('prints thirty units with long texts on at most so many pages, each sheet from its first row', () => {
  const long = 'This change follows the arrival of two officers. '.repeat(40);
  const tables = [
    ...Array.from({ length: 20 }, (_, index) => table(`Small ${index}`, 5)),
    table('Units', 900, 'Investigations concluded', { isElsewhere: true }),
    table('Explanations', 330, long),
  ];
  expect(total(tables)).toBeGreaterThan(100);
  const printed = fitOnPages(tables, 40);
  expect(total(printed)).toBeLessThanOrEqual(40);
  expect(total(printed)).toBeGreaterThan(35);
  const cut = printed.filter(({ isCut }) => isCut);
  expect(cut.map(({ tab }) => tab)).toEqual(['Units', 'Explanations']);
  for (const { printed: area, columns, rows } of cut) {
    expect(area).toMatchObject({ columns: columns.length });
    expect(area!.rows).toBeGreaterThan(0);
    expect(area!.rows).toBeLessThan(rows.length);
  }
});

it('gives up what other files hold before what they do not', () => {
  const tables = [table('Data', 400, 'x', { isElsewhere: true }), table('Text', 500, 'x')];
  const most = total(tables) - 2;
  const [data, text] = fitOnPages(tables, most);
  expect([data!.isCut, text!.isCut]).toEqual([true, undefined]);
});

it('gives up the main sheet last of all', () => {
  const tables = [table('Main', 500, 'x', { isMain: true }), table('Text', 100, 'x')];
  const [main, text] = fitOnPages(tables, total(tables) - 1);
  expect([main!.isCut, text!.isCut]).toEqual([undefined, true]);
  const fewest = fitOnPages(tables, 4);
  expect(total(fewest)).toBe(4);
  expect(fewest.map(({ isCut }) => isCut)).toEqual([true, true]);
});

it('says in the header that it prints the first rows, and takes no column too wide for 7 points', async () => {
  const workbook = await newWorkbook({ title: 'T', at: new Date(0) });
  const [cut] = fitOnPages([table('Data', 400, 'x', { isElsewhere: true })], 1);
  const sheet = addTable(workbook, cut!, { marking: 'M', heading: label('H') });
  expect(sheet.headerFooter.oddHeader).toContain('Data of all (first rows) - Data de tous (premières lignes)');
  expect(sheet.pageSetup.printArea).toBe(`A1:C${cut!.printed!.rows! + 1}`);
  const wide = { ...table('Wide', 1), columns: [sheetColumn(label('Text'), widestPage + 1)] };
  expect([pagesAcross(table('Narrow', 1)), pagesAcross(wide)]).toEqual([1, 2]);
});

it('breaks no word of a heading', () => {
  const widthOf = (en: string, fr: string, width: number): number => sheetColumn({ en, fr }, width).width;
  expect(widthOf('Unit', 'Unité', 9)).toBe(9);
  expect(widthOf('Definition version', 'Version de la définition', 11)).toBe(11);
  // Measured with LibreOffice: each was cut before its last letters at the width given.
  expect(widthOf('Denominator', 'Dénominateur', 13)).toBe(14);
  expect(widthOf('Units covered', 'Unités couvertes', 10)).toBe(10.5);
  expect(widthOf('− Closed administratively', '− Clos administrativement', 13.5)).toBe(19);
});
