import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { instantText } from '#contract/casework/listCells';
import type { Reading } from '#contract/documents/tables';
import type { Verdict } from '#contract/intake/verdicts';
import { readRegister } from '../../../support/importRegister.ts';
import { grantOf, newJob, writeFile } from './support.ts';
import { workbookOf, type SheetContent } from './workbooks.ts';
import { it, test } from '../../../support/fixtures/unit.ts';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const names = ['Reçu le', 'No', 'Provenance', 'Résumé'];

const fileOf = async (...sheets: SheetContent[]) => grantOf(test, writeFile(test, await workbookOf(sheets), 'u.xlsx'));

async function rowsOf(previewId: string, verdict: Verdict = 'new') {
  return (await test.call('imports.previewRows', { previewId, verdict, offset: 0, size: 200 })).rows;
}

it('gives what merged cells say to each of their rows, and passes over merged titles', async () => {
  const file = await fileOf({
    name: 'Janvier',
    rows: [
      ['Registre 2026'],
      names,
      [day('2026-01-05'), 'A-1', 'École', 'one'],
      [null, 'A-2', null, 'two'],
      [null, 'A-3', 'CNCEE', 'three'],
      ['Deuxième semaine'],
      [day('2026-01-12'), 'A-4', 'CNCEE', 'four'],
      [null, null, null, null],
      [null, 'A-5', 'École', 'five'],
    ],
    touch: (sheet) => {
      for (const range of ['A1:D1', 'A3:A5', 'C3:C4', 'A6:D6', 'A7:A8', 'B7:B8', 'C7:C8', 'D7:D8'])
        sheet.mergeCells(range);
    },
  });
  const { inspected, preview } = await readRegister(test, file);
  expect(inspected.columns[0]!.samples).toEqual(['2026-01-05', '2026-01-05', '2026-01-05']);
  expect(preview.counts).toMatchObject({ new: 4, duplicate: 0, conflict: 0, invalid: 1 });
  const rows = await rowsOf(preview.previewId);
  expect(
    rows.map(({ understood }) => [understood!.receivedOn, understood!.externalNumber, understood!.source]),
  ).toEqual([
    ['2026-01-05', 'A-1', 'school'],
    ['2026-01-05', 'A-2', 'school'],
    ['2026-01-05', 'A-3', 'ncecc'],
    ['2026-01-12', 'A-4', 'ncecc'],
  ]);
  expect(preview.passedOver.lines.map(({ line, why }) => [line, why])).toEqual([[6, 'note_line']]);
  // No range covers the last row: a blank cell alone says nothing.
  expect((await rowsOf(preview.previewId, 'invalid')).map(({ line, reasons }) => [line, reasons])).toEqual([
    [9, ['date_missing']],
  ]);
});

it('reads the names of columns that go over two lines', async () => {
  const file = await fileOf({
    name: 'Janvier',
    rows: [
      ['Reçu le', 'No', 'Provenance', 'Suspect', null],
      [null, null, null, 'Nom', 'Alias'],
      [day('2026-01-05'), 'A-1', 'École', 'name', 'alias'],
    ],
    touch: (sheet) => {
      for (const range of ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1']) sheet.mergeCells(range);
    },
  });
  const { preview } = await readRegister(test, file);
  expect(preview.counts).toMatchObject({ new: 1, invalid: 0 });
  const [row] = await rowsOf(preview.previewId);
  expect(row!.cells.slice(3)).toEqual(['name', 'alias']);
});

/** Two months with titles and totals of their own, a month with a further column, and a sheet of something else. */
const year: readonly SheetContent[] = [
  {
    name: 'Janvier',
    rows: [
      ['Registre'],
      names,
      [day('2026-01-05'), 'A-1', 'École', 'one'],
      [day('2026-01-06'), null, 'CNCEE', 'unnumbered'],
      [day('2026-01-06'), null, 'CNCEE', 'unnumbered'],
      ['Équipe Est'],
      [day('2026-01-07'), 'A-2', 'École', 'two'],
    ],
  },
  {
    name: 'Listes',
    rows: [
      ['Codes', 'Sens'],
      ['E', 'École'],
    ],
  },
  {
    name: 'Février',
    rows: [
      ['Registre', null, null, 'suite'],
      ['Mois de février'],
      [...names.map((name) => name.toUpperCase()), null],
      [day('2026-01-06'), null, 'CNCEE', 'unnumbered'],
      [day('2026-02-02'), 'A-1', 'École', 'one again'],
      [day('2026-02-03'), 'A-3', 'CNCEE', 'three'],
      ['Total', '3'],
    ],
  },
  {
    name: 'Mars',
    rows: [
      [...names, 'Suivi'],
      [day('2026-03-01'), 'A-4', 'École', 'four', 'done'],
    ],
  },
];

it('reads all sheets with the same columns in one pass, and says the sheet of each row', async () => {
  const file = await fileOf(...year);
  const { alike, reading, sheets } = await test.call('imports.inspect', { file });
  expect(sheets.map(({ name }) => name)).toEqual(['Janvier', 'Listes', 'Février', 'Mars']);
  expect(alike).toEqual(['Janvier', 'Février']);
  expect(reading).toEqual({ kind: 'xlsx', sheet: 'Janvier', also: ['Février'] });
  const all: Reading = { kind: 'xlsx', sheet: 'Janvier', also: ['Février', 'Mars'] };
  const { inspected, preview, survey } = await readRegister(test, file, {}, all);
  // Of the sheets that were asked for, those that have the columns.
  expect(inspected.reading).toEqual({ kind: 'xlsx', sheet: 'Janvier', also: ['Février'] });
  expect(survey.rows).toBe(7);
  expect(preview.counts).toMatchObject({ new: 4, duplicate: 1, conflict: 1, invalid: 1 });
  const places = (rows: Awaited<ReturnType<typeof rowsOf>>) => rows.map(({ sheet, line }) => [sheet, line]);
  const fresh = await rowsOf(preview.previewId);
  expect(places(fresh)).toEqual([...[3, 4, 5].map((line) => ['Janvier', line]), ['Février', 6]]);
  // The unknown unit above the last row of a sheet is not that of the next sheet.
  expect(places(await rowsOf(preview.previewId, 'invalid'))).toEqual([['Janvier', 7]]);
  // What a sheet carries over from the one before is the same row, as it would be in a later file.
  const repeated = await rowsOf(preview.previewId, 'duplicate');
  expect(repeated.map(({ sheet, line, reasons }) => [sheet, line, reasons])).toEqual([
    ['Février', 4, ['row_on_other_sheet']],
  ]);
  expect(places(await rowsOf(preview.previewId, 'conflict'))).toEqual([['Février', 5]]);
  expect(preview.passedOver.lines.map(({ sheet, line, why }) => [sheet, line, why])).toEqual([
    ['Janvier', 6, 'unit_line'],
    ['Février', 7, 'total_line'],
  ]);
  const report = test.grant(join(test.parent, 'report.csv'));
  await test.call('imports.saveReport', { previewId: preview.previewId, file: report, locale: 'fr' });
  expect(readFileSync(join(test.parent, 'report.csv'), 'utf8')).toMatch(
    /^\uFEFF?Feuille;Ligne;[^]*\r\nFévrier;4;Doublon;/,
  );
  await test.call('imports.apply', { previewId: preview.previewId, jobId: newJob() });
  const again = await readRegister(test, file, {}, all);
  expect(again.preview.counts).toMatchObject({ new: 0, duplicate: 5, conflict: 1, invalid: 1 });
});

it('refuses a sheet that lacks the names of the columns where it was to be read with others', async () => {
  const file = await fileOf(...year);
  const { suggested: mapping } = await test.call('imports.inspect', { file });
  const reading: Reading = { kind: 'xlsx', sheet: 'Janvier', also: ['Listes'] };
  expect(await test.refusal('imports.preview', { file, reading, mapping, jobId: newJob() })).toMatchObject({
    reason: 'not_a_workbook',
  });
});

/** Ten rows below a heading that has a colour of its own, each cell of a row in the colour that is given for it. */
function coloured(name: string, colourOf: (row: number) => string | null): SheetContent {
  const rows = Array.from({ length: 10 }, (_, index) => [day('2026-01-05'), `${name}-${index}`, 'École', 'words']);
  return {
    name,
    rows: [names, ...rows],
    touch: (sheet) => {
      for (let row = 1; row <= 11; row += 1)
        for (let column = 1; column <= 4; column += 1) {
          const argb = row === 1 ? 'FF0000AA' : colourOf(row - 2);
          if (argb !== null) sheet.getCell(row, column).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } };
        }
    },
  };
}

it.each([
  ['rows that a colour sets apart', (row: number) => (row === 3 || row > 7 ? 'FFFFFF00' : null), 3],
  ['rows of several colours', (row: number) => ['FFFF0000', 'FF00FF00'][row] ?? 'FFFFFFFF', 2],
  ['no row where every second one has a colour', (row: number) => (row % 2 === 0 ? 'FFDDDDDD' : null), 0],
  ['no row of the colour that most have', () => 'FFDDDDDD', 0],
])('counts %s', async (_, colourOf, marked) => {
  const { preview } = await readRegister(test, await fileOf(coloured('List', colourOf)));
  expect(preview).toMatchObject({ counts: { new: 10 }, marked });
});

/** With the time of its day where the workbook shows one, and not where it hides it. */
it('keeps the time of a receipt that the workbook gives', async () => {
  const at = (text: string): Date => new Date(`${text}Z`);
  const file = await fileOf({
    name: 'Janvier',
    rows: [
      ['Reçu le', 'Heure', 'No', 'Provenance'],
      [at('2026-01-05T14:30:00'), null, 'A-1', 'École'],
      [at('2026-01-06T09:05:30'), '', 'A-2', 'École'],
      [at('2026-01-07T00:00:00'), '16 h 45', 'A-3', 'École'],
      [at('2026-01-08T00:00:00'), 0.25, 'A-4', 'École'],
      [at('2026-01-09T00:00:00'), 'inconnue', 'A-5', 'École'],
      ['2026-01-10 0930h', null, 'A-6', 'École'],
      ['12 janvier 2026, 2:15 p.m.', null, 'A-7', 'École'],
      [at('2026-01-13T14:30:00'), null, 'A-8', 'École'],
      ['2026-11-24 23:59', null, 'A-9', 'École'],
    ],
    touch: (sheet) => {
      for (let row = 2; row <= 9; row += 1)
        sheet.getCell(row, 1).numFmt = row === 9 ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm';
      sheet.getCell(5, 2).numFmt = 'h:mm';
    },
  });
  const { preview } = await readRegister(test, file, {
    columns: { receivedOn: 0, receivedTime: 1, externalNumber: 2, source: 3 },
  });
  expect(preview.counts).toMatchObject({ new: 9 });
  await test.call('imports.apply', { previewId: preview.previewId, jobId: newJob() });
  const { raw } = test.store.requireUnlocked();
  const query = 'SELECT received_on, received_at FROM referral ORDER BY external_number';
  const rows = raw.prepare(query).raw().all() as [string, number | null][];
  expect(rows.map(([on, instant]) => (instant === null ? on : instantText(instant)))).toEqual([
    ...['2026-01-05 14:30', '2026-01-06 09:05', '2026-01-07 16:45', '2026-01-08 06:00', '2026-01-09'],
    // A time that has not come is none.
    ...['2026-01-10 09:30', '2026-01-12 14:15', '2026-01-13', '2026-11-24'],
  ]);
});
