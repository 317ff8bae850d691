import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { dispatch } from '../../../../db/store/dispatch.ts';
import { times } from '../../../support/stress.ts';
import { contentOf, grantOf, header, newJob, writeFile } from './support.ts';
import { it, test, unitId } from '../../../support/fixtures/shared/unit.ts';

const piece = fc.oneof(
  fc.constantFrom(
    ',',
    ';',
    '\t',
    '"',
    '""',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\u{feff}',
    '=1+1',
    '2026-02-31',
    '2026-01-02',
    'public',
    'é',
    '😀',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 60, size: 'max' }).map((pieces) => Buffer.from(pieces.join('')));
const bytes = fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each));
const file = fc.oneof(
  bytes,
  text,
  text.map((body) => Buffer.concat([Buffer.from(`${header}\n`), body])),
  text.map((body) => Buffer.concat([Buffer.from(`${header}\n2026-01-02,public,`), body])),
);

describe('any file at all', () => {
  it('is read or refused by name, never a crash, and a preview writes nothing but its audit', async () => {
    const before = contentOf(test);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.constantFrom('utf-8', 'windows-1252'),
        fc.constantFrom(',', ';', '\t'),
        async (content, encoding, separator) => {
          const grant = grantOf(test, writeFile(test, content));
          const found = await dispatch(test.store, 'imports.inspect', { file: grant });
          const mapping = {
            columns: { receivedOn: 0, externalNumber: 2 },
            dateOrder: 'day_first',
            unitId,
            sourceDefault: 'other',
          };
          const preview = await dispatch(test.store, 'imports.preview', {
            file: grant,
            reading: { kind: 'csv', encoding, separator },
            mapping,
            jobId: newJob(),
          });
          for (const reply of [found, preview]) {
            seen.add(reply.ok ? 'read' : `${reply.error.code} ${reply.error.reason ?? ''}`);
          }
          if (preview.ok) {
            const { rows, counts } = preview.value as { rows: number; counts: Record<string, number> };
            expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(rows);
          }
        },
      ),
      // Few random files may hold no picture, and none be empty, without a column or broken: one of each is always among them.
      {
        numRuns: times(40, 600),
        examples: [
          [Buffer.from('89504e470d0a1a0a', 'hex'), 'utf-8', ','],
          [Buffer.alloc(0), 'utf-8', ','],
          [Buffer.from('Received\n2026-01-02\n'), 'utf-8', ','],
          [Buffer.from('Received,"Number\n2026-01-02'), 'utf-8', ','],
          [Buffer.from(`${header}\n2026-01-02,public,A-1`), 'utf-8', ','],
        ],
      },
    );
    expect([...seen].sort()).toEqual([
      'invalid_input column_unmapped',
      'invalid_input contains_binary',
      'invalid_input file_empty',
      'invalid_input not_a_csv',
      'read',
    ]);
    expect(contentOf(test)).toEqual(before);
  });
});
