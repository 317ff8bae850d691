import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbook } from '@cj-tech-master/excelts';
import { beforeEach, describe, expect } from 'vitest';
import {
  firstColumn,
  firstRow,
  formMeasures,
  stockFields,
  tabs,
  unitFields,
} from '../../../../db/reporting/rollup/kit/form.ts';
import { archiveOf, partsOf as binaryPartsOf } from '../../../../db/documents/workbook/archive.ts';
import { editForm, fillStock, receiveForm } from '../../../support/kitForm.ts';
import { newSender, quarterOne, quarterTwo } from '../../../support/packs.ts';
import { it, coordination as national } from '../../../support/fixtures/shared/coordination.ts';

let inbox: string;
let form: string;
let bytes: Buffer;
it.beforeAll(async () => {
  ({ inbox, form } = await receiveForm(national, fillStock));
  bytes = readFileSync(form);
});
beforeEach(() => {
  writeFileSync(form, bytes);
});

async function problemsAfter(change: (workbook: Workbook) => void) {
  await editForm(form, change);
  const { found } = await national.test.call('rollup.inspect', { place: national.test.grant(inbox) });
  expect(found).toHaveLength(1);
  return found[0]!.problems;
}

const lastRow = firstRow + 23;
const months = (workbook: Workbook) => workbook.getWorksheet(tabs.months)!;
const unitRow = (code: string): number => 1 + unitFields.findIndex((each) => each.code === code);
const stockRow = (code: string): number => 1 + stockFields.findIndex((each) => each.code === code);
const setUnit = (code: string, value: string) => (workbook: Workbook) => {
  workbook.getWorksheet(tabs.unit)!.getCell(unitRow(code), 4).value = value;
};
const column = (measure: (typeof formMeasures)[number]): number => firstColumn + formMeasures.indexOf(measure);

/** What was changed, the rule that it breaks, and the cell that is named. */
const cases: readonly (readonly [string, (workbook: Workbook) => void, string, string])[] = [
  [
    'a month that is there twice',
    (workbook) => {
      months(workbook).getCell(lastRow, 1).value = '2026-08';
    },
    'kit_month_twice',
    `${tabs.months}!A${String(lastRow)}`,
  ],
  [
    'a month after the quarter',
    (workbook) => {
      months(workbook).getCell(lastRow, 1).value = '2026-10';
    },
    'kit_bad_month',
    `${tabs.months}!A${String(lastRow)}`,
  ],
  [
    'a month far below the others',
    (workbook) => {
      const row = months(workbook).getRow(1200);
      row.getCell(1).value = '2024-01';
      row.getCell(2).value = 'complete';
      row.getCell(firstColumn).value = 5000;
    },
    'kit_invalid',
    `${tabs.months}!A${String(1200)}`,
  ],
  [
    'a formula of which no result is kept',
    (workbook) => {
      months(workbook).getCell(lastRow, column('received')).value = { formula: '1+2' };
    },
    'kit_no_result',
    `${tabs.months}!C${String(lastRow)}`,
  ],
  [
    'a code above a column that is another',
    (workbook) => {
      months(workbook).getCell(firstRow - 1, firstColumn).value = 'referrals';
    },
    'kit_invalid',
    `${tabs.months}!C${String(firstRow - 1)}`,
  ],
  [
    'a code of the unit’s sheet that is there twice',
    (workbook) => {
      workbook.getWorksheet(tabs.unit)!.addRow(['closing', '', '', 1]);
    },
    'kit_invalid',
    `${tabs.unit}!A${String(unitFields.length + 1)}`,
  ],
  ['an edition that is not known', setUnit('form', 'vigie-kit 9'), 'kit_invalid', `${tabs.unit}!D1`],
  ['a quarter in other words', setUnit('quarter', 'second of 2026'), 'kit_bad_quarter', `${tabs.unit}!D2`],
  ['a backlog in other words', setUnit('definition', 'both'), 'kit_bad_definition', `${tabs.unit}!D7`],
  ['a name that cannot be printed', setUnit('name_en', 'Unit\u202e01'), 'kit_bad_name', `${tabs.unit}!D4`],
  ['a code that cannot be printed', setUnit('code', 'X\u202e01'), 'kit_bad_name', `${tabs.unit}!D3`],
  ['a code longer than a unit’s may be', setUnit('code', 'X01 and a half'), 'kit_bad_name', `${tabs.unit}!D3`],
  ['a service longer than a unit’s may be', setUnit('service', 'x'.repeat(121)), 'kit_bad_name', `${tabs.unit}!D6`],
  [
    'more old files than files',
    (workbook) => {
      fillStock(workbook, { over_180: 91 });
    },
    'kit_contradicts',
    `${tabs.stock}!D${String(stockRow('over_180'))}`,
  ],
  [
    'a row of age and time that is not there',
    (workbook) => {
      workbook.getWorksheet(tabs.stock)!.getCell(stockRow('declared'), 1).value = 'other';
    },
    'kit_invalid',
    `${tabs.stock}: declared`,
  ],
];

describe('a form that is refused', () => {
  it.each(cases)('for %s names the cell and the rule', async (_, change, code, file) => {
    expect(await problemsAfter(change)).toEqual([{ code, file }]);
  });

  it('for a sheet that is not there names the sheet', async () => {
    const found = await problemsAfter((workbook) => {
      workbook.removeWorksheet(months(workbook).id);
    });
    expect(found).toEqual([{ code: 'kit_invalid', file: tabs.months }]);
  });
});

describe('a form with a formula', () => {
  it('is read by the results saved in it, and says in which cells', async () => {
    await editForm(form, (workbook) => {
      months(workbook).getCell(lastRow, column('received')).value = { formula: '1+2', result: 3 };
      workbook.getWorksheet(tabs.unit)!.getCell(unitRow('opening'), 4).value = { formula: '50*2', result: 100 };
    });
    const { found } = await national.test.call('rollup.inspect', { place: national.test.grant(inbox) });
    const cells = [`${tabs.unit}!D8`, `${tabs.months}!C${String(lastRow)}`];
    expect(found).toMatchObject([{ verdict: 'unsigned', says: { remarks: [{ code: 'formulas', cells }] } }]);
  });
});

describe('a form that holds macros', () => {
  it('says that they are never run', async () => {
    const parts = new Map(await binaryPartsOf(bytes));
    parts.set('xl/vbaProject.bin', new Uint8Array([208, 207, 17, 224]));
    writeFileSync(form, archiveOf(parts));
    const { found } = await national.test.call('rollup.inspect', { place: national.test.grant(inbox) });
    expect(found).toMatchObject([{ verdict: 'unsigned', says: { remarks: [{ code: 'macros', cells: [] }] } }]);
  });
});

describe('a form that was saved with room for macros', () => {
  it('is read as every other, in its folder and alone', async () => {
    const macros = join(inbox, 'FORM.XLSM');
    renameSync(form, macros);
    for (const place of [inbox, macros]) {
      const { found } = await national.test.call('rollup.inspect', { place: national.test.grant(place) });
      expect(found).toMatchObject([{ name: 'FORM.XLSM', kind: 'kit', verdict: 'unsigned', says: { months: 3 } }]);
    }
    rmSync(macros);
  });
});

describe('a form of a unit that signs, whose code is in other letters', () => {
  it('is one of that unit: refused where its signed pack is here, and counted for it where that is late', async () => {
    const inspected = async () => {
      const { found } = await national.test.call('rollup.inspect', { place: national.test.grant(inbox) });
      return found[0];
    };
    await editForm(form, setUnit('code', 'y01'));
    const sender = newSender('Y01');
    await national.receive(sender, quarterOne, 10);
    expect(await inspected()).toMatchObject({
      verdict: 'unsigned',
      says: { awaitsPack: true, units: [{ code: 'Y01' }] },
    });
    await national.receive(sender, quarterTwo, 20);
    expect(await inspected()).toMatchObject({ verdict: 'refused', problems: [{ code: 'kit_unit_known' }] });
  });
});
