import { parse as parseStream } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { csvErrorCode } from '../../../db/documents/tables/csvError.ts';

const failureOf = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
};

it('knows what either build of the library refuses, by its code, and nothing else', async () => {
  expect(csvErrorCode(failureOf(() => parse('a,b\n1\n')))).toBe('CSV_RECORD_INCONSISTENT_FIELDS_LENGTH');
  const streamed = await new Promise((done) => {
    parseStream('a,b\n1\n', (error) => {
      done(error);
    });
  });
  expect(csvErrorCode(streamed)).toBe('CSV_RECORD_INCONSISTENT_FIELDS_LENGTH');
  // What another copy of the class would have thrown.
  expect(csvErrorCode(Object.assign(new Error('x'), { code: 'CSV_QUOTE_NOT_CLOSED' }))).toBe('CSV_QUOTE_NOT_CLOSED');
  expect(csvErrorCode(Object.assign(new Error('x'), { code: 'ENOENT' }))).toBeNull();
  expect(csvErrorCode(new Error('CSV_QUOTE_NOT_CLOSED'))).toBeNull();
});
