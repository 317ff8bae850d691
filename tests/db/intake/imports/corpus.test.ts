import { describe, expect } from 'vitest';
import { extractKind } from '#contract/intake/extracts';
import type { Reading } from '#contract/documents/tables';
import { dispatch } from '../../../../db/store/dispatch.ts';
import { badFiles, zipBomb, type BadFile } from './corpus.ts';
import { contentOf, grantOf, newJob, writeFile } from './support.ts';
import { it, test, unitId } from '../../../support/fixtures/shared/unit.ts';

/** `VIGIE_STRESS=200` runs about 11,000 files: `npm run stress`. */
const rounds = Number(process.env['VIGIE_STRESS'] ?? 1);

const known = new Set([
  'not_a_csv',
  'contains_binary',
  'file_too_large',
  'workbook_too_large',
  'not_a_workbook',
  'workbook_old',
  'file_damaged',
  'file_declares_entities',
  'file_empty',
  'column_unmapped',
]);

/** Any answer but a crash: read, or refused with a reason that a user understands. */
function expectAnswered({ what }: BadFile, reply: Awaited<ReturnType<typeof dispatch>>): void {
  if (reply.ok) return;
  expect([what, reply.error.code, known.has(reply.error.reason ?? '')]).toEqual([what, 'invalid_input', true]);
}

async function tryReferrals(file: BadFile): Promise<{ readonly wrong: number }> {
  const grant = grantOf(test, writeFile(test, file.bytes, file.name));
  const found = await dispatch(test.store, 'imports.inspect', { file: grant });
  expectAnswered(file, found);
  const reading: Reading = found.ok
    ? (found.value as { reading: Reading }).reading
    : { kind: 'csv', encoding: 'windows-1252', separator: ',' };
  const columns = { receivedOn: 0, source: 1, externalNumber: 2, summary: 3 };
  const mapping = { columns, dateOrder: 'year_first', unitId, sourceDefault: 'other' };
  const preview = await dispatch(test.store, 'imports.preview', { file: grant, reading, mapping, jobId: newJob() });
  expectAnswered(file, preview);
  return { wrong: preview.ok ? (preview.value as { counts: { invalid: number } }).counts.invalid : 0 };
}

async function tryExtract(file: BadFile, index: number): Promise<void> {
  const kind = extractKind.options[index % 3];
  const grant = grantOf(test, writeFile(test, file.bytes, file.name));
  const found = await dispatch(test.store, 'extracts.inspect', { kind, file: grant });
  expectAnswered(file, found);
  if (!found.ok) return;
  const { reading } = found.value as { reading: Reading };
  const columns = { number: 2, openedOn: 0, arrestedOn: 0, laidOn: 0, section: 3 };
  const mapping = { columns, dateOrder: 'year_first', unitId };
  expectAnswered(
    file,
    await dispatch(test.store, 'extracts.preview', { kind, file: grant, reading, mapping, jobId: newJob() }),
  );
}

describe('a bad file', () => {
  it('is refused with a reason or judged row by row: no crash, no hang, nothing half imported', async () => {
    const before = contentOf(test);
    const memory = process.memoryUsage().rss;
    let files = 0;
    let wrong = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, file] of [...(await badFiles(round)), ...(round === 0 ? [zipBomb()] : [])].entries()) {
        wrong += (await tryReferrals(file)).wrong;
        if (index % 4 === round % 4) await tryExtract(file, index);
        files += 1;
      }
    }
    expect(files).toBeGreaterThan(rounds * 50);
    // Rows were reached and refused one by one, too.
    expect(wrong).toBeGreaterThan(rounds * 15);
    expect(contentOf(test)).toEqual(before);
    expect(process.memoryUsage().rss - memory).toBeLessThan(700e6);
  }, 1_800_000);
});
