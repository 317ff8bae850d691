import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { freeText } from '#contract/ground/common';
import type { ImportMapping } from '#contract/intake/imports';
import type { UnitId } from '#contract/ground/ids';
import { hidesBinary } from '../../../../db/documents/tables/detect.ts';
import { createUnitAndUser, today } from '../../../support/store.ts';
import {
  columns,
  grantOf,
  header,
  importRows,
  mappingFor,
  newJob,
  previewFile,
  previewRows,
  writeFile,
} from './support.ts';
import { it, test } from '../../../support/fixtures/shared/store.ts';

let unitId: UnitId;
let otherId: UnitId;
it.beforeAll(async () => {
  ({ unitId: otherId } = await createUnitAndUser(test, { login: 'other', code: 'U02' }));
  await importRows(test, ['2026-05-01,public,HELD-ELSEWHERE,,,,,,'], mappingFor(otherId));
  await test.signInAs('admin');
  ({ unitId } = await createUnitAndUser(test));
  await importRows(test, ['2026-05-01,public,HELD 1,,,,,,'], mappingFor(unitId));
});

async function verdictOf(row: string, mapping: ImportMapping = mappingFor(unitId)): Promise<readonly string[]> {
  const { previewId, counts, reasons } = await previewRows(test, [row], mapping);
  const verdict = (['new', 'duplicate', 'conflict', 'invalid'] as const).find((each) => counts[each] === 1)!;
  const { rows, total } = await test.call('imports.previewRows', { previewId, verdict, offset: 0, size: 10 });
  expect({ total, rows: rows.length }).toEqual({ total: 1, rows: 1 });
  expect(Object.keys(reasons).sort()).toEqual([...rows[0]!.reasons].sort());
  expect(rows[0]).toMatchObject({ verdict, line: 2 });
  return [verdict, ...rows[0]!.reasons];
}

describe('the verdict on a row', () => {
  it.each([
    ['the least', '2026-05-02,public,,,,,,,', ['new']],
    ['everything', '2026-05-02,NCECC,N-1,P1,high,words,2026-06-01,Not viable,U01', ['new']],
    ['a date and time', '2026-05-02T23:59:59-05:00,public,,,,,,,', ['new']],
    ['today', `${today},public,,,,,,,`, ['new']],
    ['blank cells to the right', '2026-05-02,public,,,,,,,,,', ['new']],
    ['a word for nothing as number', '2026-05-02,public,N/A,,,,,,', ['new']],
    ['no date', ',public,,,,,,,', ['invalid', 'date_missing']],
    ['31 February', '2026-02-31,public,,,,,,,', ['invalid', 'date_not_real']],
    ['29 February of a common year', '2025-02-29,public,,,,,,,', ['invalid', 'date_not_real']],
    ['29 February of a leap year', '2024-02-29,public,,,,,,,', ['new']],
    ['year 0001', '0001-01-01,public,,,,,,,', ['invalid', 'date_not_real']],
    ['a two-digit year', '26-05-02,public,,,,,,,', ['invalid', 'date_not_real']],
    ['day first where the year was said to be', '02/05/2026,public,,,,,,,', ['invalid', 'date_not_real']],
    ['words as a date', 'yesterday,public,,,,,,,', ['invalid', 'date_not_real']],
    ['a date with something behind it', '2026-05-02x,public,,,,,,,', ['invalid', 'date_not_real']],
    ['tomorrow', '2026-11-25,public,,,,,,,', ['invalid', 'date_in_future']],
    ['no source', '2026-05-02,,,,,,,,', ['invalid', 'source_unknown']],
    ['an unknown source', '2026-05-02,the neighbour,,,,,,,', ['invalid', 'source_unknown']],
    ['a source in French', '2026-05-02,Protection de l’enfance,,,,,,,', ['new']],
    ['an unknown band', '2026-05-02,public,,,purple,,,,', ['invalid', 'risk_band_unknown']],
    ['a band in French', '2026-05-02,public,,,TRÈS ÉLEVÉ,,,,', ['new']],
    ['an unknown unit', '2026-05-02,public,,,,,,,U99', ['invalid', 'unit_unknown']],
    ['a unit of others', '2026-05-02,public,,,,,,,u02', ['invalid', 'unit_not_yours']],
    ['a conclusion without date', '2026-05-02,public,,,,,,concluded,', ['invalid', 'conclusion_incomplete']],
    ['a date without conclusion', '2026-05-02,public,,,,,2026-06-01,,', ['invalid', 'conclusion_incomplete']],
    [
      'an open referral with a closing date',
      '2026-05-02,public,,,,,2026-06-01,En cours,',
      ['invalid', 'conclusion_incomplete'],
    ],
    ['an open referral', '2026-05-02,public,,,,,,Ouvert,', ['new']],
    ['an unknown conclusion', '2026-05-02,public,,,,,2026-06-01,eaten by the dog,', ['invalid', 'conclusion_unknown']],
    [
      'concluded before received',
      '2026-05-02,public,,,,,2026-05-01,concluded,',
      ['invalid', 'concluded_before_received'],
    ],
    ['concluded tomorrow', '2026-05-02,public,,,,,2026-11-25,concluded,', ['invalid', 'date_in_future']],
    ['concluded on no day', '2026-05-02,public,,,,,2026-06-31,concluded,', ['invalid', 'date_not_real']],
    ['a long number', `2026-05-02,public,${'9'.repeat(61)},,,,,,`, ['invalid', 'text_too_long']],
    ['a long priority', `2026-05-02,public,,${'p'.repeat(41)},,,,,`, ['invalid', 'text_too_long']],
    ['a long summary', `2026-05-02,public,,,,${'word '.repeat(801)},,,`, ['invalid', 'text_too_long']],
    ['the longest summary', `2026-05-02,public,,,,${'word '.repeat(799)}12345,,,`, ['new']],
    ['a data URI', '2026-05-02,public,,,,"see data:image/png;base64,iVBORw0KGgo=",,,', ['invalid', 'contains_binary']],
    ['a base64 block', `2026-05-02,public,,,,${'QUJD'.repeat(70)},,,`, ['invalid', 'contains_binary']],
    ['a column too few', '2026-05-02,public,,,,,,', ['invalid', 'wrong_number_of_columns']],
    ['a column too many', '2026-05-02,public,,,,,,,,surplus', ['invalid', 'wrong_number_of_columns']],
    [
      'all that is wrong at once',
      '2026-02-31,?!,,,purple,,,,U99',
      ['invalid', 'date_not_real', 'source_unknown', 'risk_band_unknown', 'unit_unknown'],
    ],
    ['a held number', '2026-05-01,public,held-1,,,,,,', ['duplicate', 'held_already']],
    ['a held number with another date', '2026-05-02,public,HELD_1,,,,,,', ['conflict', 'held_with_other_date']],
    ['a number held by others', '2026-05-01,public,Held Elsewhere,,,,,,', ['conflict', 'held_with_other_unit']],
    [
      'a number held by others with another date',
      '2026-05-02,public,held elsewhere,,,,,,',
      ['conflict', 'held_with_other_date', 'held_with_other_unit'],
    ],
    ['a held number in a row that is wrong', '2026-05-01,,held-1,,,,,,', ['invalid', 'source_unknown']],
  ])('%s', async (_, row, expected) => {
    expect(await verdictOf(row)).toEqual(expected);
  });

  it.each([
    ['day_first', '03/02/2026', 'new'],
    ['day_first', '31-01-2026', 'new'],
    ['day_first', '31.01.2026 14h05', 'new'],
    ['day_first', '01/31/2026', 'invalid'],
    ['day_first', '31/02/2026', 'invalid'],
    ['month_first', '01/31/2026 2:05 PM', 'new'],
    ['month_first', '31/01/2026', 'invalid'],
    ['month_first', '2026-01-31', 'new'],
  ] as const)('reads %s: %s', async (dateOrder, date, verdict) => {
    expect((await verdictOf(`${date},public,,,,,,,`, mappingFor(unitId, { dateOrder })))[0]).toBe(verdict);
  });

  it('uses the default source where the column is blank or says nothing that is known', async () => {
    const mapping = mappingFor(unitId, { sourceDefault: 'other' });
    expect(await verdictOf('2026-05-02,,,,,,,,', mapping)).toEqual(['new']);
    expect(await verdictOf('2026-05-02,the neighbour,,,,,,,', mapping)).toEqual(['new']);
  });

  it('takes a date as a conclusion where no column names it', async () => {
    const { conclusion, ...rest } = columns;
    expect(conclusion).toBe(7);
    expect(await verdictOf('2026-05-02,public,,,,,2026-06-01,,', mappingFor(unitId, { columns: rest }))).toEqual([
      'new',
    ]);
  });

  it('calls a number that came before in the file a duplicate, or a conflict with another date, unless the earlier row is wrong', async () => {
    const { previewId, counts } = await previewRows(
      test,
      [
        '2026-02-31,public,T-1,,,,,,',
        '2026-05-03,public,T1,,,,,,',
        '2026-05-03,public,t/1,,,,,,',
        '2026-05-12,public,t 1,,,,,,',
        '2026-05-03,public,-,,,,,,',
        '2026-05-03,public,-,,,,,,',
      ],
      mappingFor(unitId),
    );
    expect(counts).toEqual({ new: 3, duplicate: 1, conflict: 1, invalid: 1 });
    const said = async (verdict: 'duplicate' | 'conflict') =>
      (await test.call('imports.previewRows', { previewId, verdict, offset: 0, size: 10 })).rows;
    expect(await said('conflict')).toMatchObject([{ line: 5, reasons: ['twice_with_other_facts'] }]);
    expect(await said('duplicate')).toMatchObject([
      {
        line: 4,
        verdict: 'duplicate',
        reasons: ['twice_in_file'],
        cells: ['2026-05-03', 'public', 't/1', '', '', '', '', '', ''],
      },
    ]);
  });

  it('names the line on which a row begins, past empty lines and line breaks in quotes', async () => {
    const text = `${header}\r\n\r\n2026-05-02,public,,,,"one\r\ntwo\r\nthree",,,\r\n,,,,,,,,\r\n2026-02-31,public,,,,,,,\r\n`;
    const { previewId, rows, counts } = await previewFile(test, writeFile(test, text), mappingFor(unitId));
    expect({ rows, counts }).toEqual({ rows: 2, counts: { new: 1, duplicate: 0, conflict: 0, invalid: 1 } });
    const line = async (verdict: 'new' | 'invalid') =>
      (await test.call('imports.previewRows', { previewId, verdict, offset: 0, size: 1 })).rows[0]!.line;
    expect([await line('new'), await line('invalid')]).toEqual([3, 7]);
  });

  it('gives windows on the rows of a verdict', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) =>
      index % 5 === 0 ? `,public,${index},,,,,,` : `2026-05-02,public,W${index},,,,,,`,
    );
    const { previewId, counts } = await previewRows(test, rows, mappingFor(unitId));
    expect(counts).toMatchObject({ new: 2000, invalid: 500 });
    const window = await test.call('imports.previewRows', { previewId, verdict: 'invalid', offset: 198, size: 4 });
    expect({ total: window.total, lines: window.rows.map((each) => each.line) }).toEqual({
      total: 500,
      lines: [992, 997, 1002, 1007],
    });
    expect(
      (await test.call('imports.previewRows', { previewId, verdict: 'invalid', offset: 500, size: 4 })).rows,
    ).toEqual([]);
  });

  it('keeps the last preview only', async () => {
    const first = await previewRows(test, ['2026-05-02,public,,,,,,,'], mappingFor(unitId));
    await previewRows(test, ['2026-05-02,public,,,,,,,'], mappingFor(unitId));
    const ask = { previewId: first.previewId, verdict: 'new', offset: 0, size: 1 } as const;
    expect(await test.refusal('imports.previewRows', ask)).toEqual({ code: 'not_found' });
    expect(await test.refusal('imports.apply', { previewId: first.previewId, jobId: newJob() })).toEqual({
      code: 'not_found',
    });
  });

  it('is audited once, with counts and without a value', async () => {
    const raw = test.store.requireUnlocked().raw;
    const count = (): number => raw.prepare('SELECT count(*) FROM audit_entry').pluck().get() as number;
    const before = count();
    await previewRows(test, ['2026-05-02,public,SECRET-7,,,words,,,', ',,,,,,,,x'], mappingFor(unitId));
    expect(count()).toBe(before + 1);
    const last = raw.prepare('SELECT method, facts FROM audit_entry ORDER BY sequence DESC LIMIT 1').get() as {
      method: string;
      facts: string;
    };
    expect({ method: last.method, ...(JSON.parse(last.facts) as object) }).toMatchObject({
      method: 'imports.preview',
      rows: 2,
      new: 1,
      invalid: 1,
    });
    expect(last.facts).not.toContain('SECRET');
  });
});

describe('a mapping that cannot do', () => {
  const refusal = (mapping: ImportMapping) =>
    test.refusal('imports.preview', {
      file: grantOf(test, writeFile(test, `${header}\n2026-05-02,public,,,,,,,\n`)),
      reading: { kind: 'csv', encoding: 'utf-8', separator: ',' },
      mapping,
      jobId: newJob(),
    });
  it.each([
    ['no date', { columns: { source: 1 } }],
    ['no source and no default', { columns: { receivedOn: 0 } }],
    ['a column that the file has not', { columns: { receivedOn: 0, source: 1, summary: 9 } }],
  ])('is refused: %s', async (_, change) => {
    expect(await refusal(mappingFor(unitId, change))).toEqual({ code: 'invalid_input', reason: 'column_unmapped' });
  });
  it('is refused: no unit', async () => {
    expect(await refusal({ ...mappingFor(null), columns: { receivedOn: 0, source: 1 } })).toEqual({
      code: 'invalid_input',
      reason: 'column_unmapped',
    });
  });
  it('is refused: a unit of others, a source that is none', async () => {
    expect(await refusal(mappingFor(otherId))).toEqual({ code: 'forbidden' });
    expect(await refusal(mappingFor(unitId, { sourceDefault: 'neighbour' }))).toEqual({ code: 'invalid_input' });
  });
  it('is for officers only', async () => {
    await test.signInAs('admin');
    expect(await refusal(mappingFor(unitId))).toEqual({ code: 'forbidden' });
    expect(await test.refusal('imports.list', {})).toEqual({ code: 'forbidden' });
    await test.signInAs('officer');
  });
});

describe('hidden binaries', () => {
  it('are those that the contract refuses in a text', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.integer({ min: 200, max: 260 }).map((length) => 'Ab9/'.repeat(70).slice(0, length)),
      fc.constantFrom('data:image/png;base64', 'DATA:x/y;base64,', 'data:text/plain,', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const text = pieces.join('');
        expect(hidesBinary(text)).toBe(!freeText.safeParse(text).success);
      }),
      { numRuns: 2000 },
    );
  });
});
