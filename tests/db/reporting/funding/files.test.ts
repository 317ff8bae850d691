import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook, type CellValue } from '@cj-tech-master/excelts';
import { beforeEach, describe, expect } from 'vitest';
import type { Register } from '#contract/reporting/fundingColumns';
import type { Input } from '#contract/index';
import { newSender, quarterOne, type Sender } from '../../../support/packs.ts';
import { zipOf } from '../../../support/zip.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

let sender: Sender;
let agreementId: string;
beforeEach(async () => {
  sender = newSender();
  await coordination.receive(sender, quarterOne, 1);
  agreementId = await coordination.agreementFor([sender]);
});

let files = 0;
const pathOf = (extension: string): string =>
  join(coordination.test.parent, `file-${String((files += 1))}.${extension}`);
const grid = (register: Register = 'budget', fiscalYear = 2026) => ({ agreementId, register, fiscalYear });
const rows = async (register?: Register, year?: number) =>
  (await coordination.test.call('funding.rows', grid(register, year))).rows.map(({ cells }) => cells);

const preview = (path: string, register?: Register, year?: number) =>
  coordination.test.call('funding.previewFile', { ...grid(register, year), file: coordination.test.grant(path) });
const apply = (previewId: string) => coordination.test.call('funding.applyFile', { previewId });

function csv(...lines: readonly string[]): string {
  const path = pathOf('csv');
  writeFileSync(path, lines.join('\r\n'));
  return path;
}

async function workbook(...lines: readonly (readonly CellValue[])[]): Promise<string> {
  const book = new Workbook();
  book.addWorksheet('Empty');
  const sheet = book.addWorksheet('Budget');
  for (const line of lines) sheet.addRow([...line]);
  const path = pathOf('xlsx');
  await book.xlsx.writeFile(path);
  return path;
}

describe('an import', () => {
  it('says of each row what would become of it, and writes what is new and changed', async () => {
    await apply(
      (await preview(csv('Code,Catégorie,Budget de l’année,Q1 actual', 'A,tools,100,5', 'B,Outils et logiciels,50,')))
        .previewId,
    );
    const seen = await preview(
      csv(
        'Code;Category;Budget for the year;Q1 actual;Colour',
        'a;;1 234,50 $;;red',
        'B;tools;50,00;;',
        'C;Overtime;7;;',
        'D;Overtime;-;;',
        'E;unheard of;x;;',
        'F;tools;1;;',
        'f;tools;1;;',
      ),
    );
    expect(seen.ignored).toEqual(['Colour']);
    expect(
      seen.rows.map(({ line, code, verdict, problems, changes }) => [
        line,
        code,
        verdict,
        problems.map(({ key, problem, text }) => `${key}: ${problem} ${text}`),
        changes.map(({ key, before, after }) => `${key}: ${String(before)} > ${String(after)}`),
      ]),
    ).toEqual([
      [2, 'a', 'changed', [], ['code: A > a', 'budget: 10000 > 123450']],
      [3, 'B', 'same', [], []],
      [4, 'C', 'new', [], ['code: null > C', 'category: null > overtime', 'budget: null > 700']],
      [5, 'D', 'invalid', ['budget: dash -'], ['code: null > D', 'category: null > overtime']],
      [6, 'E', 'invalid', ['category: unknown_choice unheard of', 'budget: not_a_number x'], ['code: null > E']],
      [7, 'F', 'invalid', ['code: code_taken F'], expect.anything()],
      [8, 'f', 'invalid', ['code: code_taken f'], expect.anything()],
    ]);
    await apply(seen.previewId);
    expect((await rows()).map(({ code, category, budget, q1Actual }) => [code, category, budget, q1Actual])).toEqual([
      ['B', 'tools', 5000, null],
      ['C', 'overtime', 700, null],
      ['a', 'tools', 123_450, 500],
    ]);
  });

  it('takes a file that was dropped on the page as it takes one from a dialog', async () => {
    const file = randomUUID() as never;
    const text = Buffer.from('Code,Category,Budget for the year\nA,tools,100\n');
    const piece = { file, name: 'dropped.csv', offset: 0, base64: text.toString('base64') };
    await coordination.test.call('imports.receiveFile', piece);
    const seen = await coordination.test.call('funding.previewFile', { ...grid(), file });
    expect([seen.fileName, seen.rows.map(({ code, verdict }) => [code, verdict])]).toEqual([
      'dropped.csv',
      [['A', 'new']],
    ]);
    await apply(seen.previewId);
    expect(await rows()).toMatchObject([{ code: 'A', budget: 10_000 }]);
  });

  it('holds several dropped files as long as they have room together, the first giving way to the last', async () => {
    const { test } = coordination;
    const receive = (file: string, offset: number, bytes: Buffer) =>
      test.call('imports.receiveFile', {
        file,
        name: 'd.csv',
        offset,
        base64: bytes.toString('base64'),
      });
    const text = Buffer.from('Code,Category,Budget for the year\nA,tools,100\n');
    const [first, second, large] = [randomUUID(), randomUUID(), randomUUID()];
    await receive(first, 0, text);
    await receive(second, 0, text);
    const seen = async (file: string) => (await test.call('funding.previewFile', { ...grid(), file })).rows.length;
    expect([await seen(first), await seen(second)]).toEqual([1, 1]);
    const piece = Buffer.alloc(768 * 1024, 'a');
    const room = 64 * 1024 * 1024 - text.length;
    for (let offset = 0; offset + piece.length <= room; offset += piece.length) await receive(large, offset, piece);
    const held = Math.floor(room / piece.length) * piece.length;
    await receive(large, held, Buffer.alloc(room - held, 'a'));
    expect(await seen(second)).toBe(1);
    const gone = await test.refusal('funding.previewFile', { ...grid(), file: first });
    // A grant that names no dropped file is one that no dialog gave.
    expect(gone.code).toBe('forbidden');
    const over = {
      file: large,
      name: 'd.csv',
      offset: room,
      base64: Buffer.alloc(text.length + 1).toString('base64'),
    };
    expect(await test.refusal('imports.receiveFile', over)).toEqual({
      code: 'invalid_input',
      reason: 'file_too_large',
    });
  });

  it('is undone as a whole, once nothing of it has changed', async () => {
    await apply((await preview(csv('code,category,budget', 'A,tools,100'))).previewId);
    const { changeId } = await apply((await preview(csv('code,category,budget', 'A,,200', 'B,tools,1'))).previewId);
    const { undoable } = await coordination.test.call('funding.rows', grid());
    expect(undoable[0]).toMatchObject({
      id: changeId,
      kind: 'import',
      added: 1,
      changed: 1,
      fileName: expect.stringMatching(/\.csv$/) as string,
    });
    await coordination.test.call('funding.undo', { changeId });
    expect((await rows()).map(({ code, budget }) => [code, budget])).toEqual([['A', 10_000]]);
  });

  it('is refused where a row has changed since the preview', async () => {
    await apply((await preview(csv('code,category,budget', 'A,tools,100'))).previewId);
    const { previewId } = await preview(csv('code,budget', 'A,200'));
    const [held] = (await coordination.test.call('funding.rows', grid())).rows;
    const changes: Input<'funding.save'>['changes'] = [
      { do: 'change', id: held!.id, version: held!.version, cells: { budget: 1 } },
    ];
    await coordination.test.call('funding.save', { ...grid(), changes });
    expect(await coordination.test.refusal('funding.applyFile', { previewId })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    expect((await rows()).map(({ budget }) => budget)).toEqual([1]);
  });

  it('takes a workbook’s numbers, dates and the values of its formulas', async () => {
    const path = await workbook(
      ['Code', 'Category', 'Budget for the year', 'Q1 actual', 'Name (English)'],
      [
        'A',
        'Tools and software',
        1234.5,
        { formula: '0.1+0.2', result: 0.1 + 0.2 },
        { richText: [{ text: 'in ' }, { text: 'parts' }] },
      ],
      ['B', 'Tools and software', { formula: '1/0', result: { error: '#DIV/0!' } }, null, null],
    );
    const seen = await preview(path);
    expect(
      seen.rows.map(({ verdict, problems }) => [verdict, problems.map(({ problem, text }) => `${problem} ${text}`)]),
    ).toEqual([
      ['new', []],
      ['invalid', ['not_a_number #DIV/0!']],
    ]);
    await apply(seen.previewId);
    expect(await rows()).toMatchObject([{ code: 'A', budget: 123_450, q1Actual: 30, nameEn: 'in parts' }]);
    const dated = await workbook(['Code', 'Risk'], ['x', 'y']);
    expect(
      await coordination.test.call('funding.previewFile', {
        ...grid('activities'),
        file: coordination.test.grant(dated),
      }),
    ).toMatchObject({ ignored: ['Risk'], rows: [{ verdict: 'invalid' }] });
    const activity = await workbook(
      ['Code', 'Status', 'Started on'],
      ['A', 'Under way', new Date('2026-04-01T00:00:00Z')],
    );
    await apply((await preview(activity, 'activities')).previewId);
    expect(await rows('activities')).toMatchObject([{ code: 'A', status: 'under_way', startedOn: '2026-04-01' }]);
  });

  it('drops a picture and says so', async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet('Budget');
    sheet.addRow(['Code', 'Category']);
    sheet.addRow(['A', 'tools']);
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    sheet.addImage(book.addImage({ buffer: pixel, extension: 'png' }), 'C1:D4');
    const path = pathOf('xlsx');
    await book.xlsx.writeFile(path);
    expect(await preview(path)).toMatchObject({ dropped: 1, rows: [{ verdict: 'new' }] });
  });

  it.each([
    ['a file without codes', () => csv('Category,Budget', 'tools,1'), 'column_unmapped'],
    ['an empty file', () => csv(''), 'not_a_csv'],
    ['a page', () => csv('<html><table>'), 'not_a_csv'],
    [
      'a picture',
      () => {
        const path = pathOf('csv');
        writeFileSync(path, Buffer.from('89504e470d0a1a0a', 'hex'));
        return path;
      },
      'contains_binary',
    ],
    [
      'an archive cut short',
      () => {
        const path = pathOf('xlsx');
        writeFileSync(path, Buffer.from('504b030400000000', 'hex'));
        return path;
      },
      'file_damaged',
    ],
    [
      'a workbook that unpacks without end',
      () => {
        const path = pathOf('xlsx');
        writeFileSync(path, bomb());
        return path;
      },
      'file_too_large',
    ],
  ])('refuses %s', async (_name, make, reason) => {
    const file = coordination.test.grant(make());
    expect(await coordination.test.refusal('funding.previewFile', { ...grid(), file })).toEqual({
      code: 'invalid_input',
      reason,
    });
  });
});

/** An archive of one part that says it is small and unpacks to 100 MB. */
function bomb(): Buffer {
  return zipOf([{ name: 'xl/workbook.xml', content: Buffer.alloc(100 * 1024 * 1024), said: 10 }]);
}
