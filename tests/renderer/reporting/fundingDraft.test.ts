import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fundingColumns, type FundingColumn } from '../../../electron/contract/reporting/fundingColumns.ts';
import { readCell } from '#contract/reporting/fundingCells';
import type { FundingRow } from '../../../electron/contract/reporting/funding.ts';
import { quarterNumbers } from '#contract/ground/dates';
import { cellText } from '../../../renderer/features/reporting/funding/cellText.ts';
import {
  countChanges,
  emptyDraft,
  readRow,
  sheetRows,
  toChanges,
  withRemoved,
  withText,
  type Sheet,
} from '../../../renderer/features/reporting/funding/draft.ts';
import { previewPaste, withPasted } from '../../../renderer/features/reporting/funding/paste.ts';
import { columnTotal, moneyOf, shownColumns, totalMoney } from '../../../renderer/features/reporting/funding/views.ts';
import { readBlock, writeBlock } from '../../../renderer/lib/pastedBlock.ts';

const columns = shownColumns('budget', 'year', 'en');
const columnOf = (key: string): FundingColumn => fundingColumns.budget.find((each) => each.key === key)!;
const row = (id: string, cells: FundingRow['cells'], version = 3): FundingRow => ({ id: id as never, version, cells });
const sheet: Sheet = {
  register: 'budget',
  rows: [
    row('a', { code: 'A', category: 'tools', budget: 10_000, q1Forecast: 2500, q1Actual: 3000 }),
    row('b', { code: 'B', category: 'overtime', budget: null }),
  ],
  units: [{ id: 'u1', code: 'U01' }],
};
const shown = (of: { texts: Readonly<Record<string, string>> } | undefined, column: FundingColumn): string =>
  of?.texts[column.key] ?? '';
const paste = (block: string, rowIndex: number, column: string, draft = emptyDraft) =>
  previewPaste(
    sheet,
    sheetRows(sheet, draft),
    columns,
    { row: rowIndex, column: columns.findIndex(({ key }) => key === column) },
    readBlock(block),
    shown,
  );

describe('a draft', () => {
  test('typing back what is saved, in any way of writing it, is no change', () => {
    const typed = withText(emptyDraft, sheet, 'a', columnOf('budget'), '120');
    expect(countChanges(typed)).toBe(1);
    expect(countChanges(withText(typed, sheet, 'a', columnOf('budget'), '100,00 $'))).toBe(0);
  });

  test('reads a date in every form of a date field, and none that says several days', () => {
    const cash: Sheet = { register: 'cash', rows: [], units: [] };
    const on = fundingColumns.cash.find(({ kind }) => kind === 'date')!;
    const read = (text: string) => {
      const { cells, problems } = readRow(cash, sheetRows(cash, withText(emptyDraft, cash, 'new-1', on, text))[0]!);
      return problems[on.key] ?? cells[on.key];
    };
    expect(['27 nov 2026', '2026-11-27', 'Nov. 27, 2026', '3/4/2026'].map(read)).toEqual([
      ...['2026-11-27', '2026-11-27', '2026-11-27', 'not_a_date'],
    ]);
  });

  test('sends the version on which the first letter was typed, though the row has changed since', () => {
    const typed = withText(emptyDraft, sheet, 'a', columnOf('budget'), '120');
    const later = { ...sheet, rows: [row('a', sheet.rows[0]!.cells, 4), sheet.rows[1]!] };
    expect(toChanges(later, withText(typed, later, 'a', columnOf('q1Actual'), ''))).toEqual([
      { do: 'change', id: 'a', version: 3, cells: { budget: 12_000, q1Actual: null } },
    ]);
  });

  test('says of a new row what it lacks, and of a removed one nothing', () => {
    const typed = withText(emptyDraft, sheet, 'new-1', columnOf('budget'), '5');
    const rows = sheetRows(sheet, typed);
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'new-1', 'new-2']);
    expect(readRow(sheet, rows[2]!).problems).toEqual({ code: 'required', category: 'required' });
    expect(readRow(sheet, rows[3]!).problems).toEqual({});
    const without = withRemoved(withRemoved(typed, rows[2]!), rows[1]!);
    expect(toChanges(sheet, without)).toEqual([{ do: 'remove', id: 'b', version: 3 }]);
    expect(toChanges(sheet, withRemoved(without, rows[1]!))).toEqual([]);
  });
});

describe('a pasted block', () => {
  test('is judged cell by cell, blanks left alone, rows beyond the last added', () => {
    const cells = paste('100\t\t30\nx\t-\nC\t1', 0, 'budget');
    expect(cells.map(({ rowId, column, verdict, problem }) => [rowId, column?.key, verdict, problem])).toEqual([
      ['a', 'budget', 'same', null],
      ['a', 'q1Actual', 'same', null],
      ['b', 'budget', 'refused', 'not_a_number'],
      ['b', 'q1Forecast', 'refused', 'dash'],
      ['new-1', 'budget', 'refused', 'not_a_number'],
      ['new-1', 'q1Forecast', 'changes', null],
    ]);
    expect(toChanges(sheet, withPasted(emptyDraft, sheet, cells))).toEqual([{ do: 'add', cells: { q1Forecast: 100 } }]);
  });

  test('says what reaches beyond the last column', () => {
    expect(paste('Yes\t2', 0, 'toProject').map(({ verdict, problem }) => [verdict, problem])).toEqual([
      ['changes', null],
      ['refused', 'outside'],
    ]);
  });

  test('comes back as it went to the clipboard', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((each) => !/\r/.test(each));
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(
          fc.array(fc.oneof(cell, fc.constantFrom('"a"', 'a\tb', 'x\ny', '"')), { minLength: width, maxLength: width }),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
      )
      // A last row of one blank cell is read as the end of the block.
      .filter((rows) => rows.at(-1)!.join('') !== '' || rows.at(-1)!.length > 1);
    fc.assert(
      fc.property(block, (rows) => {
        expect(readBlock(writeBlock(rows))).toEqual(rows);
      }),
    );
  });
});

const first = quarterNumbers[0]!;

describe('money', () => {
  test('of a line and of all: what is not known is left out of the variance, and keeps the year from being known', () => {
    const [a, b] = sheet.rows.map(({ cells }) => cells);
    expect(moneyOf(a!, first)).toMatchObject({ variance: 500, variancePercent: 0.2, isLarge: false, expected: null });
    expect(totalMoney([a!, b!], first)).toMatchObject({ variance: 500, variancePercent: 0.2, lapsing: null });
    const whole = { budget: 100, q1Forecast: 1, q1Actual: 20, q2Forecast: 20, q3Forecast: 20, q4Forecast: 30 };
    expect(moneyOf(whole, 'year')).toMatchObject({ expected: 90, lapsing: 10 });
  });

  test('a cell is read back as it is written', () => {
    expect(cellText(columnOf('budget'), 123_450, 'fr', [])).toBe('1\u00a0234,50');
    expect(cellText(columnOf('category'), 'tools', 'fr', [])).toBe('Outils et logiciels');
    expect(cellText(columnOf('unitId'), 'u1', 'en', sheet.units)).toBe('U01');
  });
});

describe('the register of amendments', () => {
  test('writes a year as a year, and adds up neither years nor amounts that replace each other', () => {
    const column = (key: string) => fundingColumns.amendments.find((each) => each.key === key)!;
    expect(cellText(column('amountsFrom'), 2026, 'en', [])).toBe('2026');
    expect(cellText(column('amountsFrom'), 2026, 'fr', [])).toBe('2026');
    const rows = [
      { amountsFrom: 2026, amount1: 100 },
      { amountsFrom: 2026, amount1: 200 },
    ];
    expect(fundingColumns.amendments.map((each) => columnTotal(each, rows)).filter((each) => each !== null)).toEqual(
      [],
    );
  });
});

test('reads a role in either gender, as people write it', () => {
  const role = fundingColumns.positions.find(({ key }) => key === 'role')!;
  for (const typed of ['Enquêteur', 'enquêtrice', 'Enquêteur ou enquêtrice', 'Investigator'])
    expect(readCell(role, typed, []), typed).toEqual({ value: 'investigator' });
});
