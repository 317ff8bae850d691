import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { describe, expect } from 'vitest';
import { referralSource, riskBand } from '#contract/ground/codes';
import type { FileGrant, JobId } from '#contract/ground/ids';
import { cellWords, referralCells, type CellText, type CellWords } from '#contract/casework/listCells';
import type { Input, Output } from '#contract/index';
import type { ReferralFilter, ReferralRow } from '#contract/casework/referrals';
import { streamFileAtomically } from '../../../../db/ground/kernel/atomicFile.ts';
import { writeCsv, writeWorkbook, type Sheet } from '../../../../db/casework/lists/write.ts';
import { copyOfUnit, refuseAudit } from '../../../support/store.ts';
import { it, test, unitId, userId } from '../../../support/fixtures/shared/unit.ts';

const words = Object.fromEntries(cellWords.referrals.map((key) => [key, `«${key.slice(key.lastIndexOf('.') + 1)}»`]));
const ids = Object.keys(referralCells) as (keyof typeof referralCells)[];
const cells: Readonly<Record<(typeof ids)[number], CellText<ReferralRow>>> = referralCells;

it.beforeAll(async () => {
  for (let index = 0; index < 60; index += 1) {
    const { id } = await test.call('referrals.log', {
      unitId,
      source: referralSource.options[index % 4] ?? 'ncecc',
      receivedOn: `2026-0${String(1 + (index % 9))}-1${String(index % 7)}`,
      externalNumber: `=R-${String(index)}`,
      ...(index % 3 === 0 ? {} : { riskBand: riskBand.options[index % 5] ?? 'low' }),
      ...(index % 2 === 0 ? { summary: `Line "${String(index)}", one;\n@two\té` } : {}),
    });
    if (index % 5 === 0) await test.call('referrals.assign', { referralIds: [id], userId, on: '2026-11-20' });
  }
});

const writers = {
  csv: (stream: Writable, sheet: Sheet) => writeCsv(stream, ',', sheet),
  xlsx: writeWorkbook,
};

type Wanted = Partial<Input<'lists.export'>> & Pick<Input<'lists.export'>, 'format'>;

let count = 0;
async function exported(given: Wanted) {
  count += 1;
  const path = join(test.parent, `list-${String(count)}.${given.format}`);
  const query = { list: 'referrals', filter: {}, sort: { column: 'number', descending: false } } as const;
  const { rows } = await test.call('lists.export', {
    query,
    columns: [{ id: 'number', header: 'Number' }],
    words,
    showsSummaries: false,
    locale: 'en',
    file: test.grant(path),
    jobId: crypto.randomUUID(),
    ...given,
  });
  return { path, rows };
}

/** As the page has it: every window of the list, through the words. */
async function shownRows(filter: ReferralFilter, sort: Input<'referrals.list'>['sort']): Promise<ReferralRow[]> {
  const rows: ReferralRow[] = [];
  let from: Input<'referrals.list'>['from'] | null = { at: 'start' };
  while (from !== null) {
    const window: Output<'referrals.list'> = await test.call('referrals.list', { filter, sort, from, size: 7 });
    rows.push(...window.rows);
    from = window.after === null ? null : { at: 'after', cursor: window.after };
  }
  return rows;
}

const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const onScreen = (showsSummaries: boolean): CellWords => ({
  say: (key) => words[key] ?? key,
  person: (id) => (id === userId ? 'Officer officer' : ''),
  unit: () => 'U01',
  bilingual: ({ en }) => en,
  showsSummaries,
});

describe('a list that is exported', () => {
  it('has the rows, order, columns and words of the screen, whatever they are', async () => {
    const filters = fc.record<ReferralFilter>(
      {
        source: fc.constantFrom(...referralSource.options),
        riskBand: fc.constantFrom(...riskBand.options),
        assignedTo: fc.constantFrom('nobody' as const, userId),
        openOnly: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const sorts = fc.record({ column: fc.constantFrom('receivedOn', 'number', 'stateOn'), descending: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        filters,
        sorts,
        fc.shuffledSubarray(ids, { minLength: 1 }),
        fc.boolean(),
        async (filter, sort, columns, showsSummaries) => {
          const { path, rows } = await exported({
            query: { list: 'referrals', filter, sort },
            columns: columns.map((id) => ({ id, header: id.toUpperCase() })),
            showsSummaries,
            format: 'csv',
          });
          const shown = await shownRows(filter, sort);
          const expected = shown.map((row) => columns.map((id) => guarded(cells[id](row, onScreen(showsSummaries)))));
          const read = parse(readFileSync(path), { bom: true, relax_column_count: true });
          expect(read).toEqual([['PROTECTED B / PROTÉGÉ B'], columns.map((id) => id.toUpperCase()), ...expected]);
          expect(rows).toBe(expected.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('names no officer where it is of missed deadlines', async () => {
    const columns = (['number', 'assignedTo'] as const).map((id) => ({ id, header: id }));
    const sort = { column: 'dueAt', descending: false } as const;
    const { path } = await exported({
      query: { list: 'referrals', filter: { due: 'breach' }, sort },
      columns,
      format: 'csv',
    });
    expect(parse(readFileSync(path), { bom: true, relax_column_count: true })[1]).toEqual(['number']);
  });

  it('is a workbook with days as days and texts as texts, readable by others', async () => {
    const columns = (['receivedOn', 'externalNumber', 'summary'] as const).map((id) => ({ id, header: id }));
    const { path } = await exported({ format: 'xlsx', columns, showsSummaries: true });
    const [sheet] = await readExcelFile(path);
    const [first] = await shownRows({}, { column: 'number', descending: false });
    expect(sheet?.data.slice(0, 3)).toEqual([
      ['PROTECTED B / PROTÉGÉ B', null, null],
      ['receivedOn', 'externalNumber', 'summary'],
      [new Date(`${String(first?.receivedOn)}T00:00:00Z`), first?.externalNumber, first?.summary],
    ]);
    expect(sheet?.data).toHaveLength(62);
  });

  it('begins with what spreadsheets know the encoding by', async () => {
    const { path } = await exported({ format: 'csv' });
    expect(readFileSync(path).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('is in the audit by its count, and so is what is copied', async () => {
    await exported({
      format: 'csv',
      query: { list: 'referrals', filter: { assignedTo: userId }, sort: { column: 'number', descending: false } },
    });
    await test.call('lists.copied', { list: 'referrals', rows: 3, columns: ['number', 'band'] });
    const lines = test.store
      .requireUnlocked()
      .raw.prepare(
        `SELECT facts FROM audit_entry WHERE method LIKE 'lists.%' AND facts NOT LIKE '%"ended"%' ORDER BY sequence DESC LIMIT 2`,
      )
      .pluck()
      .all()
      .map((each) => JSON.parse(String(each)) as unknown);
    expect(lines).toEqual([
      { list: 'referrals', rows: 3, columns: 'number band' },
      { list: 'referrals', format: 'csv', rows: 12, columns: 'number' },
    ]);
  });

  it.each(Object.entries(writers))('leaves no half of a file where it ends at once, as %s', async (format, write) => {
    const folder = mkdtempSync(join(test.parent, 'ended-'));
    const path = join(folder, `list.${format}`);
    const ended = new Error('ended');
    const windows = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(ended) }) };
    const sheet = { marking: 'PROTECTED B', columns: [{ id: 'number', header: 'Number' }], windows };
    await expect(streamFileAtomically(path, (stream) => write(stream, sheet))).rejects.toBe(ended);
    // What was still to be opened would be there by then.
    await setTimeout(100);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32').each(['csv', 'xlsx'] as const)(
    'is readable by who exported it alone, as %s',
    async (format) => {
      const { path } = await exported({ format });
      expect(statSync(path).mode & 0o777).toBe(0o600);
    },
  );

  it('leaves nothing where it is cancelled or asks for a column that is none', async () => {
    const jobId = crypto.randomUUID() as JobId;
    test.store.cancelled.add(jobId);
    const path = join(test.parent, 'cancelled.csv');
    const wanted = {
      query: { list: 'referrals', filter: {}, sort: { column: 'number', descending: false } },
      columns: [{ id: 'number', header: 'Number' }],
      words,
      showsSummaries: false,
      locale: 'en',
      format: 'csv',
    } as const;
    const input = { ...wanted, columns: [...wanted.columns], file: test.grant(path) as FileGrant };
    expect(await test.refusal('lists.export', { ...input, jobId })).toEqual({ code: 'cancelled' });
    const other = { ...input, columns: [{ id: 'externalKey', header: 'x' }], jobId: crypto.randomUUID() as JobId };
    expect(await test.refusal('lists.export', other)).toEqual({ code: 'invalid_input' });
    expect(existsSync(path) || existsSync(`${path}.part`)).toBe(false);
  });

  const lines = () =>
    test.store
      .requireUnlocked()
      .raw.prepare("SELECT count(*) FROM audit_entry WHERE method = 'lists.export'")
      .pluck()
      .get();

  it('is in the audit where it cannot be written', async () => {
    const before = Number(lines());
    const file = test.grant(join(test.parent, 'nowhere', 'list.csv')) as FileGrant;
    await expect(exported({ format: 'csv', file })).rejects.toThrow('not_found');
    // Its beginning, that it did not end, and the failure of the call.
    expect(lines()).toBe(before + 3);
  });

  // The last one: nothing can be written after it.
  it.each(['csv', 'xlsx'] as const)('does not leave where it cannot be audited, as %s', async (format) => {
    refuseAudit(test);
    const folder = mkdtempSync(join(test.parent, 'out-'));
    await expect(exported({ format, file: test.grant(join(folder, 'list')) })).rejects.toThrow('internal');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a list as text', () => {
  it('quotes a break within a cell, and divides by semicolons for a French Excel', async () => {
    const own = await copyOfUnit();
    const facts = { unitId: own.unitId, source: 'ncecc', receivedOn: '2026-11-01', summary: 'first\nsecond' } as const;
    const { number } = await own.test.call('referrals.log', facts);
    for (const [format, delimiter] of [
      ['csv', ','],
      ['csv_semicolon', ';'],
    ] as const) {
      const path = join(own.test.parent, `${format}.csv`);
      await own.test.call('lists.export', {
        query: { list: 'referrals', filter: {}, sort: { column: 'number', descending: false } },
        columns: ['number', 'summary'].map((id) => ({ id, header: id })),
        words,
        showsSummaries: true,
        locale: 'en',
        format,
        file: own.test.grant(path),
        jobId: crypto.randomUUID(),
      });
      const read: unknown = parse(readFileSync(path), { bom: true, delimiter, relax_column_count: true, from: 2 });
      expect(read).toEqual([
        ['number', 'summary'],
        [number, 'first\nsecond'],
      ]);
    }
    own.test.dispose();
  });
});
