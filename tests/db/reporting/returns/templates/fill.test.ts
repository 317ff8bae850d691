import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect } from 'vitest';
import type { Output } from '#contract/index';
import type { TemplateCell } from '#contract/reporting/templates';
import { zipEntries } from '../../../../../db/documents/files/zip.ts';
import { archiveOf, partsOf as binaryPartsOf, type Parts } from '../../../../../db/documents/workbook/archive.ts';
import { partsOf } from '../../../../support/archive.ts';
import { resolve } from '../../../../../db/reporting/returns/templates/resolve.ts';
import { isWhole } from '../../../../support/whole.ts';
import { it, held } from '../../../../support/fixtures/shared/exportedReturn.ts';

/** Made by another program than the one that fills it: merged cells, formulas, styles, lists, a hidden sheet. */
const form = join(import.meta.dirname, 'funderForm.xlsx');
const sheet = 'Quarterly form';
const cells: readonly TemplateCell[] = [
  { sheet, cell: 'B3', source: { kind: 'fact', fact: 'recipient', language: 'fr' } },
  { sheet, cell: 'F3', source: { kind: 'fact', fact: 'period_end', language: 'fr' } },
  { sheet, cell: 'B6', source: { kind: 'indicator', code: 'R1', unitCode: null, part: 'value', language: 'fr' } },
  { sheet, cell: 'C6', source: { kind: 'indicator', code: 'R1', unitCode: null, part: 'previous', language: 'fr' } },
  { sheet, cell: 'B7', source: { kind: 'ledger', unitCode: null, column: 'concluded', month: null } },
  // The second unit cannot give its charges.
  { sheet, cell: 'B8', source: { kind: 'indicator', code: 'C1', unitCode: 'U02', part: 'value', language: 'fr' } },
  // Inside the merged range A11:F14, not its first cell.
  { sheet, cell: 'C12', source: { kind: 'narrative', section: 'progress', language: 'fr' } },
  { sheet, cell: 'B16', source: { kind: 'fact', fact: 'actuals', language: 'en' } },
];
let saved: Output<'templates.save'>;
let exported: Output<'returns.export'>;
const mapping = {
  name: 'Yearly form',
  fileName: 'funderForm.xlsx',
  sha256: 'a'.repeat(64),
  whenMissing: 'symbol',
} as const;

const exportWith = (templateId: string, path = form) => {
  const { test } = held.coordination;
  return {
    returnId: held.locked.id,
    folder: test.grant(held.outbox) as never,
    templateIds: [templateId as never],
    templateFiles: [test.grant(path) as never],
  };
};
const filledIn = (folder: string) => readFileSync(join(held.outbox, folder, 'funder-template.xlsx'));

it.beforeAll(async () => {
  const { test } = held.coordination;
  saved = await test.call('templates.save', { ...mapping, cells: [...cells] });
  exported = await test.call('returns.export', exportWith(saved.id));
}, 120_000);

describe('a funder\u2019s workbook filled from a locked return', () => {
  it('goes with others, each under its mapping’s name, and never without its file', async () => {
    const { test } = held.coordination;
    const names = ['Province: form A', 'province? form a', '!!'];
    const ids = [];
    for (const name of names) ids.push((await test.call('templates.save', { ...mapping, name, cells: [...cells] })).id);
    const returnId = held.locked.id;
    const folder = test.grant(held.outbox) as never;
    const files = names.map(() => test.grant(form) as never);
    const several = { returnId, folder, templateIds: ids as never[], templateFiles: files };
    const made = (await test.call('returns.export', several)).files.map(({ name }) => name);
    expect(made.filter((name) => name.startsWith('funder-template'))).toEqual([
      'funder-template-Province-form-A-1.xlsx',
      'funder-template-province-form-a-2.xlsx',
      'funder-template-3.xlsx',
    ]);
    expect(await test.refusal('returns.export', { ...several, templateFiles: files.slice(1) })).toMatchObject({
      code: 'invalid_input',
    });
  });

  it('holds the figures of the return, and the symbol where there is none, never a zero', async () => {
    const sheets = await readXlsxFile(filledIn(exported.folderName));
    const rows = sheets.find((each) => each.sheet === sheet)?.data ?? [];
    const at = (cell: string) => rows[Number(cell.slice(1)) - 1]?.[cell.charCodeAt(0) - 65] ?? null;
    expect({
      recipient: at('B3'),
      referrals: at('B6'),
      before: at('C6'),
      charges: at('B8'),
      progress: at('A11'),
      actuals: at('B16'),
    }).toEqual({
      recipient: 'Ministère de l\u2019Invention',
      referrals: held.content.values.find((each) => each.code === 'R1' && each.unitCode === null)?.value,
      before: held.content.values.find((each) => each.code === 'R1' && each.unitCode === null)?.previous,
      charges: '..',
      progress: held.content.narrative.progress.fr,
      actuals: 'Preliminary',
    });
    expect(at('F3')).toEqual(new Date('2026-09-30T00:00:00Z'));
    const concluded = held.content.ledger.reduce((sum, { line }) => sum + (line.terms.concluded ?? NaN), 0);
    expect(at('B7')).toBe(concluded);
  });

  it('keeps merged cells, formulas, lists, rules, styles, names and hidden sheets, and is computed anew on opening', async () => {
    const [before, after] = await Promise.all([partsOf(readFileSync(form)), partsOf(filledIn(exported.folderName))]);
    const found = (parts: ReadonlyMap<string, string>, part: string, pattern: RegExp) =>
      [...(parts.get(part) ?? '').matchAll(pattern)]
        .map((each) => each[1]?.replaceAll('&quot;', '"').replaceAll('&apos;', "'"))
        .sort();
    const pages = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml'];
    for (const page of pages) {
      for (const kept of [/<mergeCell ref="([^"]+)"/g, /<f>([^<]+)<\/f>/g, /<formula1>([^<]+)</g])
        expect(found(after, page, kept), `${page} ${String(kept)}`).toEqual(found(before, page, kept));
      expect(after.get(page), page).not.toMatch(/<\/f><v>/);
    }
    expect(found(before, pages[0]!, /<f>([^<]+)<\/f>/g)).toHaveLength(7);
    expect(after.get(pages[0]!)).toMatch(/<conditionalFormatting sqref="D6:D8"/);
    expect(after.get(pages[0]!)).toContain('orientation="landscape"');
    expect(after.get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(after.get('xl/workbook.xml')).toMatch(
      /<sheet [^>]*name="Instructions"[^>]*state="hidden"|state="hidden"[^>]*name="Instructions"/,
    );
    expect(after.get('xl/workbook.xml')).toMatch(/<definedName name="Targets"/);
    expect(after.get('xl/styles.xml')).toContain('Georgia');
    expect(after.get('xl/styles.xml')).toContain('dd/mm/yyyy');
    expect(after.get('xl/styles.xml')).toContain('double');
  });

  it('stands in the export\u2019s manifest, the same each time', async () => {
    const { test } = held.coordination;
    const again = await test.call('returns.export', exportWith(saved.id));
    expect(filledIn(again.folderName).equals(filledIn(exported.folderName))).toBe(true);
    const manifest = JSON.parse(readFileSync(join(held.outbox, exported.folderName, 'manifest.json'), 'utf8')) as {
      readonly files: readonly { readonly name: string; readonly sha256: string }[];
    };
    const listed = exported.files.find((each) => each.name === 'funder-template.xlsx');
    expect(manifest.files.find((each) => each.name === 'funder-template.xlsx')?.sha256).toBe(listed?.sha256);
    expect(listed).toBeDefined();
  });

  it('leaves the cell empty where the mapping wants it so', async () => {
    const { test } = held.coordination;
    const blank = await test.call('templates.save', {
      ...mapping,
      name: 'Blank',
      whenMissing: 'blank',
      cells: [...cells],
    });
    const { folderName } = await test.call('returns.export', exportWith(blank.id));
    const parts = await partsOf(filledIn(folderName));
    const [, cell] = /<c r="B8"[^>]*?(\/>|>.*?<\/c>)/.exec(parts.get('xl/worksheets/sheet1.xml') ?? '') ?? [];
    expect(cell).toBe('/>');
  });

  it('is not made where the mapping does not fit the workbook, and nothing else is either', async () => {
    const { test } = held.coordination;
    const folders = readdirSync(held.outbox).length;
    const source = { kind: 'fact', fact: 'version', language: 'en' } as const;
    for (const [name, wrong, reason] of [
      ['Formula', { sheet, cell: 'B9', source }, 'template_cell_formula'],
      ['Elsewhere', { sheet: 'Form 2', cell: 'B9', source }, 'template_sheet_missing'],
    ] as const) {
      const { id } = await test.call('templates.save', { ...mapping, name, cells: [wrong] });
      expect(await test.refusal('returns.export', exportWith(id))).toEqual({ code: 'conflict', reason });
    }
    const text = join(test.parent, 'notes.xlsx');
    writeFileSync(text, 'no workbook');
    expect(await test.refusal('returns.export', exportWith(saved.id, text))).toEqual({
      code: 'invalid_input',
      reason: 'not_a_workbook',
    });
    expect(readdirSync(held.outbox)).toHaveLength(folders);
    expect(existsSync(join(held.outbox, 'funder-template.xlsx'))).toBe(false);
  });

  it('keeps the ending with which a spreadsheet program opens it: a form with macros stays one, with its macros', async () => {
    const types = '[Content_Types].xml';
    const parts = new Map(await binaryPartsOf(readFileSync(form)));
    const macro = new Uint8Array([208, 207, 17, 224]);
    const text = Buffer.from(parts.get(types)!).toString();
    const retyped = (type: string): Parts =>
      new Map([
        ...parts,
        [types, Buffer.from(text.replace(/application\/[^"]*sheet\.main\+xml/, type))],
        ['xl/vbaProject.bin', macro],
      ]);
    const path = join(held.coordination.test.parent, 'form.xlsm');
    const kinds = [
      ['application/vnd.ms-excel.sheet.macroEnabled.main+xml', 'xlsm'],
      ['application/vnd.ms-excel.template.macroEnabled.main+xml', 'xltm'],
      ['application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml', 'xltx'],
    ] as const;
    for (const [type, ending] of isWhole ? kinds : kinds.slice(0, 1)) {
      writeFileSync(path, archiveOf(retyped(type)));
      const { files, folderName } = await held.coordination.test.call('returns.export', exportWith(saved.id, path));
      const made = files.map(({ name }) => name).filter((name) => name.startsWith('funder-template'));
      expect(made).toEqual([`funder-template.${ending}`]);
      const after = await binaryPartsOf(readFileSync(join(held.outbox, folderName, made[0]!)));
      expect(Buffer.from(after.get('xl/vbaProject.bin')!).equals(macro)).toBe(true);
      expect(Buffer.from(after.get(types)!).toString()).toContain(type);
    }
  });

  it('says beforehand what each cell would hold', async () => {
    const { values } = await held.coordination.test.call('templates.preview', {
      returnId: held.locked.id,
      cells: [...cells],
    });
    expect(values).toEqual([
      'Ministère de l\u2019Invention',
      '2026-09-30',
      174,
      166,
      expect.any(Number),
      null,
      held.content.narrative.progress.fr,
      'Preliminary',
    ]);
  });

  it('takes coverage, the interval of the estimate, amounts of the registers, categories and fixed text', async () => {
    const { total } = held.content.counterfactual!;
    const asked = [
      [{ kind: 'indicator', code: 'C1', unitCode: null, part: 'covered', language: 'en' }, 1],
      [{ kind: 'indicator', code: 'C1', unitCode: null, part: 'asked', language: 'en' }, 2],
      // The second unit gave its charges in the quarter before and not in this one: nothing is compared.
      [{ kind: 'indicator', code: 'C1', unitCode: null, part: 'change', language: 'en' }, null],
      [{ kind: 'estimate', unitCode: null, part: 'avoided_low80' }, Math.round(total!.avoided.p10)],
      [{ kind: 'estimate', unitCode: null, part: 'grade' }, total!.evidence!.grade],
      [{ kind: 'estimate', unitCode: null, part: 'actual' }, total!.backlogNow],
      [{ kind: 'budget', line: null, column: 'actual' }, null],
      [{ kind: 'cash', row: 'balance', quarter: null }, null],
      [{ kind: 'category', code: 'V1', unitCode: null, by: 'gender', category: 'unknown' }, null],
      [{ kind: 'text', text: 'Form 7' }, 'Form 7'],
    ] as const;
    const { values } = await held.coordination.test.call('templates.preview', {
      returnId: held.locked.id,
      cells: asked.map(([source], index) => ({ sheet, cell: `H${String(index + 1)}`, source })),
    });
    expect(values).toEqual(asked.map(([, value]) => value));
  });

  it('has no charge under a section that did not occur where charges are broken down, and none known elsewhere', () => {
    const charges = (unitsCovered: number) => ({
      content: {
        values: [
          {
            ...{ code: 'C1', unitCode: null, value: 3, breakdowns: [{ by: 'offence_section', unitsCovered }] },
            parts: unitsCovered === 0 ? [] : [{ by: 'offence_section', category: '163.1(4)', value: 3 }],
          },
        ],
      },
    });
    const at = (category: string, covered: number) =>
      resolve(charges(covered) as never, {
        kind: 'category',
        code: 'C1',
        unitCode: null,
        by: 'offence_section',
        category,
      });
    expect([at('163.1(4)', 2), at('172.1(1)', 2), at('172.1(1)', 0)]).toEqual([3, 0, null]);
  });
});

describe('a funder\u2019s workbook looked into', () => {
  it('shows its sheets with what they hold, merged cells as one, formulas as such', async () => {
    const { test } = held.coordination;
    const copy = join(test.parent, 'copy.xlsx');
    copyFileSync(form, copy);
    const found = await test.call('templates.inspect', { file: test.grant(copy) });
    expect(found).toMatchObject({ fileName: 'copy.xlsx' });
    expect(found.sheets.map(({ name, cut }) => [name, cut])).toEqual([
      [sheet, false],
      ['Summary', false],
      ['Instructions', false],
    ]);
    const shown = found.sheets[0]?.rows.flatMap((each) => each.cells) ?? [];
    expect(shown.find((each) => each.cell === 'A1')).toEqual({
      cell: 'A1',
      text: 'Programme report (fictitious form)',
      formula: false,
      across: 6,
      down: 1,
    });
    expect(shown.find((each) => each.cell === 'A11')).toMatchObject({ across: 6, down: 4 });
    expect(shown.find((each) => each.cell === 'C12')).toBeUndefined();
    expect(shown.find((each) => each.cell === 'B9')).toMatchObject({ formula: true });
  });

  it('lists an archive by what it says of itself', async () => {
    const entries = await zipEntries(readFileSync(form));
    expect(entries.map((each) => each.name)).toContain('xl/workbook.xml');
    expect(entries.every((each) => each.size > 0)).toBe(true);
  });
});

describe('saved mappings', () => {
  it('have one name each, are changed on the version that was seen, and can be removed', async () => {
    const { test } = held.coordination;
    const [one] = cells;
    expect(await test.refusal('templates.save', { ...mapping, cells: [one!] })).toEqual({
      code: 'conflict',
      reason: 'name_taken',
    });
    const next = await test.call('templates.save', { ...mapping, ...saved, cells: [...cells] });
    expect(next).toEqual({ id: saved.id, version: 2 });
    expect(await test.refusal('templates.remove', saved)).toEqual({ code: 'conflict', reason: 'version_conflict' });
    await test.call('templates.remove', next);
    const { templates } = await test.call('templates.list', {});
    expect(templates.map((each) => each.name)).not.toContain(mapping.name);
  });
});
