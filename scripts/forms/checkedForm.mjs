// What goes into the fictitious form of the tests, and what a spreadsheet program must show of it.

const sheet = 'Quarterly form';
const text = 'Two arrests < three & "one"\nA second line';
/** @param {string} cell @param {string | number} value */
const filled = (cell, value, isDate = false) => ({ sheet, cell, value, isDate });

export const checked = {
  filled: [
    filled('B3', 'Service fictif'),
    filled('F3', '2026-09-30', true),
    filled('B6', 174),
    filled('C6', 100),
    filled('B7', 12),
    filled('C7', 15),
    filled('B8', 5),
    filled('C8', 0),
    // Inside the merged range A11:F14: shown in its first cell.
    filled('C12', text),
    filled('B16', 'Final'),
  ],
  expected: [
    { sheet, cell: 'B3', value: 'Service fictif' },
    { sheet, cell: 'F3', value: '2026-09-30' },
    { sheet, cell: 'B6', value: 174 },
    { sheet, cell: 'C6', value: 100 },
    { sheet, cell: 'A11', value: text },
    { sheet, cell: 'B16', value: 'Final' },
    { sheet, cell: 'D6', value: 74 },
    { sheet, cell: 'D7', value: -3 },
    { sheet, cell: 'F6', value: 0.87 },
    { sheet, cell: 'B9', value: 191 },
    { sheet: 'Summary', cell: 'B1', value: 382 },
    { sheet: 'Summary', cell: 'B2', value: 3 },
  ],
};

/**
 * The same form with results of another quarter in its formulas, which a program that does not compute again would show.
 * @param {import('../../db/documents/workbook/archive.ts').Parts} parts
 */
export function stale(parts) {
  return new Map(
    [...parts].map(([name, bytes]) => {
      if (!name.startsWith('xl/worksheets/')) return [name, bytes];
      const xml = new TextDecoder().decode(bytes);
      return [name, new TextEncoder().encode(xml.replaceAll('</f><v></v>', '</f><v>999</v>'))];
    }),
  );
}
