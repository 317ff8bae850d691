import { appendFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { grantOf, newJob, previewFile, writeFile } from './support.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const windows1252 = new Map([
  ['’', 0x92],
  ['œ', 0x9c],
  ['€', 0x80],
]);

function encode(text: string, encoding: 'utf-8' | 'windows-1252'): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  return Buffer.from(Array.from(text, (each) => windows1252.get(each) ?? each.charCodeAt(0)));
}

const inspect = (content: string | Uint8Array) =>
  test.call('imports.inspect', { file: grantOf(test, writeFile(test, content)) });
const refusalOf = (content: string | Uint8Array) =>
  test.refusal('imports.inspect', { file: grantOf(test, writeFile(test, content)) });

const table = [
  ['Date de réception', 'Source', 'Numéro', 'Priorité', 'Niveau de risque', 'Résumé'],
  ['23/11/2026', 'École', 'A-1', 'Élevée', 'Très élevé', 'Propos reçus, par l’école; à vérifier: 12 € et un cœur'],
  ['02/01/2026', 'Cyberaide.ca', 'A-2', '', '', 'Il a dit "non"'],
];

describe('inspecting a file', () => {
  const cases = (['utf-8', 'utf-8 with mark', 'windows-1252'] as const).flatMap((coding) =>
    ([',', ';', '\t'] as const).flatMap((separator) =>
      (['\n', '\r\n'] as const).map((end) => ({ coding, separator, end })),
    ),
  );
  it.each(cases)('finds $coding, $separator, $end', async ({ coding, separator, end }) => {
    const quote = (cell: string): string => (/[",;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const text = table.map((cells) => cells.map(quote).join(separator)).join(end) + end;
    const encoding = coding === 'windows-1252' ? 'windows-1252' : 'utf-8';
    const found = await inspect(encode(coding === 'utf-8 with mark' ? `\u{feff}${text}` : text, encoding));
    expect(found).toEqual({
      reading: { kind: 'csv', encoding, separator },
      sheets: [],
      alike: [],
      columns: table[0]!.map((name, column) => ({
        name,
        samples: [table[1]![column], table[2]![column]].filter((each) => each !== ''),
      })),
      suggested: {
        columns: { receivedOn: 0, source: 1, externalNumber: 2, priorityReceived: 3, riskBand: 4, summary: 5 },
        dateOrder: 'day_first',
        unitId,
        sourceDefault: null,
      },
      firstLines: table.map((cells, index) => ({
        line: index + 1,
        text: cells.filter((each) => each !== '').join(' · '),
      })),
      hasUnitLines: false,
      remembered: null,
    });
    const path = writeFile(test, encode(coding === 'utf-8 with mark' ? `\u{feff}${text}` : text, encoding));
    const preview = await previewFile(test, path, found.suggested, { reading: found.reading });
    expect(preview.counts).toEqual({ new: 2, duplicate: 0, conflict: 0, invalid: 0 });
    const { importId } = await test.call('imports.apply', { previewId: preview.previewId, jobId: newJob() });
    const { rows } = await test.call('referrals.list', {
      filter: { importId },
      sort: { column: 'receivedOn', descending: true },
      from: { at: 'start' },
      size: 10,
    });
    expect(rows.map((row) => [row.source, row.riskBand, row.summary])).toEqual([
      ['school', 'very_high', table[1]![5]],
      ['cybertip', null, table[2]![5]],
    ]);
  });

  it('lets the last line of a long file decide the encoding', async () => {
    const lines = 'Received,Summary\n' + '2026-01-02,plain words\n'.repeat(40_000);
    expect((await inspect(lines)).reading).toMatchObject({ encoding: 'utf-8' });
    expect((await inspect(encode(`${lines}2026-01-02,déjà vu\n`, 'windows-1252'))).reading).toMatchObject({
      encoding: 'windows-1252',
    });
    // Two- and three-byte characters fall on every edge of the pieces that are read.
    expect((await inspect('Received,Summary\n' + '2026-01-02,é’x\n'.repeat(40_000))).reading).toMatchObject({
      encoding: 'utf-8',
    });
    expect((await inspect(Buffer.concat([Buffer.from(lines), Buffer.from([0xc3])]))).reading).toMatchObject({
      encoding: 'windows-1252',
    });
  });

  it.each([
    ['1/2/2026', '3/14/2026', 'month_first'],
    ['1/2/2026', '14/3/2026', 'day_first'],
    ['1/2/2026', '3/4/2026', 'day_first'],
    ['2026-01-02', '2026-03-14', 'year_first'],
    ['2026/1/2 13:05', '20260314', 'year_first'],
  ] as const)('guesses the order of %s and %s', async (first, second, order) => {
    expect((await inspect(`Received,Source\n${first},public\n${second},public\n`)).suggested.dateOrder).toBe(order);
  });

  it('reads the English names too, takes the first of two columns of one name, and lets unknown ones be', async () => {
    const { suggested } = await inspect(
      'Shelf;Occurrence number;RECEIVED_ON;Unit;Status;Date closed;Received on\n1;2;3;4;5;6;7\n',
    );
    expect(suggested.columns).toEqual({ externalNumber: 1, receivedOn: 2, unitCode: 3, conclusion: 4, concludedOn: 5 });
  });

  it('takes one column whose name says what it is, with a separator chosen by hand if need be', async () => {
    expect((await inspect('Received\n2026-01-02\n')).columns).toEqual([{ name: 'Received', samples: ['2026-01-02'] }]);
    const file = grantOf(test, writeFile(test, 'a,b;c\n1,2;3\n'));
    const chosen = await test.call('imports.inspect', {
      file,
      reading: { kind: 'csv', encoding: 'utf-8', separator: ';' },
    });
    expect(chosen.columns.map((each) => each.name)).toEqual(['a,b', 'c']);
  });

  it('reads UTF-16 of either order by its mark', async () => {
    const text = '\u{feff}Received\tSource\n2026-01-02\tÉcole\n';
    const little = Buffer.from(text, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const found = await inspect(bytes);
      expect(found.reading).toEqual({ kind: 'csv', encoding: 'utf-16', separator: '\t' });
      expect(found.columns[1]).toEqual({ name: 'Source', samples: ['École'] });
    }
  });

  it('finds the names of the columns under titles, and the columns by what they hold', async () => {
    const titles = 'Register of referrals;;;\nPrinted on 2 March 2026;;;\n;;;\n';
    const rows = ['1;12 janv. 2026;Citoyen;E-1', '2;14 janv. 2026;DPJ;E-2', '3;3 févr. 2026;Public;E-3'];
    const { suggested, firstLines, columns } = await inspect(
      `${titles}No;Date réception;Provenance;No de dossier\n${rows.join('\n')}\n`,
    );
    expect(suggested).toMatchObject({ headerRow: 2, columns: { receivedOn: 1, source: 2, externalNumber: 3 } });
    expect(firstLines[2]).toEqual({ line: 4, text: 'No · Date réception · Provenance · No de dossier' });
    expect(columns.map(({ name }) => name)).toEqual(['No', 'Date réception', 'Provenance', 'No de dossier']);
  });

  it('reads long summaries with line breaks in quotes, wherever the first look ends', async () => {
    const summary = 'first line\nsecond, line\n'.repeat(120);
    const found = await inspect('Received,Summary\n' + `2026-01-02,"${summary}"\n`.repeat(150));
    expect(found).toMatchObject({ reading: { separator: ',' }, columns: [{ name: 'Received' }, { name: 'Summary' }] });
    expect(found.columns[1]!.samples[0]).toMatch(/^first line\nsecond, line\n/);
  });

  it('remembers the mapping of the last import of a file with this header', async () => {
    const text = 'Shelf,When,What\nx,02/03/2026,words\n';
    const { suggested } = await inspect(text);
    expect(suggested.columns).toEqual({});
    const mapping = {
      ...suggested,
      columns: { receivedOn: 1, summary: 2 },
      dateOrder: 'month_first',
      sourceDefault: 'public',
    } as const;
    const { previewId } = await previewFile(test, writeFile(test, text), mapping);
    expect(await inspect(text)).toMatchObject({ remembered: null });
    await test.call('imports.apply', { previewId, jobId: newJob() });
    expect(await inspect('SHELF;when;Whát\n1;2;3\n')).toMatchObject({
      remembered: { name: null, fileName: 'referrals.csv', columns: ['Shelf', 'When', 'What'] },
      suggested: mapping,
    });
  });
});

describe('a file that is no table', () => {
  const png = Buffer.from('89504e470d0a1a0a', 'hex');
  const block = 'QUJD'.repeat(80);
  it.each([
    ['an empty file', '', 'file_empty'],
    ['blank lines only', '\n\n  \n', 'not_a_csv'],
    ['prose', 'Dear colleagues\nthis is a letter\n', 'not_a_csv'],
    ['JSON', '[{"received":"2026-01-02","source":"public"}]', 'not_a_csv'],
    ['XML', '<?xml version="1.0"?><a b="1,2"/>', 'not_a_csv'],
    ['half a character of UTF-16', Buffer.from('fffe520065', 'hex'), 'not_a_csv'],
    ['a quote that is never closed', `Received,Source\n"2026-01-02,public\n${'x,y\n'.repeat(10)}`, 'not_a_csv'],
    ['a picture', png, 'contains_binary'],
    ['a JPEG', Buffer.from('ffd8ffe0', 'hex'), 'contains_binary'],
    ['a broken ZIP or XLSX', Buffer.from('504b030414', 'hex'), 'file_damaged'],
    ['a PDF', '%PDF-1.7 Received,Source', 'contains_binary'],
    ['a zero byte', 'Received,Source\n2026-01-02,pub\0lic\n', 'contains_binary'],
    ['a data URI', 'data:image/png;base64,iVBORw0KGgo=', 'contains_binary'],
    ['a base64 block', `${block}\n`, 'contains_binary'],
  ])('is refused: %s', async (_, content, reason) => {
    expect(await refusalOf(content)).toEqual({ code: 'invalid_input', reason });
  });

  it('is refused where the zero byte comes far behind, by the preview too', async () => {
    const path = writeFile(test, 'Received,Source\n' + '2026-01-02,public\n'.repeat(60_000));
    appendFileSync(path, Buffer.from([0]));
    const file = grantOf(test, path);
    const refused = { code: 'invalid_input', reason: 'contains_binary' };
    expect(await test.refusal('imports.inspect', { file })).toEqual(refused);
    const mapping = {
      columns: { receivedOn: 0, source: 1 },
      dateOrder: 'year_first',
      unitId,
      sourceDefault: null,
    } as const;
    expect(
      await test.refusal('imports.preview', {
        file,
        reading: { kind: 'csv', encoding: 'utf-8', separator: ',' },
        mapping,
        jobId: newJob(),
      }),
    ).toEqual(refused);
  });

  it('is refused when bytes are not of the encoding that was chosen', async () => {
    const file = grantOf(test, writeFile(test, encode('Received,Source\n2026-01-02,École\n', 'windows-1252')));
    const mapping = {
      columns: { receivedOn: 0, source: 1 },
      dateOrder: 'year_first',
      unitId,
      sourceDefault: null,
    } as const;
    expect(
      await test.refusal('imports.preview', {
        file,
        reading: { kind: 'csv', encoding: 'utf-8', separator: ',' },
        mapping,
        jobId: newJob(),
      }),
    ).toEqual({ code: 'invalid_input', reason: 'not_a_csv' });
  });

  it.each(['x', '"'])('is refused when one cell has 50 MB (it begins with %s), without keeping it', async (start) => {
    const path = writeFile(test, `Received,Source\n2026-01-02,${start}`);
    for (let part = 0; part < 50; part += 1) appendFileSync(path, 'word '.repeat(200_000));
    const file = grantOf(test, path);
    const mapping = {
      columns: { receivedOn: 0, source: 1 },
      dateOrder: 'year_first',
      unitId,
      sourceDefault: null,
    } as const;
    const before = process.memoryUsage().heapUsed;
    expect(
      await test.refusal('imports.preview', {
        file,
        reading: { kind: 'csv', encoding: 'utf-8', separator: ',' },
        mapping,
        jobId: newJob(),
      }),
    ).toEqual({ code: 'invalid_input', reason: 'not_a_csv' });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(40e6);
  });

  it('is refused when it is gone', async () => {
    const file = grantOf(test, `${test.parent}/gone.csv`);
    expect(await test.refusal('imports.inspect', { file })).toMatchObject({ code: 'not_found' });
  });
});
