import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { expect } from 'vitest';
import type { FigureContent } from '#contract/statistics/figures';
import type { FileGrant } from '#contract/ground/ids';
import { sha256 } from '../../../../db/ground/kernel/signing.ts';
import { it as test, test as store } from '../../../support/fixtures/unit.ts';

const place = (name: string) => join(store.parent, name);
const grant = (name: string) => store.grant(place(name)) as FileGrant;
const asSent = (name: string, content: FigureContent) => ({
  file: grant(name),
  figure: 'sensitivity' as const,
  content,
});

function lastAudit(): unknown {
  const query = "select method, facts from audit_entry where facts not like '%ended%' order by sequence desc";
  return store.store.requireUnlocked().onFolder.readers.readingRaw.prepare(query).get();
}

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9"><text fill="url(#h)">one = 1, to href = all</text></svg>';
const png = Buffer.from('89504e470d0a1a0a0001', 'hex');

test('writes a picture where the user chose', async () => {
  await store.call('figures.save', asSent('a.svg', { format: 'svg', text: svg }));
  expect(readFileSync(place('a.svg'), 'utf8')).toBe(svg);
  await store.call('figures.save', asSent('a.png', { format: 'png', base64: png.toString('base64') }));
  expect(readFileSync(place('a.png'))).toEqual(png);
});

test('writes the numbers under what they rest on, no cell a formula, and the audit tells what left', async () => {
  await store.call(
    'figures.save',
    asSent('a.csv', {
      format: 'csv',
      notes: ['Germe : 1, 2', 'PROTECTED B'],
      columns: ['Mois', 'Écart'],
      rows: [
        ['=1+2', -3],
        ['a, b', null],
      ],
    }),
  );
  const text = '\ufeff# Germe : 1, 2\r\n# PROTECTED B\r\nMois,Écart\r\n\'=1+2,-3\r\n"a, b",\r\n';
  expect(readFileSync(place('a.csv'), 'utf8')).toBe(text);
  expect(lastAudit()).toEqual({
    method: 'figures.save',
    facts: JSON.stringify({
      bytes: Buffer.byteLength(text),
      figure: 'sensitivity',
      format: 'csv',
      sha256: sha256(text),
    }),
  });
});

test('writes no heading as a formula either', async () => {
  const content = { format: 'csv' as const, notes: [], columns: ['@SUM(1)', 'Écart'], rows: [] };
  await store.call('figures.save', asSent('a.csv', content));
  expect(readFileSync(place('a.csv'), 'utf8')).toBe("\ufeff'@SUM(1),Écart\r\n");
});

test('writes a workbook with the notes above the table, its numbers numbers and no cell a formula', async () => {
  const content = { format: 'xlsx' as const, notes: ['PROTECTED B'], columns: ['Mois', 'Écart'] };
  await store.call('figures.save', asSent('a.xlsx', { ...content, rows: [['=1+2', -3.5]] }));
  const [sheet] = await readXlsxFile(place('a.xlsx'));
  expect(sheet!.data).toEqual([
    ['PROTECTED B', null],
    [null, null],
    ['Mois', 'Écart'],
    ['=1+2', -3.5],
  ]);
  const page = strFromU8(unzipSync(readFileSync(place('a.xlsx')))['xl/worksheets/sheet1.xml']!);
  expect(page).toMatch(/<pane (?=[^>]*xSplit="1")(?=[^>]*ySplit="3")[^>]*state="frozen"/);
});

test.each([
  ['a page', { format: 'svg', text: '<html></html>' }],
  ['a script', { format: 'svg', text: '<svg ><script>1</script></svg>' }],
  ['a handler', { format: 'svg', text: '<svg onload="1"></svg>' }],
  ['foreign markup', { format: 'svg', text: '<svg ><foreignObject/></svg>' }],
  ['a reference', { format: 'svg', text: '<svg ><g fill="url(https://a.example/#b)"/></svg>' }],
  ['a link', { format: 'svg', text: '<svg ><g xlink:href="x"/></svg>' }],
  ['an entity', { format: 'svg', text: '<svg ><!ENTITY a "b"></svg>' }],
  ['no picture', { format: 'png', base64: Buffer.from('not a picture').toString('base64') }],
] as const)('refuses %s, and leaves no file', async (_what, content) => {
  expect(await store.refusal('figures.save', asSent('b', content))).toEqual({ code: 'invalid_input' });
  expect(existsSync(place('b'))).toBe(false);
});

test('refuses two columns of one name, and a note of two lines', async () => {
  const table = { format: 'csv', notes: [], columns: ['a'], rows: [] } as const;
  for (const change of [{ columns: ['a', 'a'] }, { notes: ['a\nb'] }]) {
    const content = { ...table, notes: [...table.notes], columns: [...table.columns], rows: [], ...change };
    expect(await store.refusal('figures.save', asSent('c.csv', content))).toEqual({ code: 'invalid_input' });
  }
});

test('refuses a place that the user did not choose', async () => {
  const content = { format: 'svg', text: svg } as const;
  const nowhere = { ...asSent('c.svg', content), file: crypto.randomUUID() as FileGrant };
  expect(await store.refusal('figures.save', nowhere)).toEqual({ code: 'forbidden' });
});
